import OpenAPIModel

extension Rule {
    static let parameterValue = Rule(
        "parameter-value", "A parameter or header has either a `schema` or a `content` with one media type.",
        section: "parameter-object", .openAPI3(.error),
        good: """
            components:
              parameters:
                limit: { name: limit, in: query, schema: { type: integer } }
            """,
        bad: """
            components:
              parameters:
                limit: { name: limit, in: query, schema: { type: integer }, content: { text/plain: {} } }
            """,
        .parameter { parameter, findings in
            findings.checkValue(parameter.node, "a parameter")
            guard parameter.location == .querystring else { return }
            for key in ["schema", "style", "explode", "allowReserved"] where findings.has(key, parameter.node) {
                findings.report(
                    "a parameter in `querystring` has no `\(key)`", at: parameter.node, key: key,
                    help: "describe the query in `content`")
            }
        },
        .header { site, findings in findings.checkValue(site.header.node, "a header") })
}

extension RuleFindings {
    fileprivate mutating func checkValue(_ node: Node, _ what: String) {
        let content = arena.value(in: node, for: "content")
        switch (has("schema", node), content) {
        case (true, _?): report("\(what) has `schema` or `content`, not both", at: node, key: "content")
        case (false, nil): report("\(what) needs a `schema` or a `content`", at: arena.nameRange(of: node))
        case (true, nil), (false, _?): break
        }
        guard let content else { return }
        if arena.kind(content) == .mapping, arena.entries(of: content).count != 1 {
            report("\(what) has one media type", at: node, key: "content")
        }
        for key in ["style", "explode", "allowReserved"] where has(key, node) && !has("schema", node) {
            report(
                "`\(key)` is for a `schema`; with `content` the media type says how it is written", at: node, key: key)
        }
    }
}
