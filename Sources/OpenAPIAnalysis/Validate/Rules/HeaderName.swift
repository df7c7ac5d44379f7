import OpenAPIModel

extension Rule {
    static let badHeaderName = Rule(
        "bad-header-name", "The name of a header is a token of HTTP, the name of a parameter in `path` has no braces.",
        section: "parameter-name", Levels(v3_0: .warning, v3_1: .warning, v3_2: .error),
        good: """
            components:
              parameters:
                trace: { name: X-Trace, in: header, schema: { type: string } }
            """,
        bad: """
            components:
              parameters:
                trace: { name: 'Trace[id]', in: header, schema: { type: string } }
            """,
        .parameter { parameter, findings in
            if parameter.location == .header, !isToken(parameter.name) {
                findings.report(
                    "`\(parameter.name)` is no name of a header", at: parameter.node, value: "name",
                    help: "use letters, digits and `-`")
            }
            if parameter.location == .path, parameter.name.contains(where: { "{}/?#".contains($0) }) {
                findings.report("`\(parameter.name)` cannot stand in a path", at: parameter.node, value: "name")
            }
        },
        .header { site, findings in
            guard site.place != .component, !isToken(site.name) else { return }
            findings.report(
                "`\(site.name)` is no name of a header", at: site.nameRange, help: "use letters, digits and `-`")
        })
}
