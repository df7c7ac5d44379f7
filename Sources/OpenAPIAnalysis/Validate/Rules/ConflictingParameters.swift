import OpenAPIModel

extension Rule {
    static let conflictingParameters = Rule(
        "conflicting-parameters",
        "A parameter in `querystring` is the only one, and no parameter is in `query` beside it.",
        section: "parameter-locations", Levels(v3_2: .error),
        good: """
            paths:
              /pets:
                get:
                  parameters: [{ name: filter, in: querystring, content: { application/json: {} } }]
                  responses: { '200': { description: Pets. } }
            """,
        bad: """
            paths:
              /pets:
                parameters: [{ name: filter, in: querystring, content: { application/json: {} } }]
                get:
                  parameters: [{ name: limit, in: query, schema: { type: integer } }]
                  responses: { '200': { description: Pets. } }
            """,
        .operation { site, findings in findings.reportConflicts(site.parameters, site.site) },
        .pathItem { site, findings in findings.reportConflicts(site.parameters, nil) })
}

extension RuleFindings {
    /// Reports parameters that a whole query leaves no room for, in a list and in that of the path item.
    fileprivate mutating func reportConflicts(_ own: [ParameterSite], _ item: PathItemSite?) {
        let wholes = own.filter { $0.parameter.location == .querystring }
        let shared = item?.wholeQuery.map { whole in
            wholes.contains { $0.parameter.name == whole.parameter.name } ? [] : [whole]
        }
        guard let whole = ((shared ?? []) + wholes).first else { return }
        let rivals = wholes.filter { $0.range != whole.range } + own.filter { $0.parameter.location == .query }
        for rival in rivals { reportConflict(rival, whole) }
        if let query = item?.query, !wholes.isEmpty { reportConflict(wholes[0], query) }
    }

    private mutating func reportConflict(_ rival: ParameterSite, _ other: ParameterSite) {
        report(
            "a parameter in `querystring` is the whole query and the only one", at: rival.range,
            related: [.init("the other parameter is here", other.range)])
    }
}
