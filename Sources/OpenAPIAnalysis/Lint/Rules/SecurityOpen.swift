import OpenAPIModel

extension Rule {
    static let securityOpen = Rule(
        "security-open", "An operation says what credentials it takes, where others do; `security: []` says none.",
        .openAPI3(.warning),
        in: .recommended,
        good: """
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
            paths:
              /pets:
                get: { security: [{ key: [] }], responses: { '200': { description: Pets. } } }
                post: { security: [], responses: { '201': { description: Added. } } }
            """,
        bad: """
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
            paths:
              /pets:
                get: { security: [{ key: [] }], responses: { '200': { description: Pets. } } }
                post: { responses: { '201': { description: Added. } } }
            """,
        .description { findings in
            guard findings.description.document.security == nil,
                findings.survey.operations.contains(where: { $0.operation.security?.isEmpty == false })
            else { return }
            for site in findings.survey.operations where site.site.place == .path && site.operation.security == nil {
                findings.report(
                    "the operation does not say what credentials it takes", at: site.methodRange,
                    help: "write `security: []` where it takes none")
            }
        })
}
