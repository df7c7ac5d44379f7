import OpenAPIModel
import TrunklineJSON

/// The findings that are known, which a later run leaves out.
///
/// A file of it is JSON with a line for each finding, so that differences can be read:
///
///     {"version":1,"findings":[
///     {"fingerprint":"2f1d0e6c9a8b7c6d","rule":"tag-unique","path":"openapi.yaml","message":"the tag `a` is declared already"}
///     ]}
package struct Baseline: Sendable {
    package let fingerprints: Set<String>

    /// Nil where the text is no baseline.
    package init?(_ text: String) {
        guard let value = try? JSONValue(parsing: text), value["version"]?.int == 1,
            case .array(let findings)? = value["findings"]
        else { return nil }
        fingerprints = Set(findings.compactMap { $0["fingerprint"]?.string })
    }

    /// A baseline of all findings of a report, as text.
    package static func text(of report: Report) -> String {
        let lines = report.findings.map { finding in
            JSONValue.object([
                "fingerprint": .string(finding.fingerprint), "rule": .string(finding.rule),
                "path": .string(finding.path ?? ""), "message": .string(finding.message),
            ]).description
        }
        return "{\"version\":1,\"findings\":[\n" + lines.joined(separator: ",\n") + (lines.isEmpty ? "" : "\n") + "]}\n"
    }
}
