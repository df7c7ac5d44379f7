/// One way to get an OAuth token.
package struct OAuthFlow: DocumentObject {
    package static let objectName = "the OAuth Flow object"

    package let node: Node
    package let authorizationUrl: String?
    package let deviceAuthorizationUrl: String?
    package let tokenUrl: String?
    package let refreshUrl: String?
    package let scopes: [Named<String>]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        authorizationUrl = reader.string("authorizationUrl")
        deviceAuthorizationUrl = reader.string("deviceAuthorizationUrl", since: .v3_2)
        tokenUrl = reader.string("tokenUrl")
        refreshUrl = reader.string("refreshUrl")
        reader.requireMember("scopes")
        scopes = reader.stringMap("scopes")
    }
}
