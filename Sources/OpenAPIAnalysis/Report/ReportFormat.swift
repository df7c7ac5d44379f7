/// A form in which findings are shown.
package enum ReportFormat: String, Sendable, CaseIterable {
    /// For people: lines of the files with the findings underlined.
    case text
    case json
    /// A JSON object on each line.
    case jsonl
    /// SARIF 2.1.0, for code scanning.
    case sarif
    case junit
    /// Annotations of GitHub Actions.
    case github
    /// Code quality of GitLab.
    case gitlab
    case markdown
}

extension Report {
    /// The report in a form; text has its own, since it shows lines of the files.
    package func printed(_ format: ReportFormat, version: String) -> String {
        switch format {
        case .text: summary + "\n"
        case .json: json
        case .jsonl: jsonLines
        case .sarif: sarif(version: version)
        case .junit: junit
        case .github: github
        case .gitlab: gitlab
        case .markdown: markdown
        }
    }

    /// The line that says how many findings there are.
    package var summary: String {
        let words = [counted(specifications.count, "specification")]
        let numbers = [counted(count(.error), "error"), counted(count(.warning), "warning")]
        let rest = [(omittedCount, "not shown"), (knownCount, "known before")].filter { $0.0 > 0 }
        let others = rest.isEmpty ? "" : " (" + rest.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + ")"
        return "\(words[0]): \(numbers.joined(separator: ", "))\(others)"
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
