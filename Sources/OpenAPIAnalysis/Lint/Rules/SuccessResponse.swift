import OpenAPIModel

extension Rule {
    static let successResponse = Rule(
        "success-response", "An operation says what it answers when it succeeds.", section: "responses-object",
        .openAPI3(.warning),
        in: .recommended,
        good: """
            paths:
              /pets: { get: { responses: { '200': { description: Pets. } } } }
            """,
        bad: """
            paths:
              /pets: { get: { responses: { '404': { description: No pets. } } } }
            """,
        .operation { site, findings in
            let names = (site.operation.responses?.items ?? []).map(\.name)
            let isSuccess = names.contains { $0 == "default" || "123".contains($0.prefix(1)) }
            guard !names.isEmpty, !isSuccess, let responses = site.operation.responses else { return }
            findings.report("the operation describes no success", at: responses.node, help: "describe a `2XX` response")
        })
}
