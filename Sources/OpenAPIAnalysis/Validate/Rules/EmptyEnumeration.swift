import OpenAPIModel

extension Rule {
    static let emptyEnumeration = Rule(
        "empty-enumeration", "An `enum` has values.", section: "schema-object", .warning,
        good: "components: { schemas: { Kind: { type: string, enum: [cat] } } }",
        bad: "components: { schemas: { Kind: { type: string, enum: [] } } }",
        .schema { schema, findings in
            guard schema.enumeration?.isEmpty == true, !schema.isPureReference else { return }
            findings.report(
                "no value is allowed here", at: schema.node, key: "enum",
                help: "leave `enum` out where any value will do")
        })
}
