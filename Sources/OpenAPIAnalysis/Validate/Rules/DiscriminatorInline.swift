import OpenAPIModel

extension Rule {
    static let discriminatorInline = Rule(
        "discriminator-inline", "The variants that a discriminator tells apart are components, which have names.",
        section: "discriminator-object", .openAPI3(.warning),
        good: """
            components:
              schemas:
                Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
                Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind } }
            """,
        bad: """
            components:
              schemas:
                Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
                Pet:
                  oneOf:
                    - $ref: '#/components/schemas/Cat'
                    - { type: object, required: [kind], properties: { kind: { const: dog } } }
                  discriminator: { propertyName: kind }
            """,
        .schema { schema, findings in
            guard schema.discriminator != nil, !schema.isPureReference else { return }
            for variant in schema.oneOf + schema.anyOf {
                let inline = findings.description.schema(variant)
                guard inline.ref == nil, case .keywords = inline.form, inline.types != [.null] else { continue }
                findings.report(
                    "the discriminator has no name for this variant, which is no component", at: inline.node,
                    help: "make it a component and refer to it")
            }
        })
}
