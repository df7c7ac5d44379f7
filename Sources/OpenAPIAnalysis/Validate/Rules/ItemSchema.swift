import OpenAPIModel

extension Rule {
    static let itemSchema = Rule(
        "item-schema", "`itemSchema` is for media types that are one item after the other.",
        section: "sequential-media-types", Levels(v3_2: .warning),
        good: """
            components:
              responses:
                pets: { content: { application/jsonl: { itemSchema: { type: object } } } }
            """,
        bad: """
            components:
              responses:
                pets: { content: { application/json: { itemSchema: { type: object } } } }
            """,
        .mediaType { site, findings in
            guard site.mediaType.itemSchema != nil, site.place != .component, let name = MediaTypeName(site.name),
                !name.isRange
            else { return }
            switch name.kind {
            case .json, .form, .xml:
                findings.report(
                    "`\(site.name)` is no sequence of items", at: site.mediaType.node, key: "itemSchema",
                    help: "use `schema`")
            case .multipart, .events, .lines, .sequence, .text, .binary: break
            }
        })
}
