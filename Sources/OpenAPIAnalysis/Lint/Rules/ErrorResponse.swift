import OpenAPIModel

extension Rule {
    static let errorResponse = Rule(
        "error-response", "An operation says what it answers to a bad request, where others do.", .openAPI3(.warning),
        in: .recommended,
        good: """
            paths:
              /pets:
                get: { responses: { '200': { description: Pets. }, '400': { description: No. } } }
                post: { responses: { '201': { description: Added. }, default: { description: No. } } }
            """,
        bad: """
            paths:
              /pets:
                get: { responses: { '200': { description: Pets. }, '400': { description: No. } } }
                post: { responses: { '201': { description: Added. } } }
            """,
        .description { findings in
            findings.reportMissing("the operation describes no error", help: "describe a `4XX` or a `default` response")
            {
                let names = ($0.operation.responses?.items ?? []).map(\.name)
                return names.contains { $0 == "default" || $0.hasPrefix("4") || $0.hasPrefix("5") }
            }
        })
}
