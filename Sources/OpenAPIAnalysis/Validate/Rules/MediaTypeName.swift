import OpenAPIModel

extension Rule {
    static let badMediaType = Rule(
        "bad-media-type", "A key of `content` is a media type or a range of them.", section: "request-body-content",
        .openAPI3(.error),
        good: """
            components:
              requestBodies:
                photo: { content: { 'image/*': {} } }
            """,
        bad: """
            components:
              requestBodies:
                photo: { content: { png: {} } }
            """,
        .mediaType { site, findings in
            guard site.place != .component, MediaTypeName(site.name) == nil else { return }
            findings.report(
                "`\(site.name)` is no media type", at: site.nameRange,
                help: "write a type and a subtype, for example `application/json`")
        },
        .encoding { site, findings in
            guard let types = site.encoding.contentType else { return }
            for type in types.split(separator: ",") where MediaTypeName(type.trimmed) == nil {
                findings.report("`\(type.trimmed)` is no media type", at: site.encoding.node, value: "contentType")
            }
        })
}
