import OpenAPIModel

extension Rule {
    static let integerUnbounded = Rule(
        "integer-unbounded", "An integer that says how much is sent back has a `maximum`.", .openAPI3(.note),
        in: .strict,
        good: """
            components: { parameters: { limit: { name: limit, in: query, schema: { type: integer, maximum: 100 } } } }
            """,
        bad: """
            components: { parameters: { limit: { name: limit, in: query, schema: { type: integer } } } }
            """,
        .parameter { parameter, findings in
            guard parameter.location == .query, amounts.contains(parameter.name.lowercased().filter(\.isLetter)),
                let id = parameter.value.schema
            else { return }
            let schema = findings.description.schema(findings.description.resolved(id))
            guard schema.types.contains(.integer), schema.limits.maximum == nil, schema.limits.exclusiveMaximum == nil,
                schema.enumeration == nil
            else { return }
            findings.report("`\(parameter.name)` has no `maximum`", at: parameter.node, value: "name")
        })

    private static let amounts: Set<String> = [
        "limit", "pagesize", "perpage", "count", "size", "take", "top", "maxresults", "first", "last",
    ]
}
