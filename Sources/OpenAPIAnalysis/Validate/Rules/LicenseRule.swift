import OpenAPIModel

extension Rule {
    static let licenseUrlOrIdentifier = Rule(
        "license-url-or-identifier", "A license has a `url` or an `identifier`, not both.",
        section: "license-object", Levels(v3_1: .error, v3_2: .error),
        good: "info: { title: Pets, version: '1', license: { name: MIT, identifier: MIT } }",
        bad: """
            info:
              { title: Pets, version: '1', license: { name: MIT, identifier: MIT, url: 'https://pets.example/mit' } }
            """,
        .description { findings in
            guard let license = findings.description.document.info?.license, findings.has("url", license.node),
                findings.has("identifier", license.node)
            else { return }
            findings.report("`url` and `identifier` exclude each other", at: license.node, key: "url")
        })
}
