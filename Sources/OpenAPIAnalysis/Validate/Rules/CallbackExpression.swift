import OpenAPIModel

extension Rule {
    static let callbackExpression = Rule(
        "callback-expression", "The key of a callback is a runtime expression, or an address with some in braces.",
        section: "callback-object", .openAPI3(.error),
        good: """
            components:
              callbacks:
                done: { '{$request.body#/callbackUrl}': { post: { responses: { '200': { description: Thanks. } } } } }
            """,
        bad: """
            components:
              callbacks:
                done: { '{$request.boody#/callbackUrl}': { post: { responses: { '200': { description: Thanks. } } } } }
            """,
        .callback { callback, findings in
            for entry in callback.items {
                if entry.name.hasPrefix("$"), RuntimeExpression(entry.name) == nil {
                    findings.report("`\(entry.name)` is no runtime expression", at: entry.nameRange, help: expressions)
                }
                for (text, expression) in RuntimeExpression.embedded(in: entry.name) where expression == nil {
                    findings.report("`\(text)` is no runtime expression", at: entry.nameRange, help: expressions)
                }
                if !templateParts(entry.name).isBalanced {
                    findings.report("a brace of the address has no counterpart", at: entry.nameRange)
                }
            }
        })

    /// What a runtime expression looks like.
    static let expressions =
        "write one like `$request.body#/url`, `$request.query.url`, `$request.header.X-Url` or `$response.body#/url`"
}
