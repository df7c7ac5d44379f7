import OpenAPIModel

extension Rule {
    static let infoLicense = Rule(
        "info-license", "The document says under which license the API is offered.", .openAPI3(.note),
        in: .strict,
        good: """
            info: { title: Pets, version: '1', license: { name: MIT } }
            """,
        bad: """
            info: { title: Pets, version: '1' }
            """,
        .description { findings in
            guard let info = findings.description.document.info, info.license == nil else { return }
            findings.report("the API has no license", at: info.node)
        })
}
