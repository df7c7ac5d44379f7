import OpenAPIModel

extension Rule {
    static let exampleValue = Rule(
        "example-value",
        "An example has one of `value` and `externalValue`, or from 3.2 on `dataValue` with one of `serializedValue` and "
            + "`externalValue`.",
        section: "example-object", .openAPI3(.error),
        good: """
            components:
              examples:
                cat: { value: { name: Tom } }
            """,
        bad: """
            components:
              examples:
                cat: { value: { name: Tom }, externalValue: 'https://pets.example/cat.json' }
            """,
        .example { example, findings in
            for (key, others) in exclusions where findings.has(key, example.node) {
                for other in others where findings.has(other, example.node) {
                    findings.report(
                        "`\(other)` and `\(key)` exclude each other", at: example.node, key: other,
                        related: [.init("the other one is here", findings.arena.keyRange(in: example.node, for: key))])
                }
            }
        })

    private static let exclusions = [
        ("value", ["externalValue", "dataValue", "serializedValue"]), ("externalValue", ["serializedValue"]),
    ]
}
