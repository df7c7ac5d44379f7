import OpenAPIModel

extension Rule {
    static let securitySchemeMember = Rule(
        "security-scheme-member", "A security scheme has the members of its type only.",
        section: "security-scheme-object", .openAPI3(.error),
        good: """
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
            """,
        bad: """
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key, scheme: bearer } } }
            """,
        .securityScheme { scheme, findings in
            guard let type = scheme.value.type, let own = members[type] else { return }
            for (key, owner) in owners where !own.contains(key) && findings.has(key, scheme.value.node) {
                findings.report(
                    "a scheme of type `\(type.rawValue)` has no `\(key)`, which is for \(owner)",
                    at: scheme.value.node, key: key)
            }
        })

    private static let owners = [
        ("name", "`apiKey`"), ("in", "`apiKey`"), ("scheme", "`http`"), ("bearerFormat", "`http`"),
        ("flows", "`oauth2`"), ("openIdConnectUrl", "`openIdConnect`"), ("oauth2MetadataUrl", "`oauth2`"),
    ]

    private static let members: [SecuritySchemeType: Set<String>] = [
        .apiKey: ["name", "in"], .http: ["scheme", "bearerFormat"], .oauth2: ["flows", "oauth2MetadataUrl"],
        .openIdConnect: ["openIdConnectUrl"], .mutualTLS: [],
    ]
}
