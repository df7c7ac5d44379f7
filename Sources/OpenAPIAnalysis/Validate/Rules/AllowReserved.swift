import OpenAPIModel

extension Rule {
    static let allowReserved = Rule(
        "allow-reserved",
        "`allowReserved` is where characters are percent-encoded: in `query`, from 3.2 on also in `path` and form cookies.",
        section: "parameter-allow-reserved", Levels(v3_0: .warning, v3_1: .error, v3_2: .error),
        good: """
            components:
              parameters:
                path: { name: path, in: query, allowReserved: true, schema: { type: string } }
            """,
        bad: """
            components:
              parameters:
                path: { name: X-Path, in: header, allowReserved: true, schema: { type: string } }
            """,
        .parameter { parameter, findings in
            guard findings.has("allowReserved", parameter.node), let location = parameter.location,
                location != .querystring, !findings.allowsReserved(parameter, location)
            else { return }
            let place = parameter.value.style == .cookie ? "the style `cookie`" : "`\(location.rawValue)`"
            findings.report("`allowReserved` has no meaning in \(place)", at: parameter.node, key: "allowReserved")
        },
        .header { site, findings in
            guard findings.has("allowReserved", site.header.node) else { return }
            findings.report("`allowReserved` has no meaning in a header", at: site.header.node, key: "allowReserved")
        })
}

extension RuleFindings {
    fileprivate func allowsReserved(_ parameter: Parameter, _ location: ParameterLocation) -> Bool {
        if location == .query { return true }
        guard version(of: parameter.node) >= .v3_2 else { return false }
        return location == .path || (location == .cookie && parameter.value.style != .cookie)
    }
}
