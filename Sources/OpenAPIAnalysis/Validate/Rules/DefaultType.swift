import OpenAPIModel

extension Rule {
    static let defaultType = Rule(
        "default-type", "A `default` is of the schema's type and, where there is an `enum`, one of its values.",
        section: "schema-object", Levels(v2_0: .error, v3_0: .error, v3_1: .warning, v3_2: .warning),
        good: "components: { schemas: { Size: { type: integer, default: 1 } } }",
        bad: "components: { schemas: { Size: { type: integer, default: big } } }",
        .schema { schema, findings in
            guard let value = schema.defaultValue, !schema.isPureReference else { return }
            if !schema.types.isEmpty, !findings.isOfType(value, schema) {
                let types = schema.types.map(\.rawValue).joined(separator: " or ")
                findings.report(
                    "the default is \(findings.arena.kind(value).name), and the type is \(types)",
                    at: findings.arena.range(of: value))
            } else if let values = schema.enumeration, !values.isEmpty, !findings.isAmong(value, values) {
                findings.report(
                    "the default is none of the values", at: findings.arena.range(of: value),
                    related: [.init("the values", findings.arena.keyRange(in: schema.node, for: "enum"))])
            }
        })
}

extension RuleFindings {
    fileprivate func isAmong(_ value: Node, _ values: [Node]) -> Bool {
        guard let json = arena.json(value) else { return true }
        return (arena.isNull(value)) || values.contains { arena.json($0) == json }
    }
}
