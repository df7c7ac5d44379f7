/// What kind of credentials an API takes.
package enum SecuritySchemeType: String, Sendable, CaseIterable {
    case apiKey, http, mutualTLS, oauth2, openIdConnect
}

/// Where an API key goes.
package enum APIKeyLocation: String, Sendable, CaseIterable {
    case query, header, cookie
}

/// Credentials that an API takes.
///
/// For example:
///
///     type: http
///     scheme: bearer
package struct SecurityScheme: Referable {
    package static let objectName = "the Security Scheme object"
    package static let kind = ReferenceKind.securityScheme
    package static var table: WritableKeyPath<Targets, [Node: SecurityScheme]> { \.securitySchemes }

    package let node: Node
    /// Nil when it is missing or unknown, which was reported.
    package let type: SecuritySchemeType?
    package internal(set) var description: String?
    package let name: String?
    package let location: APIKeyLocation?
    package let scheme: String?
    package let bearerFormat: String?
    package let flows: OAuthFlows?
    package let openIdConnectUrl: String?
    package let oauth2MetadataUrl: String?
    package let deprecated: Bool

    package init(from reader: inout ObjectReader) {
        self = reader.version == .v2_0 ? Self(swagger: &reader) : Self(openAPI: &reader)
    }

    private init(openAPI reader: inout ObjectReader) {
        node = reader.node
        reader.requireMember("type")
        type = reader.choice("type", as: SecuritySchemeType.self, newer: [.mutualTLS: .v3_1])
        description = reader.string("description")
        if type == .apiKey {
            reader.requireMember("name")
            reader.requireMember("in")
        }
        name = reader.string("name")
        location = reader.choice("in", as: APIKeyLocation.self)
        if type == .http { reader.requireMember("scheme") }
        scheme = reader.string("scheme", since: .v3_0)
        bearerFormat = reader.string("bearerFormat", since: .v3_0)
        if type == .oauth2 { reader.requireMember("flows") }
        flows = reader.object("flows", as: OAuthFlows.self, since: .v3_0)
        if type == .openIdConnect { reader.requireMember("openIdConnectUrl") }
        openIdConnectUrl = reader.string("openIdConnectUrl", since: .v3_0)
        oauth2MetadataUrl = reader.string("oauth2MetadataUrl", since: .v3_2)
        deprecated = reader.boolean("deprecated", since: .v3_2) ?? false
    }

    package mutating func describe(by reference: Reference) {
        description = reference.description ?? description
    }
}
