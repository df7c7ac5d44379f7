import OpenAPIModel

extension Rule {
    static let multipartSchema = Rule(
        "multipart-schema", "A multipart body that is sent has a schema, which names its parts.",
        section: "encoding-multipart", Levels(v3_0: .error, v3_1: .error, v3_2: .warning),
        good: """
            components:
              requestBodies:
                photo: { content: { multipart/form-data: { schema: { type: object } } } }
            """,
        bad: """
            components:
              requestBodies:
                photo: { content: { multipart/form-data: {} } }
            """,
        .mediaType { site, findings in
            guard site.isMultipart, site.place == .request, !findings.has("schema", site.mediaType.node),
                !findings.has("itemSchema", site.mediaType.node)
            else { return }
            findings.report("a multipart body needs a `schema`", at: site.nameRange)
        })
}
