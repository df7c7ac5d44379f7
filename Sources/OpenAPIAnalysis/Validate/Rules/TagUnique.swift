import OpenAPIModel

extension Rule {
    static let tagUnique = Rule(
        "tag-unique", "The name of a tag is declared once.", section: "oas-tags", .error,
        good: "tags: [{ name: pets }, { name: owners }]",
        bad: "tags: [{ name: pets }, { name: pets }]",
        .description { findings in
            var first: [String: Node] = [:]
            for tag in findings.description.document.tags {
                guard let other = first[tag.name] else {
                    first[tag.name] = tag.node
                    continue
                }
                findings.report(
                    "the tag `\(tag.name)` is declared already", at: tag.node, value: "name",
                    related: [.init("here", findings.arena.valueRange(in: other, for: "name"))])
            }
        })
}
