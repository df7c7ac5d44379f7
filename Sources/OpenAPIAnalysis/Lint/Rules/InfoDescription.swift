import OpenAPIModel

extension Rule {
    static let infoDescription = Rule(
        "info-description", "The document says what the API is for.", .openAPI3(.note),
        in: .strict,
        good: """
            info: { title: Pets, version: '1', description: Everything about pets. }
            """,
        bad: """
            info: { title: Pets, version: '1' }
            """,
        .description { findings in
            guard let info = findings.description.document.info, info.description == nil else { return }
            findings.report("the API has no description", at: info.node)
        })
}
