import OpenAPIModel

/// One thing that has to be so in a specification, with all that is said about it.
///
/// A rule is a file of its own with one such value, a line in `Rule.all` and a folder in `Tests/Goldens/rules`.
package struct Rule: Sendable {
    /// The kebab-case name, for example `operation-id-unique`.
    package let id: String
    /// What has to be so, in one sentence.
    package let summary: String
    /// The anchor of the section of the specification that demands it, for example `operation-id`; nil for a good habit.
    package let section: String?
    /// How bad it is by version; nothing where the version does not have the rule.
    package let levels: Levels
    /// The smallest set of rules that has it.
    package let set: RuleSet
    /// A document without its head that keeps the rule, as YAML.
    package let good: String
    /// The same document broken.
    package let bad: String
    let checks: [Check]

    init(
        _ id: String, _ summary: String, section: String? = nil, _ levels: Levels, in set: RuleSet = .minimal,
        good: String = "", bad: String = "", _ checks: Check...
    ) {
        self.id = id
        self.summary = summary
        self.section = section
        self.levels = levels
        self.set = set
        self.good = good
        self.bad = bad
        self.checks = checks
    }

    /// Where the specification says so, in the newest version that has the rule.
    package var link: String? {
        guard let section, let version = levels.versions.last else { return nil }
        let text = [OpenAPIVersion.v2_0: "2.0", .v3_0: "3.0.4", .v3_1: "3.1.2", .v3_2: "3.2.0"][version] ?? ""
        return "https://github.com/OAI/OpenAPI-Specification/blob/main/versions/\(text).md#\(section)"
    }

    /// Whether the readers, the binder or the generator find it, which validation only passes on.
    package var isFoundElsewhere: Bool { checks.isEmpty }
}

/// Which rules are on unless the configuration says otherwise; each set holds the ones before it.
package enum RuleSet: String, Sendable, CaseIterable, Comparable {
    /// What the specification demands.
    case minimal
    /// What saves the people who read or call the API from trouble.
    case recommended
    /// What a careful team asks of itself.
    case strict

    package static func < (left: RuleSet, right: RuleSet) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .minimal: 0
        case .recommended: 1
        case .strict: 2
        }
    }
}

/// How bad breaking a rule is, by the version of the document: what a version demands is an error, what it advises a warning.
package struct Levels: Sendable {
    private let severities: [OpenAPIVersion: Severity]

    package init(v2_0: Severity? = nil, v3_0: Severity? = nil, v3_1: Severity? = nil, v3_2: Severity? = nil) {
        let pairs: [(OpenAPIVersion, Severity?)] = [(.v2_0, v2_0), (.v3_0, v3_0), (.v3_1, v3_1), (.v3_2, v3_2)]
        severities = Dictionary(uniqueKeysWithValues: pairs.compactMap { pair in pair.1.map { (pair.0, $0) } })
    }

    package subscript(version: OpenAPIVersion) -> Severity? { severities[version] }

    /// The versions that have the rule, from the oldest on.
    package var versions: [OpenAPIVersion] { severities.keys.sorted() }

    package var worst: Severity? { severities.values.max() }

    static let error = Levels(v2_0: .error, v3_0: .error, v3_1: .error, v3_2: .error)
    static let warning = Levels(v2_0: .warning, v3_0: .warning, v3_1: .warning, v3_2: .warning)
    static let note = Levels(v2_0: .note, v3_0: .note, v3_1: .note, v3_2: .note)

    /// The same in every version of OpenAPI 3.
    static func openAPI3(_ severity: Severity) -> Levels { Levels(v3_0: severity, v3_1: severity, v3_2: severity) }
}
