import OpenAPIModel

extension Rule {
    static let operationDescription = Rule(
        "operation-description", "An operation says with `summary` or `description` what it does, where others do.",
        .openAPI3(.warning),
        in: .recommended,
        good: """
            paths:
              /pets:
                get: { summary: Lists pets., responses: { '200': { description: Pets. } } }
              /owners:
                get: { summary: Lists owners., responses: { '200': { description: Owners. } } }
            """,
        bad: """
            paths:
              /pets:
                get: { summary: Lists pets., responses: { '200': { description: Pets. } } }
              /owners:
                get: { responses: { '200': { description: Owners. } } }
            """,
        .description { findings in
            findings.reportMissing("the operation says nothing of what it does") { site in
                site.operation.summary != nil || site.operation.description != nil
            }
        })
}

extension RuleFindings {
    /// Reports operations without something that at least half of the operations have; in the strict set all of them.
    mutating func reportMissing(_ message: String, help: String? = nil, _ has: (OperationSite) -> Bool) {
        let operations = survey.operations.filter { $0.site.place == .path }
        let missing = operations.filter { !has($0) }
        guard isExpected(operations.count - missing.count, of: operations.count) else { return }
        for site in missing { report(message, at: site.methodRange, help: help) }
    }

    /// Whether what some have is expected of all: a document that does it in most places means to do it everywhere.
    func isExpected(_ count: Int, of all: Int) -> Bool { isStrict || (count > 0 && count * 2 >= all) }
}
