import OpenAPIModel

extension Rule {
    static let duplicateParameter = Rule(
        "duplicate-parameter",
        "A list of parameters has each name once in each place, references followed; names of headers do not know case.",
        section: "operation-parameters", .error,
        good: """
            paths:
              /pets:
                get:
                  parameters:
                    - { name: limit, in: query, schema: { type: integer } }
                    - { name: limit, in: header, schema: { type: integer } }
                  responses: { '200': { description: Pets. } }
            """,
        bad: """
            paths:
              /pets:
                get:
                  parameters:
                    - { name: Limit, in: header, schema: { type: integer } }
                    - { name: limit, in: header, schema: { type: integer } }
                  responses: { '200': { description: Pets. } }
            """,
        .pathItem { site, findings in findings.reportDuplicates(site.parameters) },
        .operation { site, findings in findings.reportDuplicates(site.parameters) })
}

extension RuleFindings {
    fileprivate mutating func reportDuplicates(_ parameters: [ParameterSite]) {
        var first: [String: SourceRange] = [:]
        for site in parameters {
            guard let location = site.parameter.location else { continue }
            let name = location == .header ? site.parameter.name.lowercased() : site.parameter.name
            let key = location.rawValue + " " + name
            guard let other = first[key] else {
                first[key] = site.range
                continue
            }
            report(
                "there is another parameter `\(site.parameter.name)` in `\(location.rawValue)`", at: site.range,
                help: "leave one of them out", related: [.init("the other one is here", other)])
        }
    }
}
