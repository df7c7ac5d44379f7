import OpenAPIModel

extension Rule {
    static let infoContact = Rule(
        "info-contact", "The document says whom to ask.", .openAPI3(.note),
        in: .strict,
        good: """
            info: { title: Pets, version: '1', contact: { email: me@pets.example } }
            """,
        bad: """
            info: { title: Pets, version: '1' }
            """,
        .description { findings in
            guard let info = findings.description.document.info, info.contact == nil else { return }
            findings.report("the API has no contact", at: info.node)
        })
}
