import OpenAPIModel

extension Rule {
    static let unknownDialect = Rule(
        "unknown-dialect",
        "`jsonSchemaDialect` and `$schema` name a dialect that is known: another is read as 2020-12.",
        section: "specifying-schema-dialects", Levels(v3_1: .warning, v3_2: .warning),
        good: "jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema",
        bad: "jsonSchemaDialect: https://json-schema.org/draft/2099-12/schema",
        .description { findings in
            let document = findings.description.document
            if let dialect = document.jsonSchemaDialect, !isKnown(dialect) {
                findings.report("the dialect is not known", at: document.node, value: "jsonSchemaDialect")
            }
        },
        .schema { schema, findings in
            guard let dialect = schema.identity.schema, !isKnown(dialect) else { return }
            findings.report("the dialect is not known", at: schema.node, value: "$schema")
        })

    private static func isKnown(_ dialect: String) -> Bool {
        dialect.hasPrefix("https://json-schema.org/draft/2020-12/schema")
            || dialect.hasPrefix("https://spec.openapis.org/oas/3.")
    }
}
