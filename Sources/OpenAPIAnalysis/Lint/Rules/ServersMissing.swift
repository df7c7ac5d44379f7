import OpenAPIModel

extension Rule {
    static let serversMissing = Rule(
        "servers-missing", "The document says where the API is.", .openAPI3(.note),
        in: .strict,
        good: """
            servers: [{ url: 'https://pets.example' }]
            """,
        bad: """
            tags: []
            """,
        .description { findings in
            let document = findings.description.document
            guard document.servers?.isEmpty ?? true, findings.survey.servers.isEmpty else { return }
            findings.report(
                "no server is named", at: findings.arena.keyRange(in: document.node, for: "openapi"),
                help: "name one in `servers`")
        })
}
