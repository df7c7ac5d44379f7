import OpenAPIModel

extension Rule {
    static let encodingProperty = Rule(
        "encoding-property", "A key of `encoding` is a member of the schema.", section: "media-type-encoding",
        Levels(v3_0: .error, v3_1: .error, v3_2: .warning),
        good: """
            components:
              requestBodies:
                photo:
                  content:
                    multipart/form-data:
                      schema: { type: object, properties: { photo: {} } }
                      encoding: { photo: { contentType: image/png } }
            """,
        bad: """
            components:
              requestBodies:
                photo:
                  content:
                    multipart/form-data:
                      schema: { type: object, properties: { photo: {} } }
                      encoding: { phto: { contentType: image/png } }
            """,
        .mediaType { site, findings in
            guard !site.mediaType.encoding.isEmpty, let schema = site.mediaType.schema,
                let names = findings.memberNames(of: schema)
            else { return }
            for entry in site.mediaType.encoding where !names.contains(entry.name) {
                let meant = findings.help(for: entry.name) { names.sorted() }
                findings.report(
                    "the schema has no member `\(entry.name)`; its encoding has no effect", at: entry.nameRange,
                    help: meant)
            }
        })
}
