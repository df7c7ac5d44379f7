import OpenAPIModel

extension Rule {
    static let unknownScope = Rule(
        "unknown-scope", "A scope that a requirement names is one of the scheme's flows.",
        section: "security-requirement-object", .warning,
        good: """
            security: [{ login: ['pets:read'] }]
            components:
              securitySchemes:
                login:
                  type: oauth2
                  flows: { clientCredentials: { tokenUrl: 'https://pets.example/token', scopes: { 'pets:read': Read. } } }
            """,
        bad: """
            security: [{ login: ['pets:write'] }]
            components:
              securitySchemes:
                login:
                  type: oauth2
                  flows: { clientCredentials: { tokenUrl: 'https://pets.example/token', scopes: { 'pets:read': Read. } } }
            """,
        .requirement { requirement, findings in
            for entry in requirement.schemes {
                guard let known = findings.scopeNames(of: entry.name) else { continue }
                for (node, scope) in findings.scopes(entry.name, requirement) where !known.contains(scope) {
                    let meant = findings.help(for: scope) { known.sorted() }
                    findings.report(
                        "`\(entry.name)` has no scope `\(scope)`", at: findings.arena.range(of: node), help: meant)
                }
            }
        })
}

extension RuleFindings {
    /// The scopes that a scheme has; nil for one that has no flows.
    fileprivate mutating func scopeNames(of name: String) -> Set<String>? {
        if let known = scopes[name] { return known }
        guard let scheme = description.securityScheme(named: name), scheme.type == .oauth2, let flows = scheme.flows
        else { return nil }
        let names = flows.scopeNames
        scopes[name] = names
        return names
    }

    /// The scopes that a requirement names, with their places.
    func scopes(_ scheme: String, _ requirement: SecurityRequirement) -> [(node: Node, scope: String)] {
        guard let list = arena.value(in: requirement.node, for: scheme) else { return [] }
        return arena.elements(of: list).compactMap { node in arena.string(node).map { (node, $0) } }
    }
}

extension OAuthFlows {
    fileprivate var scopeNames: Set<String> {
        let flows = [implicit, password, clientCredentials, authorizationCode, deviceAuthorization]
        return Set(flows.flatMap { $0?.scopes.map(\.name) ?? [] })
    }
}
