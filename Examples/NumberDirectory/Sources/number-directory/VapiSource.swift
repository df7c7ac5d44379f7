import TrunklineAsyncHTTPClient
import Vapi

extension Source {
    /// The numbers at Vapi.
    static func vapi(
        token: Credentials.Token, server: VapiClient.Server = .unitedStates,
        configuration: ClientConfiguration = .init()
    ) -> Source {
        let client = VapiClient(
            token: token, server: server, transport: .asyncHTTPClient(), configuration: configuration)
        return Source(provider: "vapi") {
            try await client.phoneNumbers.list(limit: 1000).map { number in
                Entry(provider: "vapi", id: number.id, number: number.number, name: number.name)
            }
        }
    }
}
