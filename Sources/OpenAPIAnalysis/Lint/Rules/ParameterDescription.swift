import OpenAPIModel

extension Rule {
    static let parameterDescription = Rule(
        "parameter-description", "A parameter has a description.", .openAPI3(.note),
        in: .strict,
        good: """
            components: { parameters: { limit: { name: limit, in: query, description: At most., schema: { type: integer } } } }
            """,
        bad: """
            components: { parameters: { limit: { name: limit, in: query, schema: { type: integer } } } }
            """,
        .parameter { parameter, findings in
            guard parameter.description == nil else { return }
            findings.report("the parameter `\(parameter.name)` has no description", at: parameter.node, value: "name")
        })
}
