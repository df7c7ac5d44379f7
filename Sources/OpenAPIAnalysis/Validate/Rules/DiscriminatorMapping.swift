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
            let nested = discriminator.mapping.isEmpty ? [] : findings.nested(in: listed)
            for entry in discriminator.mapping {
                guard
                    let target = findings.description.schemaID(of: entry.value).map({
                        findings.description.resolved($0)
                    }),
                    listed.isEmpty
                        ? !findings.isBelow(target, schema)
                        : !listed.contains(target) && !nested.contains(target)
                else { continue }
                findings.report(
                    "`\(entry.name)` means a schema that is none of the variants",
                    at: findings.arena.range(of: entry.value.node))
            }
        })
}

extension RuleFindings {
    /// Whether a schema has another one, which is a parent by its discriminator, in `allOf`.
    fileprivate mutating func isBelow(_ target: SchemaID, _ parent: Schema) -> Bool {
        parts(of: target, alternatives: false).map { parts in
            parts.contains { description.schema($0).node == parent.node }
        } ?? true
    }

    /// The alternatives of the variants.
    fileprivate func nested(in variants: Set<SchemaID>) -> Set<SchemaID> {
        Set(
            variants.lazy.flatMap { id in
                let schema = description.schema(id)
                return (schema.oneOf + schema.anyOf).map { description.resolved($0) }
            })
    }
}
