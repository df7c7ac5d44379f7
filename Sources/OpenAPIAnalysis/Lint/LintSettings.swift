import OpenAPIModel

/// Which rules are on, and how bad breaking them is: a set, changes to it, and changes for some places.
package struct LintSettings: Sendable {
    /// What a rule is in place of its own severity; nil for off.
    package typealias Changes = [String: Severity?]

    /// Changes for what matches one of the patterns.
    struct Override: Sendable {
        let paths: [String]
        let operations: [String]
        let files: [String]
        let changes: Changes
    }

    package var set: RuleSet
    package var changes: Changes = [:]
    var overrides: [Override] = []

    package init(set: RuleSet = .recommended) { self.set = set }

    /// The rules that have to be looked at: those of the set, and those that are turned on somewhere.
    package var rules: [Rule] {
        Rule.all.filter { rule in
            if overrides.contains(where: { ($0.changes[rule.id] ?? nil) != nil }) { return true }
            if let change = changes[rule.id] { return change != nil }
            return rule.set <= set
        }
    }

    /// How bad a finding is; nil where its rule is off. Ids that are no rules stay as they are.
    func severity(of finding: Diagnostic) -> Severity? {
        if let change = changes[finding.rule] { return change }
        guard let rule = Rule.byID[finding.rule] else { return finding.severity }
        return rule.set <= set ? finding.severity : nil
    }
}

extension LintSettings {
    /// The settings that a configuration says; unknown rules and words are reported.
    package init(_ configuration: LintConfiguration, diagnostics: inout Diagnostics) {
        self.init()
        if let set = configuration.set {
            if let known = RuleSet(rawValue: set.value) {
                self.set = known
            } else {
                let sets = RuleSet.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
                diagnostics.error("unknown-value", "`\(set.value)` is none of \(sets)", at: set.range)
            }
        }
        changes = Self.changes(configuration.rules, &diagnostics)
        overrides = configuration.overrides.map { override in
            Override(
                paths: override.paths.map(\.value), operations: override.operations.map(\.value),
                files: override.files.map(\.value), changes: Self.changes(override.rules, &diagnostics))
        }
    }

    private static func changes(
        _ rules: [Named<Located<String>>], _ diagnostics: inout Diagnostics
    ) -> Changes {
        var changes: Changes = [:]
        for entry in rules {
            guard Rule.byID[entry.name] != nil else {
                let meant = suggestion(for: entry.name, among: Rule.all.map(\.id)).map { "did you mean `\($0)`?" }
                diagnostics.error(
                    "unknown-rule", "there is no rule `\(entry.name)`", at: entry.nameRange,
                    help: meant ?? "`trunkline rules` lists them")
                continue
            }
            let word = entry.value.value
            if word == "off" {
                changes[entry.name] = .some(nil)
            } else if let severity = Severity(rawValue: word) {
                changes[entry.name] = severity
            } else {
                diagnostics.error(
                    "unknown-value", "`\(word)` is none of `off`, `note`, `warning`, `error`", at: entry.value.range)
            }
        }
        return changes
    }
}
