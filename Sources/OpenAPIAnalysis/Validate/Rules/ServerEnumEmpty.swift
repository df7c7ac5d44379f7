import OpenAPIModel

extension Rule {
    static let serverEnumEmpty = Rule(
        "server-enum-empty", "The `enum` of a server's variable has values.", section: "server-variable-enum",
        Levels(v3_0: .warning, v3_1: .error, v3_2: .error),
        good: """
            servers: [{ url: 'https://{region}.pets.example', variables: { region: { default: eu, enum: [eu] } } }]
            """,
        bad: """
            servers: [{ url: 'https://{region}.pets.example', variables: { region: { default: eu, enum: [] } } }]
            """,
        .server { server, findings in
            for entry in server.variables where entry.value.enumeration?.isEmpty == true {
                findings.report(
                    "the variable `\(entry.name)` has no values", at: entry.value.node, key: "enum",
                    help: "leave `enum` out where any value will do")
            }
        })
}
