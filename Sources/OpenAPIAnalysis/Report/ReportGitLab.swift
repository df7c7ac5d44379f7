import OpenAPIModel
import TrunklineJSON

extension Report {
    /// GitLab's code quality report: a list of issues with fingerprints.
    var gitlab: String { JSONValue.array(findings.map(\.issue)).description + "\n" }
}

extension Report.Finding {
    fileprivate var issue: JSONValue {
        let level =
            switch severity {
            case .error: "major"
            case .warning: "minor"
            case .note: "info"
            }
        let lines: JSONMembers = ["begin": .count(place?.start.line ?? 1), "end": .count(place?.end.line ?? 1)]
        let location: JSONMembers = ["path": .string(path ?? ""), "lines": .object(lines)]
        return .object([
            "type": "issue", "check_name": .string(rule), "description": .string("\(message) (\(rule))"),
            "fingerprint": .string(fingerprint), "severity": .string(level), "location": .object(location),
        ])
    }
}
