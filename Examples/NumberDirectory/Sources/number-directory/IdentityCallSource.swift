import IdentityCall
import TrunklineAsyncHTTPClient

extension Source {
    /// The numbers at IdentityCall.
    static func identityCall(
        token: Credentials.Token, server: IdentityCallClient.Server = .production,
        configuration: ClientConfiguration = .init()
    ) -> Source {
        let client = IdentityCallClient(
            token: token, server: server, transport: .asyncHTTPClient(), configuration: configuration)
        return Source(provider: "identitycall") {
            try await client.virtualNumbers.list().map { number in
                Entry(provider: "identitycall", id: String(number.id), number: number.phoneNumber, name: number.name)
            }
        }
    }
}
