import OpenAPIModel

extension Rule {
    static let pathParameterRequired = Rule(
        "path-parameter-required", "A parameter in `path` is required.", section: "parameter-required", .error,
        good: """
            paths:
              /pets/{id}:
                parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            """,
        bad: """
            paths:
              /pets/{id}:
                parameters: [{ name: id, in: path, required: false, schema: { type: string } }]
            """,
        .parameter { parameter, findings in
            guard parameter.location == .path, !parameter.required else { return }
            let message =
                findings.has("required", parameter.node)
                ? "a part of the path is always there" : "a parameter in `path` needs `required: true`"
            findings.report(message, at: parameter.node, value: "required", help: "write `required: true`")
        })
}
