import OpenAPIModel

extension Rule {
    static let tagDescription = Rule(
        "tag-description", "A tag has a description.", .openAPI3(.note),
        in: .strict,
        good: """
            tags: [{ name: pets, description: All about pets. }]
            """,
        bad: """
            tags: [{ name: pets }]
            """,
        .description { findings in
            for tag in findings.description.document.tags where tag.description == nil && tag.summary == nil {
                findings.report("the tag `\(tag.name)` has no description", at: tag.node, value: "name")
            }
        })
}
