import ArgumentParser
import Foundation
import IdentityCall
import TrunklineURLSession

/// The numbers at IdentityCall, where an id is an integer.
struct IdentityCallDirectory: Directory {
    private let client: IdentityCallClient

    init(server: URL?) {
        client = IdentityCallClient(
            token: .environment("IDENTITYCALL_API_KEY"), server: server.map { .custom($0) } ?? .production,
            transport: .urlSession())
    }

    func list() async throws -> [PhoneNumber] {
        try await client.virtualNumbers.list().map {
            PhoneNumber(
                provider: .identitycall, id: String($0.id), number: $0.phoneNumber, name: $0.name,
                status: $0.active ? "active" : "inactive")
        }
    }

    func show(_ id: String) async throws -> PhoneNumber {
        PhoneNumber(try await client.virtualNumbers.get(id: try integer(id)))
    }

    func rename(_ id: String, to name: String) async throws -> PhoneNumber {
        PhoneNumber(try await client.virtualNumbers.update(id: try integer(id), .init(name: name)))
    }

    private func integer(_ id: String) throws -> Int {
        guard let id = Int(id) else { throw ValidationError("An id of identitycall is a number, for example 7.") }
        return id
    }
}

extension PhoneNumber {
    fileprivate init(_ number: VirtualNumber) {
        self.init(
            provider: .identitycall, id: String(number.id), number: number.phoneNumber, name: number.name,
            status: number.active ? "active" : "inactive")
    }
}
