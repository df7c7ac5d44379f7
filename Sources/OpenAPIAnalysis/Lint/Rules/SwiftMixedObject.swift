import OpenAPIModel

extension Rule {
    static let swiftMixedObject = Rule(
        "swift-mixed-object",
        "A schema has members or takes any, not both; in Swift the others are in a dictionary beside the members.",
        .openAPI3(.note),
        in: .strict,
        good: """
            components: { schemas: { Pet: { type: object, properties: { name: {} } } } }
            """,
        bad: """
            components: { schemas: { Pet: { type: object, properties: { name: {} }, additionalProperties: { type: string } } } }
            """,
        .schema { schema, findings in
            guard let additional = schema.additionalProperties, !schema.properties.isEmpty, !schema.isPureReference,
                case .keywords = findings.description.schema(additional).form
            else { return }
            findings.report("the schema has members and takes others", at: schema.node, key: "additionalProperties")
        })
}
