/// The ways to get an OAuth token.
package struct OAuthFlows: DocumentObject {
    package static let objectName = "the OAuth Flows object"

    package let node: Node
    package let implicit: OAuthFlow?
    package let password: OAuthFlow?
    package let clientCredentials: OAuthFlow?
    package let authorizationCode: OAuthFlow?
    package let deviceAuthorization: OAuthFlow?

    package init(from reader: inout ObjectReader) {
        node = reader.node
        implicit = reader.flow("implicit", needs: ["authorizationUrl"])
        password = reader.flow("password", needs: ["tokenUrl"])
        clientCredentials = reader.flow("clientCredentials", needs: ["tokenUrl"])
        authorizationCode = reader.flow("authorizationCode", needs: ["authorizationUrl", "tokenUrl"])
        deviceAuthorization = reader.flow(
            "deviceAuthorization", needs: ["deviceAuthorizationUrl", "tokenUrl"], since: .v3_2)
    }
}

extension ObjectReader {
    /// A flow, whose addresses differ by its kind.
    fileprivate mutating func flow(
        _ key: String, needs members: [String], since: OpenAPIVersion = .v2_0
    ) -> OAuthFlow? {
        guard let flow = object(key, as: OAuthFlow.self, since: since) else { return nil }
        for member in members where reading.arena.value(in: flow.node, for: member) == nil {
            let range = reading.arena.nameRange(of: flow.node)
            reading.report("missing-member", "the flow `\(key)` needs a member `\(member)`", at: range)
        }
        return flow
    }
}
