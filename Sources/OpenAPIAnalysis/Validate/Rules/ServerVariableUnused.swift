import OpenAPIModel

extension Rule {
    static let serverVariableUnused = Rule(
        "server-variable-unused", "Every variable of a server is in its address.", section: "server-variables",
        .openAPI3(.warning),
        good: """
            servers: [{ url: 'https://{region}.pets.example', variables: { region: { default: eu } } }]
            """,
        bad: """
            servers: [{ url: 'https://pets.example', variables: { region: { default: eu } } }]
            """,
        .server { server, findings in
            let used = Set(templateNames(server.url))
            for entry in server.variables where !used.contains(entry.name) {
                findings.report("the address has no `{\(entry.name)}`", at: entry.nameRange)
            }
        })
}
