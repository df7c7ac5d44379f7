import OpenAPIModel

extension Rule {
    static let nullableWithoutType = Rule(
        "nullable-without-type", "`nullable` stands beside a `type`, without which it has no effect.",
        section: "schema-nullable", Levels(v3_0: .warning),
        good: "components: { schemas: { Name: { type: string, nullable: true } } }",
        bad: "components: { schemas: { Name: { nullable: true } } }",
        .schema { schema, findings in
            guard schema.nullable, schema.types.isEmpty, !schema.isPureReference else { return }
            findings.report(
                "`nullable` has no effect without a `type` beside it", at: schema.node, key: "nullable",
                help: "say the type here as well")
        })
}
