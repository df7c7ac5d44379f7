import OpenAPIModel

extension Rule {
    static let readAndWriteOnly = Rule(
        "read-and-write-only", "A member is not `readOnly` and `writeOnly` at once.", section: "schema-read-only",
        Levels(v3_0: .error, v3_1: .warning, v3_2: .warning),
        good: "components: { schemas: { Secret: { type: string, writeOnly: true } } }",
        bad: "components: { schemas: { Secret: { type: string, readOnly: true, writeOnly: true } } }",
        .schema { schema, findings in
            guard schema.readOnly, schema.writeOnly, !schema.isPureReference else { return }
            findings.report("what is `readOnly` and `writeOnly` is never there", at: schema.node, key: "writeOnly")
        })
}
