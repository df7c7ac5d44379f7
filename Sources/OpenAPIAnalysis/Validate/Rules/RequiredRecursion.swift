import OpenAPIModel

extension Rule {
    static let requiredRecursion = Rule(
        "required-recursion", "A schema that needs a value of itself has a way to end.", section: "schema-object",
        .warning,
        good:
            "components: { schemas: { Node: { type: object, properties: { next: { $ref: '#/components/schemas/Node' } } } } }",
        bad: """
            components:
              schemas:
                Node: { type: object, required: [next], properties: { next: { $ref: '#/components/schemas/Node' } } }
            """,
        .description { findings in
            let circles = findings.circles { findings, id in findings.neededParts(of: id) }
            for circle in circles {
                let schemas = circle.map { findings.description.schema($0) }
                guard let node = schemas.first(where: { !$0.required.isEmpty && !$0.isPureReference })?.node else {
                    continue
                }
                findings.report(
                    "every value of the schema holds another one, without end", at: node,
                    help: "make one of the members optional, nullable or a list")
            }
        })
}

extension RuleFindings {
    /// The schemas that every value of a schema has a value of: its parts and required members.
    fileprivate func neededParts(of id: SchemaID) -> [SchemaID] {
        let schema = description.schema(id)
        let target = schema.ref.flatMap { description.schemaID(of: $0) }.map { [$0] } ?? []
        guard !schema.isPureReference else { return target }
        guard !schema.nullable, schema.types.isEmpty || schema.types == [.object] else { return [] }
        let isObject = schema.types == [.object] || schema.types.isEmpty
        let needed = isObject && !schema.required.isEmpty ? self.needed(schema) : []
        let only = schema.oneOf.count + schema.anyOf.count == 1 ? schema.oneOf + schema.anyOf : []
        return target + schema.allOf + only + needed
    }

    private func needed(_ schema: Schema) -> [SchemaID] {
        let names = Set(schema.required)
        return schema.properties.filter { names.contains($0.name) }.map(\.value)
    }
}
