import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime
import Vapi

/// A thousand calls at once over one client, ten times.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ManyCallsTests {
    @Test(arguments: Carrier.all)
    func thousandConcurrentCalls(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { request in .json(404, #"{"message": "\#(request.target)"}"#) }
        let client = carrier.client(server.url)
        var descriptors: [Int] = []
        for _ in 1...10 {
            let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
                for index in 0..<1_000 { group.addTask { try await Self.isAnswered(index, client) } }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(answers == 1_000)
            descriptors.append(Self.openDescriptors)
        }
        #expect(server.requests.count == 10_000)
        #expect((descriptors.last ?? 0) <= (descriptors.first ?? 0) + 50, "\(descriptors)")
    }

    /// Whether a call gets its own answer, and not another's.
    private static func isAnswered(_ index: Int, _ client: VapiClient) async throws -> Bool {
        do {
            _ = try await client.phoneNumbers.get(id: "pn_\(index)")
            return false
        } catch let error as APIError {
            return error.message == "/phone-number/pn_\(index)"
        }
    }

    /// How many files and sockets the process has open; 0 where the system does not say.
    private static var openDescriptors: Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
    }
}
