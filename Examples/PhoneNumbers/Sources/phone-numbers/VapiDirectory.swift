import Foundation
import TrunklineURLSession
import Vapi

/// The numbers at Vapi, which come from several carriers.
struct VapiDirectory: Directory {
    private let client: VapiClient

    init(server: URL?) {
        client = VapiClient(
            token: .environment("VAPI_API_KEY"), server: server.map { .custom($0) } ?? .unitedStates,
            transport: .urlSession())
    }

    func list() async throws -> [PhoneNumber] { try await client.phoneNumbers.list(limit: 1000).map(summary) }

    func show(_ id: String) async throws -> PhoneNumber { summary(try await client.phoneNumbers.get(id: id)) }

    func rename(_ id: String, to name: String) async throws -> PhoneNumber {
        summary(try await client.phoneNumbers.update(id: id, .init(name: name)))
    }

    /// What all variants have is there without a switch.
    private func summary(_ number: Vapi.PhoneNumber) -> PhoneNumber {
        var address = number.number
        if case .vapi(let own) = number { address = address ?? own.sipURI }
        return PhoneNumber(
            provider: .vapi, id: number.id, number: address, name: number.name, status: number.status?.rawValue)
    }
}
