import OpenAPIModel

extension Rule {
    static let serverTemplate = Rule(
        "server-template", "Braces in a server's address are balanced, and a variable is in it once.",
        section: "server-variable-object", Levels(v3_0: .warning, v3_1: .warning, v3_2: .error),
        good: """
            servers: [{ url: 'https://{region}.pets.example', variables: { region: { default: eu } } }]
            """,
        bad: """
            servers: [{ url: 'https://{region}.pets.example/{region}', variables: { region: { default: eu } } }]
            """,
        .server { server, findings in
            let (names, isBalanced) = templateParts(server.url)
            if !isBalanced {
                findings.report("a brace of the address has no counterpart", at: server.node, value: "url")
            }
            var seen: Set<String> = []
            for name in names where !seen.insert(name).inserted {
                findings.report("`{\(name)}` is more than once in the address", at: server.node, value: "url")
            }
        })
}
