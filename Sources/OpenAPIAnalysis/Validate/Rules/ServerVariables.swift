import OpenAPIModel

extension Rule {
    static let undeclaredServerVariable = Rule(
        "undeclared-server-variable", "Every `{name}` of a server's address is one of its `variables`.",
        section: "server-url", .openAPI3(.error),
        good: """
            servers: [{ url: 'https://{region}.pets.example', variables: { region: { default: eu } } }]
            """,
        bad: """
            servers: [{ url: 'https://{region}.pets.example' }]
            """,
        .server { server, findings in
            let declared = Set(server.variables.map(\.name))
            for name in templateNames(server.url) where !declared.contains(name) {
                let meant = findings.help(for: name) { declared.sorted() }
                findings.report("the server has no variable `\(name)`", at: server.node, value: "url", help: meant)
            }
        })
}
