import Foundation
import TopCalls
import TrunklineURLSession

/// The numbers at TopCalls, whose API documents how to get one.
struct TopCallsDirectory: Directory {
    private let client: TopCallsClient

    init(server: URL?) {
        client = TopCallsClient(
            token: .environment("TOPCALLS_API_KEY"), server: server.map { .custom($0) } ?? .production,
            transport: .urlSession())
    }

    func list() async throws -> [PhoneNumber] { throw Provider.topcalls.cannot("list numbers") }

    func show(_ id: String) async throws -> PhoneNumber {
        let number = try await client.phoneNumbers.get(id: id)
        return PhoneNumber(
            provider: .topcalls, id: number.id, number: number.number, name: number.label,
            status: number.status.rawValue)
    }

    func rename(_ id: String, to name: String) async throws -> PhoneNumber {
        throw Provider.topcalls.cannot("rename a number")
    }
}
