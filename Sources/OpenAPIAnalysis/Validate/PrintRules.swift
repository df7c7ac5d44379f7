import OpenAPIModel

/// The page of a rule: what it demands, how bad breaking it is, where the specification says so, a good and a bad example.
package func page(of rule: Rule) -> String {
    var lines = ["\(rule.id): \(rule.summary)", ""]
    lines.append("Severity: \(severities(rule)). Set: \(rule.set.rawValue).")
    if let link = rule.link { lines.append("Specification: \(link)") }
    if rule.isFoundElsewhere { lines.append("Found while the specification is read or generated.") }
    for (name, example) in [("Good", rule.good), ("Bad", rule.bad)] where !example.isEmpty {
        lines +=
            ["", name + ":", ""] + example.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
}

/// A line for each rule: id, severity, set and summary, in columns.
package func list(_ rules: [Rule]) -> String {
    let width = rules.map(\.id.count).max() ?? 0
    return rules.map { rule in
        let id = rule.id + String(repeating: " ", count: width - rule.id.count)
        let severity = (rule.levels.worst?.rawValue ?? "").padded(to: 7)
        return "\(id)  \(severity)  \(rule.set.rawValue.padded(to: 11))  \(rule.summary)\n"
    }
    .joined()
}

/// `docs/Rules.md`: every rule with its examples.
package func rulesDocument() -> String {
    var text = """
        # The rules

        Everything that `trunkline validate` finds has the id of a rule. This page is printed from the rules;
        `trunkline explain RULE` prints one of them, `trunkline rules` lists them. What the specification demands is an error,
        what it advises a warning; versions differ where the table says so. The sets `minimal`, `recommended` (the default) and
        `strict` hold each other in this order. A test fails where the page is stale;
        `UPDATE_GOLDENS=1 swift test --filter RulesPageTests` prints it anew.


        """
    for (title, rules) in chapters {
        text += "## \(title)\n\n| rule | severity | set | what has to be so |\n| --- | --- | --- | --- |\n"
        for rule in rules {
            let name = rule.isFoundElsewhere ? "`\(rule.id)`" : "[`\(rule.id)`](#\(rule.id))"
            text += "| \(name) | \(severities(rule)) | \(rule.set.rawValue) | \(rule.summary) |\n"
        }
        text += "\n"
    }
    let explained = Rule.all.filter { !$0.isFoundElsewhere }.sorted { $0.id < $1.id }
    return text + "## Examples\n\n" + explained.map(section).joined(separator: "\n")
}

private let chapters: [(String, [Rule])] = [
    ("What the specification demands", Rule.specification), ("Good habits", Rule.lint), ("In Swift", Rule.swift),
    ("Found while reading", Rule.foundByReading),
]

private func section(_ rule: Rule) -> String {
    let link = rule.link.map { " ([specification](\($0)))" } ?? ""
    return
        "### \(rule.id)\n\n\(rule.summary)\(link)\n\nGood:\n\n```yaml\n\(rule.good)\n```\n\nBad:\n\n```yaml\n\(rule.bad)\n```\n"
}

/// The severities of a rule in words, for example `error`, or `warning in 3.0 and 3.1, error in 3.2`.
private func severities(_ rule: Rule) -> String {
    let versions = rule.levels.versions
    let groups = Severity.allCases.compactMap { severity -> String? in
        let own = versions.filter { rule.levels[$0] == severity }.map(\.rawValue)
        return own.isEmpty ? nil : "\(severity.rawValue) in \(own.joined(separator: ", "))"
    }
    let isPlain = groups.count == 1 && versions.suffix(3) == [.v3_0, .v3_1, .v3_2]
    return isPlain ? rule.levels.worst?.rawValue ?? "" : groups.joined(separator: "; ")
}

extension String {
    /// The text with blanks behind it up to a width.
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
