import OpenAPIModel
import TrunklineJSON

extension Rule {
    static let duplicateValue = Rule(
        "duplicate-value", "A value is once in `enum`.", section: "schema-object", .warning,
        good: "components: { schemas: { Kind: { type: string, enum: [cat, dog] } } }",
        bad: "components: { schemas: { Kind: { type: string, enum: [cat, dog, cat] } } }",
        .schema { schema, findings in
            guard let values = schema.enumeration, values.count > 1, !schema.isPureReference else { return }
            var first: [JSONValue: Node] = [:]
            for node in values {
                guard let value = findings.arena.json(node) else { continue }
                guard let other = first[value] else {
                    first[value] = node
                    continue
                }
                findings.report(
                    "the enumeration has this value already", at: findings.arena.range(of: node),
                    related: [.init("here", findings.arena.range(of: other))])
            }
        })
}
