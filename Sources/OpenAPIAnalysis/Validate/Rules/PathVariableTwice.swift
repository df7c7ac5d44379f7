import OpenAPIModel

extension Rule {
    static let pathVariableTwice = Rule(
        "path-variable-twice", "A `{name}` is once in a path.", section: "path-templating",
        Levels(v2_0: .warning, v3_0: .warning, v3_1: .warning, v3_2: .error),
        good: """
            paths:
              /owners/{owner}/pets/{pet}: {}
            """,
        bad: """
            paths:
              /owners/{id}/pets/{id}: {}
            """,
        .pathItem { site, findings in
            guard site.place == .path else { return }
            var seen: Set<String> = []
            for name in templateParts(site.name).names where !seen.insert(name).inserted {
                findings.report("`{\(name)}` is more than once in the path", at: site.nameRange)
            }
        })
}
