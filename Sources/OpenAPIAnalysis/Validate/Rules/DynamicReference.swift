import OpenAPIModel

extension Rule {
    static let dynamicReference = Rule(
        "dynamic-reference", "A `$dynamicRef` to a name has a `$dynamicAnchor` or `$anchor` of that name.",
        section: "schema-object", Levels(v3_1: .error, v3_2: .error),
        good: "components: { schemas: { A: { $dynamicAnchor: a, properties: { b: { $dynamicRef: '#a' } } } } }",
        bad: "components: { schemas: { A: { $dynamicAnchor: a, properties: { b: { $dynamicRef: '#b' } } } } }",
        .description { findings in
            let schemas = findings.description.schemas
            let anchors = Set(schemas.flatMap { [$0.identity.anchor, $0.identity.dynamicAnchor].compactMap { $0 } })
            for schema in schemas {
                guard let text = schema.identity.dynamicRef, text.hasPrefix("#"), text.count > 1,
                    !text.hasPrefix("#/"), !anchors.contains(String(text.dropFirst()))
                else { continue }
                findings.report("no schema has the anchor `\(text.dropFirst())`", at: schema.node, value: "$dynamicRef")
            }
        })
}
