/// How bad a finding is.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    case error, warning, note

    package static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// One finding about a text that was read, with its place.
package struct Diagnostic: Hashable, Sendable {
    /// Another place that explains the finding.
    package struct Related: Hashable, Sendable {
        package let message: String
        package let range: SourceRange

        package init(_ message: String, _ range: SourceRange) {
            self.message = message
            self.range = range
        }
    }

    package let severity: Severity
    /// The kebab-case name of the rule, for example `unknown-member`.
    package let rule: String
    package let message: String
    /// What to do about it.
    package let help: String?
    package let range: SourceRange?
    /// The file that a finding without a range is about, for example one that cannot be read.
    package let path: String?
    package let related: [Related]

    package init(
        _ severity: Severity, _ rule: String, _ message: String, at range: SourceRange?, path: String? = nil,
        help: String? = nil, related: [Related] = []
    ) {
        self.severity = severity
        self.rule = rule
        self.message = message
        self.range = range
        self.path = path
        self.help = help
        self.related = related
    }
}
