import OpenAPIModel

extension Rule {
    static let exampleOrExamples = Rule(
        "example-or-examples", "A parameter, header or media type has `example` or `examples`, not both.",
        section: "media-type-example", .openAPI3(.error),
        good: """
            components:
              parameters:
                limit: { name: limit, in: query, schema: { type: integer }, example: 10 }
            """,
        bad: """
            components:
              parameters:
                limit:
                  { name: limit, in: query, schema: { type: integer }, example: 10, examples: { ten: { value: 10 } } }
            """,
        .parameter { parameter, findings in findings.checkExamples(parameter.node) },
        .header { site, findings in findings.checkExamples(site.header.node) },
        .mediaType { site, findings in findings.checkExamples(site.mediaType.node) })
}

extension RuleFindings {
    fileprivate mutating func checkExamples(_ node: Node) {
        guard has("example", node), has("examples", node) else { return }
        report(
            "`example` and `examples` exclude each other", at: node, key: "example",
            help: "put all examples into `examples`")
    }
}
