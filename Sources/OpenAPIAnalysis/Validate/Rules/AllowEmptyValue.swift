import OpenAPIModel

extension Rule {
    static let allowEmptyValue = Rule(
        "allow-empty-value", "`allowEmptyValue` is for parameters in `query`.", section: "parameter-allow-empty-value",
        Levels(v3_0: .warning, v3_1: .error, v3_2: .error),
        good: """
            components:
              parameters:
                all: { name: all, in: query, allowEmptyValue: true, schema: { type: boolean } }
            """,
        bad: """
            components:
              parameters:
                all: { name: X-All, in: header, allowEmptyValue: true, schema: { type: boolean } }
            """,
        .parameter { parameter, findings in
            guard findings.has("allowEmptyValue", parameter.node), let location = parameter.location,
                location != .query
            else { return }
            findings.report(
                "`allowEmptyValue` has no meaning in `\(location.rawValue)`", at: parameter.node,
                key: "allowEmptyValue")
        })
}
