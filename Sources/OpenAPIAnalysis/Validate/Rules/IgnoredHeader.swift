import OpenAPIModel

extension Rule {
    static let ignoredHeader = Rule(
        "ignored-header",
        "`Accept`, `Content-Type` and `Authorization` are no parameters, and `Content-Type` is no header of a response.",
        section: "parameter-name", .openAPI3(.warning),
        good: """
            paths:
              /pets:
                get:
                  parameters: [{ name: X-Trace, in: header, schema: { type: string } }]
                  responses: { '200': { description: Pets. } }
            """,
        bad: """
            paths:
              /pets:
                get:
                  parameters: [{ name: Authorization, in: header, schema: { type: string } }]
                  responses: { '200': { description: Pets. } }
            """,
        .parameter { parameter, findings in
            let name = parameter.name.lowercased()
            guard parameter.location == .header, let instead = saidElsewhere[name] else { return }
            findings.report(
                "a parameter `\(parameter.name)` is ignored", at: parameter.node, value: "name",
                help: "\(instead) says it instead")
        },
        .header { site, findings in
            guard site.name.lowercased() == "content-type", site.place != .component else { return }
            findings.report(
                "a header `\(site.name)` is ignored", at: site.nameRange,
                help: site.place == .part ? "`contentType` says it instead" : "`content` says it instead")
        })

    private static let saidElsewhere = [
        "accept": "`content` of the responses", "content-type": "`content` of the body",
        "authorization": "`security`",
    ]
}
