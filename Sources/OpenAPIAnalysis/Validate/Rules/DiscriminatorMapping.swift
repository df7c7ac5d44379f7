import OpenAPIModel

extension Rule {
    static let discriminatorMapping = Rule(
        "discriminator-mapping", "What a discriminator maps to is one of the variants.",
        section: "discriminator-mapping", .openAPI3(.warning),
        good: """
            components:
              schemas:
                Pet:
                  oneOf: [{ $ref: '#/components/schemas/Cat' }]
                  discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } }
                Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
            """,
        bad: """
            components:
              schemas:
                Pet:
                  oneOf: [{ $ref: '#/components/schemas/Cat' }]
                  discriminator: { propertyName: kind, mapping: { dog: '#/components/schemas/Dog' } }
                Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
                Dog: { type: object, required: [kind], properties: { kind: { type: string } } }
            """,
        .schema { schema, findings in
            guard let discriminator = schema.discriminator, !schema.isPureReference else { return }
            let listed = Set((schema.oneOf + schema.anyOf).map { findings.description.resolved($0) })
            for entry in discriminator.mapping {
                guard
                    let target = findings.description.schemaID(of: entry.value).map({
                        findings.description.resolved($0)
                    }),
                    listed.isEmpty
                        ? !findings.isBelow(target, schema)
                        : !listed.contains(target) && !findings.isNested(target, in: listed)
                else { continue }
                findings.report(
                    "`\(entry.name)` means a schema that is none of the variants",
                    at: findings.arena.range(of: entry.value.node))
            }
        })
}

extension RuleFindings {
    /// Whether a schema has another one, which is a parent by its discriminator, in `allOf`.
    fileprivate func isBelow(_ target: SchemaID, _ parent: Schema) -> Bool {
        description.parts(of: target, alternatives: false)?.contains { $0.node == parent.node } ?? true
    }

    /// Whether a schema is an alternative of one of the variants.
    fileprivate func isNested(_ target: SchemaID, in variants: Set<SchemaID>) -> Bool {
        variants.contains { id in
            let schema = description.schema(id)
            return (schema.oneOf + schema.anyOf).contains { description.resolved($0) == target }
        }
    }
}
