import OpenAPIModel

extension Rule {
    static let scopesWithoutMeaning = Rule(
        "scopes-without-meaning",
        "Scopes are for `oauth2` and `openIdConnect`; from 3.1 on other schemes may name roles there.",
        section: "security-requirement-object", Levels(v2_0: .error, v3_0: .error, v3_1: .note, v3_2: .note),
        good: """
            security: [{ key: [] }]
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
            """,
        bad: """
            security: [{ key: ['pets:read'] }]
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
            """,
        .requirement { requirement, findings in
            for entry in requirement.schemes where !entry.value.isEmpty {
                guard let type = findings.description.securityScheme(named: entry.name)?.type,
                    type != .oauth2, type != .openIdConnect, let first = findings.scopes(entry.name, requirement).first
                else { continue }
                let isRole = findings.version(of: requirement.node) >= .v3_1
                findings.report(
                    isRole
                        ? "a scheme of type `\(type.rawValue)` has no scopes; these are taken for names of roles"
                        : "a scheme of type `\(type.rawValue)` has no scopes", at: findings.arena.range(of: first.node))
            }
        })
}
