import OpenAPIModel

extension Rule {
    static let swiftBoxed = Rule(
        "swift-boxed", "A schema does not hold itself but in a list; in Swift such values are boxed.", .openAPI3(.note),
        in: .strict,
        good: """
            components: { schemas: { Node: { type: object, properties: { all: { type: array, items: { $ref: '#/components/schemas/Node' } } } } } }
            """,
        bad: """
            components: { schemas: { Node: { type: object, properties: { next: { $ref: '#/components/schemas/Node' } } } } }
            """,
        .description { findings in
            let circles = findings.circles { findings, id in findings.heldParts(of: id) }
            for circle in circles {
                let schemas = circle.map { findings.description.schema($0) }
                guard let node = schemas.first(where: { !$0.properties.isEmpty && !$0.isPureReference })?.node else {
                    continue
                }
                findings.report("a value of the schema can hold another one, so it is boxed in Swift", at: node)
            }
        })
}

extension RuleFindings {
    /// The schemas whose values a value holds itself, not in a list or a map.
    fileprivate func heldParts(of id: SchemaID) -> [SchemaID] {
        let schema = description.schema(id)
        let target = schema.ref.flatMap { description.schemaID(of: $0) }.map { [$0] } ?? []
        guard !schema.isPureReference else { return target }
        return target + schema.allOf + schema.oneOf + schema.anyOf + schema.properties.map(\.value)
    }
}
