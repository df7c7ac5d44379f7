import OpenAPIModel

extension Rule {
    static let defaultNotAllowed = Rule(
        "default-not-allowed", "The default of a server's variable is one of its values.",
        section: "server-variable-default", Levels(v3_0: .warning, v3_1: .error, v3_2: .error),
        good: """
            servers:
              - url: 'https://{region}.pets.example'
                variables: { region: { default: eu, enum: [eu, us] } }
            """,
        bad: """
            servers:
              - url: 'https://{region}.pets.example'
                variables: { region: { default: de, enum: [eu, us] } }
            """,
        .server { server, findings in
            for entry in server.variables {
                guard let values = entry.value.enumeration, !values.isEmpty,
                    findings.has("default", entry.value.node), !values.contains(entry.value.defaultValue)
                else { continue }
                findings.report(
                    "`enum` has no `\(entry.value.defaultValue)`", at: entry.value.node, value: "default",
                    related: [.init("the values", findings.arena.keyRange(in: entry.value.node, for: "enum"))])
            }
        })
}
