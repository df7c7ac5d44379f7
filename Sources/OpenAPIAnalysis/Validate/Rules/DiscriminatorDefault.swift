import OpenAPIModel

extension Rule {
    static let discriminatorDefault = Rule(
        "discriminator-default", "A discriminator over a member that is optional has a `defaultMapping`.",
        section: "discriminator-default-mapping", Levels(v3_2: .error),
        good: """
            components:
              schemas:
                Pet:
                  oneOf: [{ $ref: '#/components/schemas/Cat' }]
                  discriminator: { propertyName: kind, defaultMapping: Cat }
                Cat: { type: object, properties: { kind: { type: string } } }
            """,
        bad: """
            components:
              schemas:
                Pet:
                  oneOf: [{ $ref: '#/components/schemas/Cat' }]
                  discriminator: { propertyName: kind }
                Cat: { type: object, properties: { kind: { type: string } } }
            """,
        .schema { schema, findings in
            guard let discriminator = schema.discriminator, discriminator.defaultMapping == nil,
                !schema.isPureReference
            else { return }
            for variant in schema.oneOf + schema.anyOf {
                let id = findings.description.resolved(variant)
                guard let state = findings.member(discriminator.propertyName, of: id), state.isDeclared,
                    !state.isRequired
                else { continue }
                findings.report(
                    "`\(discriminator.propertyName)` is optional, so the discriminator needs a `defaultMapping`",
                    at: discriminator.node,
                    related: [
                        .init(
                            "a variant that does not require it",
                            findings.arena.nameRange(of: findings.description.schema(id).node))
                    ])
                return
            }
        })
}
