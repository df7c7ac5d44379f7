import OpenAPIModel

extension Rule {
    static let arrayItems = Rule(
        "array-items", "A schema of type `array` says with `items` what its elements are.",
        section: "json-schema-keywords", Levels(v2_0: .error, v3_0: .error, v3_1: .note, v3_2: .note),
        good: "components: { schemas: { Pets: { type: array, items: { type: string } } } }",
        bad: "components: { schemas: { Pets: { type: array } } }",
        .schema { schema, findings in
            guard schema.types.contains(.array), !schema.isPureReference, schema.items == nil,
                schema.prefixItems.isEmpty, schema.applicators.contains == nil, !findings.has("items", schema.node),
                schema.ref == nil, schema.allOf.isEmpty, schema.anyOf.isEmpty, schema.oneOf.isEmpty
            else { return }
            let isNeeded = findings.version(of: schema.node) < .v3_1
            findings.report(
                isNeeded ? "a list needs `items`" : "without `items` the elements may be anything", at: schema.node,
                value: "type", help: "say what the elements are: `items: {}` for anything")
        })
}
