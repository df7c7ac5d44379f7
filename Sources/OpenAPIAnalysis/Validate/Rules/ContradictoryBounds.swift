import OpenAPIModel

extension Rule {
    static let contradictoryBounds = Rule(
        "contradictory-bounds", "The bounds of a schema leave room for a value.", section: "schema-object", .warning,
        good: "components: { schemas: { Age: { type: integer, minimum: 0, maximum: 30 } } }",
        bad: "components: { schemas: { Age: { type: integer, minimum: 30, maximum: 0 } } }",
        .schema { schema, findings in
            guard !schema.isPureReference else { return }
            let limits = schema.limits
            findings.checkNumbers(schema)
            findings.checkBounds(limits.minLength, limits.maxLength, "minLength", "maxLength", schema)
            findings.checkBounds(limits.minItems, limits.maxItems, "minItems", "maxItems", schema)
            findings.checkBounds(limits.minProperties, limits.maxProperties, "minProperties", "maxProperties", schema)
            findings.checkBounds(limits.minContains, limits.maxContains, "minContains", "maxContains", schema)
            if let factor = limits.multipleOf.flatMap({ findings.arena.double($0) }), factor <= 0 {
                findings.report("`multipleOf` has to be greater than 0", at: schema.node, value: "multipleOf")
            }
            if findings.has("allOf", schema.node), schema.allOf.isEmpty {
                findings.report("`allOf` has no schemas", at: schema.node, key: "allOf")
            }
        })
}

extension RuleFindings {
    fileprivate mutating func checkBounds(
        _ least: Int?, _ most: Int?, _ leastKey: String, _ mostKey: String, _ schema: Schema
    ) {
        guard let least, let most, least > most else { return }
        report("`\(leastKey)` is greater than `\(mostKey)`", at: schema.node, value: leastKey)
    }

    fileprivate mutating func checkNumbers(_ schema: Schema) {
        let (low, lowKey, isLowOpen) = bound(schema.limits.minimum, schema.limits.exclusiveMinimum, true)
        let (high, highKey, isHighOpen) = bound(schema.limits.maximum, schema.limits.exclusiveMaximum, false)
        guard let low, let high, low > high || (low == high && (isLowOpen || isHighOpen)) else { return }
        report("no number is between `\(lowKey)` and `\(highKey)`", at: schema.node, value: lowKey)
    }

    /// The tighter of two bounds, its key, and whether the bound itself is excluded.
    private func bound(_ plain: Node?, _ exclusive: ExclusiveLimit?, _ isLow: Bool) -> (Double?, String, Bool) {
        let key = isLow ? "minimum" : "maximum"
        let value = plain.flatMap { arena.double($0) }
        switch exclusive {
        case .flag(let flag)?: return (value, key, flag)
        case .value(let node)?:
            guard let other = arena.double(node) else { return (value, key, false) }
            let isTighter = value.map { isLow ? other >= $0 : other <= $0 } ?? true
            let exclusiveKey = isLow ? "exclusiveMinimum" : "exclusiveMaximum"
            return isTighter ? (other, exclusiveKey, true) : (value, key, false)
        case nil: return (value, key, false)
        }
    }
}
