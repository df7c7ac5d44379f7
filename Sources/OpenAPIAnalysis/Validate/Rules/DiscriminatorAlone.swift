import OpenAPIModel

extension Rule {
    static let discriminatorAlone = Rule(
        "discriminator-alone",
        "A `discriminator` stands beside `oneOf` or `anyOf`, or in a schema that others have in `allOf`.",
        section: "discriminator-object", .openAPI3(.warning),
        good: """
            components:
              schemas:
                Pet: { type: object, required: [kind], properties: { kind: {} }, discriminator: { propertyName: kind } }
                Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
            """,
        bad: """
            components:
              schemas:
                Pet: { type: object, required: [kind], properties: { kind: {} }, discriminator: { propertyName: kind } }
            """,
        .description { findings in
            let parents = findings.allOfParents()
            for id in findings.description.schemaIndices {
                let schema = findings.description.schema(id)
                guard let discriminator = schema.discriminator, !schema.isPureReference, schema.oneOf.isEmpty,
                    schema.anyOf.isEmpty, schema.allOf.isEmpty, !parents.contains(id), discriminator.mapping.isEmpty
                else { continue }
                findings.report(
                    "the discriminator has nothing to tell apart", at: schema.node, key: "discriminator",
                    help: "put it beside `oneOf` or `anyOf`, or the schema into the `allOf` of others")
            }
        })
}

extension RuleFindings {
    /// The schemas that others have in `allOf`, references followed.
    func allOfParents() -> Set<SchemaID> {
        Set(
            description.schemas.lazy.filter { !$0.isPureReference }.flatMap(\.allOf).map {
                self.description.resolved($0)
            })
    }
}
