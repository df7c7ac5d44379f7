import OpenAPIModel

extension Rule {
    static let unsafeMarkdown = Rule(
        "unsafe-markdown", "A description has no script.", .openAPI3(.warning),
        in: .recommended,
        good: """
            tags: [{ name: pets, description: All about pets. }]
            """,
        bad: """
            tags: [{ name: pets, description: 'All about <script>alert(1)</script>.' }]
            """,
        .description { findings in
            for (key, value) in findings.arena.texts(underKeys: ["description", "summary"]) {
                let text = value.lowercased()
                guard text.contains("<script") || text.contains("javascript:") || text.contains("<iframe") else {
                    continue
                }
                findings.report("the text holds a script, which pages might run", at: key)
            }
        })
}
