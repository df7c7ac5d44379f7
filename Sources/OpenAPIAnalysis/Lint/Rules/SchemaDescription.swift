import OpenAPIModel

extension Rule {
    static let schemaDescription = Rule(
        "schema-description", "A schema among the components has a description.", .openAPI3(.note),
        in: .strict,
        good: """
            components: { schemas: { Pet: { type: object, description: A pet. } } }
            """,
        bad: """
            components: { schemas: { Pet: { type: object } } }
            """,
        .description { findings in
            for entry in findings.description.document.components?.schemas ?? [] {
                let schema = findings.description.schema(entry.value)
                guard schema.ref == nil, schema.description == nil, schema.title == nil else { continue }
                findings.report("the schema `\(entry.name)` has no description", at: entry.nameRange)
            }
        })
}
