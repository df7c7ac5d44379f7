import OpenAPIModel

extension Rule {
    static let bodilessContent = Rule(
        "bodiless-content", "Answers without a body, as `204` and those to `HEAD`, have no `content`.",
        section: "response-content", .openAPI3(.warning), in: .recommended,
        good: """
            paths:
              /pets: { delete: { responses: { '204': { description: Gone. } } } }
            """,
        bad: """
            paths:
              /pets: { delete: { responses: { '204': { description: Gone., content: { application/json: {} } } } } }
            """,
        .operation { site, findings in
            for entry in site.operation.responses?.items ?? [] {
                let isBodiless = ["204", "205", "304"].contains(entry.name) || entry.name.hasPrefix("1")
                guard isBodiless || site.method == "HEAD", let response = findings.description.object(entry.value),
                    !response.content.isEmpty
                else { continue }
                let what = isBodiless ? "an answer with status \(entry.name)" : "an answer to `HEAD`"
                findings.report("\(what) has no body", at: response.node, key: "content")
            }
        })
}
