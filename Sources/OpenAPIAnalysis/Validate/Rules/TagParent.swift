import OpenAPIModel

extension Rule {
    static let tagParent = Rule(
        "tag-parent", "The parent of a tag is declared, and no tag is above itself.", section: "tag-parent",
        Levels(v3_2: .error),
        good: "tags: [{ name: animals }, { name: pets, parent: animals }]",
        bad: "tags: [{ name: animals, parent: pets }, { name: pets, parent: animals }]",
        .description { findings in
            let tags = findings.description.document.tags
            let byName = Dictionary(tags.map { ($0.name, $0) }) { first, _ in first }
            for tag in tags {
                guard let parent = tag.parent, byName[parent] == nil else { continue }
                let meant = findings.help(for: parent) { tags.prefix(500).map(\.name) }
                findings.report("there is no tag `\(parent)`", at: tag.node, value: "parent", help: meant)
            }
            findings.reportCycles(tags, byName)
        })
}

extension RuleFindings {
    /// Reports one tag of every circle; each tag is looked at once.
    fileprivate mutating func reportCycles(_ tags: [Tag], _ byName: [String: Tag]) {
        var done: Set<String> = []
        for tag in tags where !done.contains(tag.name) {
            var path: Set<String> = []
            var current: Tag? = tag
            while let next = current, !done.contains(next.name), path.insert(next.name).inserted {
                current = next.parent.flatMap { byName[$0] }
            }
            if let closing = current, path.contains(closing.name) {
                report("the tag `\(closing.name)` is above itself", at: closing.node, value: "parent")
            }
            done.formUnion(path)
        }
    }
}
