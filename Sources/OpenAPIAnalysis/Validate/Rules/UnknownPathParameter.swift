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
            let known = Set(templateNames(site.name))
            findings.reportUnknown(site.parameters, known)
            guard !site.item.operations.isEmpty else { return }
            for named in site.item.operations {
                for entry in named.value.parameters {
                    guard let parameter = findings.description.object(entry) else { continue }
                    let node = entry.reference?.node ?? parameter.node
                    let own = ParameterSite(parameter: parameter, range: findings.arena.range(of: node))
                    if !known.contains(parameter.name) { findings.reportUnknown([own], known) }
                }
            }
        })
}

extension RuleFindings {
    fileprivate mutating func reportUnknown(_ parameters: [ParameterSite], _ known: Set<String>) {
        for site in parameters where site.parameter.location == .path && !known.contains(site.parameter.name) {
            let meant = help(for: site.parameter.name) { known.sorted() }
            report("the path has no `{\(site.parameter.name)}`", at: site.range, help: meant)
        }
    }
}
