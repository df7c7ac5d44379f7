import OpenAPIModel

extension Rule {
    static let discriminatorProperty = Rule(
        "discriminator-property", "The member that a discriminator names is required in every variant.",
        section: "discriminator-object", .openAPI3(.warning),
        good: """
            components:
              schemas:
                Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind } }
                Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
            """,
        bad: """
            components:
              schemas:
                Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind } }
                Cat: { type: object, properties: { name: { type: string } } }
            """,
        .description { findings in
            var required: [String: [SchemaID: (isDeclared: Bool, isRequired: Bool)?]] = [:]
            for id in findings.description.schemaIndices {
                let schema = findings.description.schema(id)
                guard let discriminator = schema.discriminator, !schema.isPureReference else { continue }
                let name = discriminator.propertyName
                for variant in findings.variants(of: id, schema) {
                    let state = required[name]?[variant] ?? findings.memberState(name, variant)
                    required[name, default: [:]][variant] = state
                    findings.checkVariant(variant, state, discriminator)
                }
            }
        })
}

extension RuleFindings {
    /// The schemas that a discriminator tells apart: alternatives, or the schema itself where it is a parent.
    fileprivate func variants(of id: SchemaID, _ schema: Schema) -> [SchemaID] {
        let alternatives = schema.oneOf + schema.anyOf
        return (alternatives.isEmpty ? [id] : alternatives).map { description.resolved($0) }
    }

    /// Nil for variants that are not objects, or choices themselves, of which nothing can be said.
    fileprivate mutating func memberState(_ name: String, _ id: SchemaID) -> (isDeclared: Bool, isRequired: Bool)? {
        let schema = description.schema(id)
        guard case .keywords = schema.form, schema.oneOf.isEmpty, schema.anyOf.isEmpty, schema.types != [.null] else {
            return nil
        }
        return member(name, of: id)
    }

    fileprivate mutating func checkVariant(
        _ id: SchemaID, _ state: (isDeclared: Bool, isRequired: Bool)?, _ discriminator: Discriminator
    ) {
        guard let state, !state.isDeclared || !state.isRequired else { return }
        // From 3.2 on `defaultMapping` says what a value without the member is.
        guard !state.isDeclared || discriminator.defaultMapping == nil else { return }
        if state.isDeclared, version(of: discriminator.node) >= .v3_2 { return }
        let name = discriminator.propertyName
        report(
            state.isDeclared
                ? "`\(name)` tells the variants apart, and one of them does not require it"
                : "`\(name)` tells the variants apart, and one of them does not have it",
            at: discriminator.node, value: "propertyName",
            related: [.init("the variant is here", arena.nameRange(of: description.schema(id).node))])
    }
}
