import OpenAPIModel

extension Rule {
    static let parameterStyle = Rule(
        "parameter-style", "A parameter has a style that its place knows, a header the style `simple`.",
        section: "style-values", .openAPI3(.error),
        good: """
            components:
              parameters:
                filter: { name: filter, in: query, style: deepObject, schema: { type: object } }
            """,
        bad: """
            components:
              parameters:
                filter: { name: filter, in: path, required: true, style: deepObject, schema: { type: object } }
            """,
        .parameter { parameter, findings in
            guard let style = parameter.value.style, let location = parameter.location, location != .querystring,
                let known = styles[location], !known.contains(style)
            else { return }
            let words = known.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            findings.report(
                "a parameter in `\(location.rawValue)` has no style `\(style.rawValue)`", at: parameter.node,
                value: "style", help: known.count == 1 ? "it is always \(words)" : "use one of \(words)")
        },
        .header { site, findings in
            guard let style = site.header.value.style, style != .simple else { return }
            findings.report(
                "a header has no style `\(style.rawValue)`", at: site.header.node, value: "style",
                help: "it is always `simple`")
        })

    private static let styles: [ParameterLocation: [ParameterStyle]] = [
        .path: [.simple, .label, .matrix], .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject],
        .header: [.simple], .cookie: [.form, .cookie],
    ]
}
