import AsyncHTTPClient
import Foundation
import NIOCore
import NIOFoundationCompat

/// What a careful person writes by hand for one operation: async-http-client, `JSONDecoder`, and structures for the members
/// that the documented sample has.
struct HandWrittenClient: Sendable {
    let client: HTTPClient
    let server: String
    let token: String
    let decoder = JSONDecoder()

    func phoneNumber(id: String) async throws -> HandWritten.PhoneNumber {
        var request = HTTPClientRequest(url: "\(server)/phone-number/\(id)")
        request.headers.add(name: "Authorization", value: "Bearer \(token)")
        request.headers.add(name: "Accept", value: "application/json")
        let response = try await client.execute(request, timeout: .seconds(60))
        guard response.status == .ok else { throw HandWritten.Failure(status: Int(response.status.code)) }
        let body = try await response.body.collect(upTo: 16 << 20)
        return try decoder.decode(HandWritten.PhoneNumber.self, from: body)
    }
}

/// The models of ``HandWrittenClient``.
enum HandWritten {
    struct Failure: Error {
        let status: Int
    }

    struct PhoneNumber: Codable, Sendable {
        let provider: String
        let id: String
        let orgId: String
        let createdAt: String
        let updatedAt: String
        let credentialId: String?
        let assistantId: String?
        let fallbackDestination: Destination?
        let hooks: [Hook]?
        let name: String?
        let number: String?
        let numberE164CheckEnabled: Bool?
        let server: Server?
        let squadId: String?
        let status: String?
        let workflowId: String?
    }

    struct Destination: Codable, Sendable {
        let type: String
        let message: String?
        let numberE164CheckEnabled: Bool?
        let number: String?
        let `extension`: String?
        let callerId: String?
        let transferPlan: TransferPlan?
        let description: String?
    }

    struct TransferPlan: Codable, Sendable {
        let mode: String
        let message: String?
        let timeout: Double?
        let sipVerb: String?
        let dialTimeout: Double?
        let holdAudioUrl: String?
        let transferCompleteAudioUrl: String?
        let contextEngineeringPlan: ContextPlan?
        let twiml: String?
        let summaryPlan: SummaryPlan?
        let sipHeadersInReferToEnabled: Bool?
        let fallbackPlan: FallbackPlan?
    }

    struct ContextPlan: Codable, Sendable {
        let type: String
        let maxMessages: Double?
    }

    struct SummaryPlan: Codable, Sendable {
        let messages: [Empty]?
        let enabled: Bool?
        let timeoutSeconds: Double?
    }

    struct Empty: Codable, Sendable {}

    struct FallbackPlan: Codable, Sendable {
        let message: Message
        let endCallEnabled: Bool?
    }

    enum Message: Codable, Sendable {
        case text(String)
        case custom(Empty)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .custom(try container.decode(Empty.self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .custom(let message): try container.encode(message)
            }
        }
    }

    struct Hook: Codable, Sendable {
        let on: String
        let filters: [Filter]?
        let `do`: [Action]
    }

    struct Filter: Codable, Sendable {
        let type: String
        let key: String
        let startsWith: [String]?
    }

    struct Action: Codable, Sendable {
        let type: String
        let destination: Destination?
    }

    struct Server: Codable, Sendable {
        let timeoutSeconds: Double?
        let credentialId: String?
        let staticIpAddressesEnabled: Bool?
        let encryptedPaths: [String]?
        let url: String?
        let headers: Empty?
        let backoffPlan: BackoffPlan?
    }

    struct BackoffPlan: Codable, Sendable {
        let type: String
        let maxRetries: Double?
        let baseDelaySeconds: Double?
        let excludedStatusCodes: [Int]?
    }
}
