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
        implicit = reader.object("implicit", as: OAuthFlow.self)
        password = reader.object("password", as: OAuthFlow.self)
        clientCredentials = reader.object("clientCredentials", as: OAuthFlow.self)
        authorizationCode = reader.object("authorizationCode", as: OAuthFlow.self)
        deviceAuthorization = reader.object("deviceAuthorization", as: OAuthFlow.self, since: .v3_2)
    }
}
