import OpenAPIModel

extension Rule {
    static let mistypedValue = Rule(
        "mistyped-value", "The values of `enum` and `const` are of the schema's type.", section: "schema-object",
        .warning,
        good: "components: { schemas: { Size: { type: integer, enum: [1, 2] } } }",
        bad: "components: { schemas: { Size: { type: integer, enum: [1, big] } } }",
        .schema { schema, findings in
            guard !schema.types.isEmpty, !schema.isPureReference else { return }
            for value in (schema.enumeration ?? []) + (schema.const.map { [$0] } ?? []) {
                guard !findings.isOfType(value, schema) else { continue }
                let types = schema.types.map(\.rawValue).joined(separator: " or ")
                findings.report(
                    "the value is \(findings.arena.kind(value).name), and the type is \(types)",
                    at: findings.arena.range(of: value))
            }
        })
}

extension RuleFindings {
    /// Whether a value is of one of the types that a schema names.
    func isOfType(_ value: Node, _ schema: Schema) -> Bool {
        if arena.isNull(value) { return schema.nullable || schema.types.contains(.null) }
        return schema.types.contains { type in
            switch type {
            case .null: false
            case .boolean: arena.kind(value) == .boolean
            case .integer: arena.integer(value) != nil || arena.kind(value) == .integer
            case .number: arena.number(value) != nil
            case .string: arena.kind(value) == .string
            case .array: arena.kind(value) == .sequence
            case .object: arena.kind(value) == .mapping
            }
        }
    }
}
