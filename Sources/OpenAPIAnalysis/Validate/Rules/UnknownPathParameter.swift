import OpenAPIModel

extension Rule {
    static let unknownPathParameter = Rule(
        "unknown-path-parameter", "Every parameter in `path` has its `{name}` in the path.",
        section: "path-templating", .error,
        good: """
            paths:
              /pets/{id}:
                get:
                  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                  responses: { '200': { description: A pet. } }
            """,
        bad: """
            paths:
              /pets:
                get:
                  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                  responses: { '200': { description: A pet. } }
            """,
        .pathItem { site, findings in
            guard site.place == .path, !site.isRepeated else { return }
            let names = templateNames(site.name)
            findings.reportUnknown(site.parameters, names)
            guard !site.item.operations.isEmpty else { return }
            let known = Set(names)
            for named in site.item.operations {
                for entry in named.value.parameters {
                    guard let parameter = findings.description.object(entry) else { continue }
                    let node = entry.reference?.node ?? parameter.node
                    let own = ParameterSite(parameter: parameter, range: findings.arena.range(of: node))
                    if !known.contains(parameter.name) { findings.reportUnknown([own], names) }
                }
            }
        })
}

extension RuleFindings {
    fileprivate mutating func reportUnknown(_ parameters: [ParameterSite], _ names: [String]) {
        let known = Set(names)
        for site in parameters where site.parameter.location == .path && !known.contains(site.parameter.name) {
            let meant = suggestion(for: site.parameter.name, among: names.prefix(50)).map { "did you mean `\($0)`?" }
            report("the path has no `{\(site.parameter.name)}`", at: site.range, help: meant)
        }
    }
}
