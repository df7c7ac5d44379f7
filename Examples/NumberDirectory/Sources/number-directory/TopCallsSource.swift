import TopCalls
import TrunklineAsyncHTTPClient

extension Source {
    /// Numbers at TopCalls, whose documentation says only how to get one.
    static func topCalls(
        token: Credentials.Token, ids: [String], server: TopCallsClient.Server = .production,
        configuration: ClientConfiguration = .init()
    ) -> Source {
        let client = TopCallsClient(
            token: token, server: server, transport: .asyncHTTPClient(), configuration: configuration)
        return Source(provider: "topcalls") {
            var entries: [Entry] = []
            for id in ids {
                let number = try await client.phoneNumbers.get(id: id)
                entries.append(Entry(provider: "topcalls", id: number.id, number: number.number, name: number.label))
            }
            return entries
        }
    }
}
