import OpenAPIModel

extension Rule {
    static let mediaTypeDuplicate = Rule(
        "media-type-duplicate", "A media type is once in `content`; case and blanks make no other one.",
        section: "request-body-content", .openAPI3(.warning),
        good: """
            components:
              requestBodies:
                pet: { content: { application/json: {}, application/xml: {} } }
            """,
        bad: """
            components:
              requestBodies:
                pet: { content: { application/json: {}, Application/JSON: {} } }
            """,
        .requestBody { body, findings in findings.checkDuplicates(body.content) },
        .response { response, findings in findings.checkDuplicates(response.content) })
}

extension RuleFindings {
    fileprivate mutating func checkDuplicates(_ content: [Named<Referenced<MediaType>>]) {
        var first: [String: SourceRange] = [:]
        for entry in content {
            let parts = entry.name.split(separator: ";").map { $0.trimmed.lowercased() }
            let name = (parts.prefix(1) + parts.dropFirst().sorted()).joined(separator: ";")
            guard let other = first[name] else {
                first[name] = entry.nameRange
                continue
            }
            report(
                "`\(entry.name)` is the same media type as another one", at: entry.nameRange,
                related: [.init("the other one is here", other)])
        }
    }
}
