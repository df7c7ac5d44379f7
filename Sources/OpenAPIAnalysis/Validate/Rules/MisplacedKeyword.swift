import OpenAPIModel

extension Rule {
    static let misplacedKeyword = Rule(
        "misplaced-keyword", "A keyword stands beside a type that it says something about.",
        section: "schema-object", .warning, in: .recommended,
        good: "components: { schemas: { Pet: { type: object, properties: { name: {} } } } }",
        bad: "components: { schemas: { Pet: { type: string, properties: { name: {} } } } }",
        .schema { schema, findings in
            guard !schema.types.isEmpty, !schema.isPureReference else { return }
            for (types, keywords) in keywordsByType where types.isDisjoint(with: schema.types) {
                for keyword in keywords where findings.isMisplaced(keyword, schema) {
                    let words = schema.types.map(\.rawValue).joined(separator: " or ")
                    findings.report(
                        "`\(keyword)` says nothing about a value of type \(words)", at: schema.node, key: keyword)
                }
            }
        })

    private static let keywordsByType: [(Set<SchemaType>, [String])] = [
        (
            [.object],
            ["properties", "additionalProperties", "required", "patternProperties", "minProperties", "maxProperties"]
        ),
        ([.array], ["items", "prefixItems", "minItems", "maxItems", "uniqueItems"]),
        ([.string], ["minLength", "maxLength", "pattern"]),
        ([.integer, .number], ["minimum", "maximum", "multipleOf"]),
    ]
}

extension RuleFindings {
    fileprivate func isMisplaced(_ keyword: String, _ schema: Schema) -> Bool {
        guard let value = arena.value(in: schema.node, for: keyword) else { return false }
        // In Swagger 2.0 `required` is a word about the parameter that the schema stands in.
        return keyword != "required" || arena.kind(value) == .sequence
    }
}
