import ArgumentParser
import Foundation

/// A phone number as every provider has it.
struct PhoneNumber: Encodable {
    let provider: Provider
    let id: String
    let number: String?
    let name: String?
    let status: String?
}

/// The numbers of one provider.
protocol Directory {
    func list() async throws -> [PhoneNumber]
    func show(_ id: String) async throws -> PhoneNumber
    func rename(_ id: String, to name: String) async throws -> PhoneNumber
}

/// Who has phone numbers.
enum Provider: String, CaseIterable, ExpressibleByArgument, Encodable {
    case identitycall, topcalls, vapi

    /// The provider's numbers.
    ///
    /// - Parameter server: Another address than the provider's own.
    func directory(at server: URL?) -> any Directory {
        switch self {
        case .identitycall: IdentityCallDirectory(server: server)
        case .topcalls: TopCallsDirectory(server: server)
        case .vapi: VapiDirectory(server: server)
        }
    }

    /// What the provider's API does not offer.
    func cannot(_ action: String) -> ValidationError {
        ValidationError("\(self) does not let its API's users \(action).")
    }
}
