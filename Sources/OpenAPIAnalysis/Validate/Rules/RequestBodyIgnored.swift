import OpenAPIModel

extension Rule {
    static let requestBodyIgnored = Rule(
        "request-body-ignored", "`GET`, `HEAD` and `DELETE` have no body, which HTTP gives no meaning.",
        section: "operation-request-body", .openAPI3(.warning),
        good: """
            paths:
              /pets:
                post:
                  requestBody: { content: { application/json: {} } }
                  responses: { '200': { description: Pets. } }
            """,
        bad: """
            paths:
              /pets:
                get:
                  requestBody: { content: { application/json: {} } }
                  responses: { '200': { description: Pets. } }
            """,
        .operation { site, findings in
            guard ["GET", "HEAD", "DELETE"].contains(site.method), site.operation.requestBody != nil else { return }
            let isIgnored = findings.version(of: site.operation.node) < .v3_1
            findings.report(
                "a body of `\(site.method)` has no meaning in HTTP\(isIgnored ? " and is ignored" : "")",
                at: site.operation.node, key: "requestBody")
        })
}
