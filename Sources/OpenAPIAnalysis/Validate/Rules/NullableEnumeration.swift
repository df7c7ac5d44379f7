import OpenAPIModel

extension Rule {
    static let nullableEnumeration = Rule(
        "nullable-enumeration", "An `enum` beside `nullable: true` lists `null`, which it excludes otherwise.",
        section: "schema-nullable", Levels(v3_0: .warning), in: .recommended,
        good: "components: { schemas: { Kind: { type: string, nullable: true, enum: [cat, null] } } }",
        bad: "components: { schemas: { Kind: { type: string, nullable: true, enum: [cat] } } }",
        .schema { schema, findings in
            guard schema.nullable, !schema.isPureReference, let values = schema.enumeration, !values.isEmpty,
                !values.contains(where: findings.arena.isNull)
            else { return }
            findings.report(
                "`enum` does not list `null`, so that `nullable` has no effect", at: schema.node, key: "enum",
                help: "add `null` to `enum`")
        })
}
