import OpenAPIModel

/// Which rules are on, and how bad breaking them is: a set, changes to it, and changes for some places.
package struct LintSettings: Sendable {
    /// What rules are in place of what their set and they themselves say.
    package typealias Changes = [String: RuleChange]

    /// Changes for what matches one of the patterns.
    struct Override: Sendable {
        var paths: [String] = []
        var operations: [String] = []
        var files: [String] = []
        var places: [FilePlace] = []
        let changes: Changes

        /// What is said of places in a file, for those that the override is about.
        func pointers(in path: String) -> [JSONPointer] {
            places.filter { $0.pattern.matches(path) }.map(\.pointer)
        }
    }

    /// Files by a pattern of their paths, and a place in them.
    struct FilePlace: Sendable {
        let pattern: FilePattern
        let pointer: JSONPointer
    }

    package var set: RuleSet
    package var changes: Changes = [:]
    var overrides: [Override] = []
    /// What a list of another linter leaves out.
    var ignored = IgnoredPlaces()

    package init(set: RuleSet = .recommended) { self.set = set }

    /// The rules that have to be looked at: those of the set, and those that are turned on somewhere.
    package var rules: [Rule] {
        Rule.all.filter { rule in
            if overrides.contains(where: { ($0.changes[rule.id] ?? .off) != .off }) { return true }
            if let change = changes[rule.id] { return change != .off }
            return rule.set <= set
        }
    }

    /// How bad a finding is; nil where its rule is off. Ids that are no rules stay as they are.
    func severity(of finding: Diagnostic) -> Severity? {
        if let change = changes[finding.rule] { return change.severity(of: finding) }
        guard let rule = Rule.byID[finding.rule] else { return finding.severity }
        return rule.set <= set ? finding.severity : nil
    }
}

/// What a rule is in place of what its set and it itself say.
package enum RuleChange: Hashable, Sendable {
    case off
    /// As bad as the rule says.
    case on
    case severity(Severity)

    /// How bad a finding is; nil where it is left out.
    func severity(of finding: Diagnostic) -> Severity? {
        switch self {
        case .off: nil
        case .on: finding.severity
        case .severity(let severity): severity
        }
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
                changes[entry.name] = .off
            } else if let severity = Severity(rawValue: word) {
                changes[entry.name] = .severity(severity)
            } else {
                diagnostics.error(
                    "unknown-value", "`\(word)` is none of `off`, `note`, `warning`, `error`", at: entry.value.range)
            }
        }
        return changes
    }
}
