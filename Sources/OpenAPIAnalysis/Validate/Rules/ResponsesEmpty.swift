import OpenAPIModel

extension Rule {
    static let responsesEmpty = Rule(
        "responses-empty", "`responses` has at least one status.", section: "responses-object", .error,
        good: """
            paths:
              /pets: { get: { responses: { '200': { description: Pets. } } } }
            """,
        bad: """
            paths:
              /pets: { get: { responses: {} } }
            """,
        .operation { site, findings in
            guard let responses = site.operation.responses,
                !findings.arena.entries(of: responses.node).contains(where: { !$0.key.hasPrefix("x-") })
            else { return }
            findings.report(
                "there is no response", at: responses.node, help: "describe the answer to a call that succeeds")
        })
}
