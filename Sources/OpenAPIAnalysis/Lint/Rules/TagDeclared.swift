import OpenAPIModel

extension Rule {
    static let tagDeclared = Rule(
        "tag-declared", "A tag of an operation is declared in `tags`, where there are any.", .openAPI3(.warning),
        in: .recommended,
        good: """
            tags: [{ name: pets }]
            paths:
              /pets:
                get: { tags: [pets], responses: { '200': { description: Pets. } } }
              /owners:
                get: { tags: [pets], responses: { '200': { description: Owners. } } }
            """,
        bad: """
            tags: [{ name: pets }]
            paths:
              /pets:
                get: { tags: [pets], responses: { '200': { description: Pets. } } }
              /owners:
                get: { tags: [owners], responses: { '200': { description: Owners. } } }
            """,
        .description { findings in
            let declared = Set(findings.description.document.tags.map(\.name))
            guard findings.isStrict || !declared.isEmpty else { return }
            for site in findings.survey.operations {
                for (index, tag) in site.operation.tags.enumerated() where !declared.contains(tag) {
                    findings.reportUndeclared(tag, index, site, declared)
                }
            }
        })
}

extension RuleFindings {
    fileprivate mutating func reportUndeclared(
        _ tag: String, _ index: Int, _ site: OperationSite, _ declared: Set<String>
    ) {
        let elements = arena.value(in: site.operation.node, for: "tags").map { arena.elements(of: $0) } ?? []
        let node = elements.dropFirst(index).first ?? site.operation.node
        let meant = help(for: tag) { declared.sorted() }
        report("the tag `\(tag)` is not declared", at: arena.range(of: node), help: meant)
    }
}
