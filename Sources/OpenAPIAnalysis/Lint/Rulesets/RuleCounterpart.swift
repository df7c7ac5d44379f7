/// A rule of another linter, and the rules here that look for the same.
package struct RuleCounterpart: Sendable {
    /// The sets of the other linter that have the rule on.
    package struct Sets: OptionSet, Sendable {
        package let rawValue: Int
        package static let minimal = Sets(rawValue: 1)
        package static let recommended = Sets(rawValue: 2)
        /// What the specification demands, in Redocly's words `spec`.
        package static let specification = Sets(rawValue: 4)

        package init(rawValue: Int) { self.rawValue = rawValue }
    }

    /// What the other linter calls it.
    package let name: String
    package let rules: [String]
    package let sets: Sets

    init(_ name: String, _ rules: String..., in sets: Sets = []) {
        self.name = name
        self.rules = rules
        self.sets = sets
    }
}

/// Another linter whose files are read.
package enum RulesetTool: String, Sendable, CaseIterable {
    /// `.spectral.yaml`, which vacuum reads as well.
    case spectral = "Spectral"
    /// `redocly.yaml`.
    case redocly = "Redocly"

    /// The names of its files, the first that is there is taken.
    package var fileNames: [String] {
        switch self {
        case .spectral: [".spectral.yaml", ".spectral.yml", ".spectral.json"]
        case .redocly: ["redocly.yaml", "redocly.yml"]
        }
    }

    /// The name of the file beside it that lists what is left out.
    package var ignoreFileName: String? {
        switch self {
        case .spectral: nil
        case .redocly: ".redocly.lint-ignore.yaml"
        }
    }

    /// The tool that a file is for, by its name; nil for every other name.
    package init?(fileName: String) {
        let name = fileName.lowercased()
        guard let tool = RulesetTool.allCases.first(where: { name.contains($0.rawValue.lowercased()) }) else {
            return nil
        }
        self = tool
    }

    package var counterparts: [RuleCounterpart] {
        switch self {
        case .spectral: RuleCounterpart.spectral + RuleCounterpart.vacuum
        case .redocly: RuleCounterpart.redocly
        }
    }

    /// The words for severities and what they are here; `true` and numbers are Spectral's own.
    var severities: [(word: String, change: RuleChange)] {
        switch self {
        case .spectral:
            [
                ("off", .off), ("error", .severity(.error)), ("warn", .severity(.warning)), ("info", .severity(.note)),
                ("hint", .severity(.note)), ("true", .on), ("false", .off), ("-1", .off), ("0", .severity(.error)),
                ("1", .severity(.warning)), ("2", .severity(.note)), ("3", .severity(.note)),
            ]
        case .redocly: [("off", .off), ("error", .severity(.error)), ("warn", .severity(.warning))]
        }
    }
}

/// The counterparts as the tables of `docs/Validation.md`.
package func counterpartTables() -> String {
    RulesetTool.allCases.map { tool in
        let rows = tool.counterparts.map { counterpart in
            "| `\(counterpart.name)` | \(counterpart.rules.map { "`\($0)`" }.joined(separator: ", ")) |\n"
        }
        return "| \(tool.rawValue) | Trunkline |\n| --- | --- |\n" + rows.joined()
    }
    .joined(separator: "\n")
}
