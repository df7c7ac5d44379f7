import OpenAPIModel

extension Report {
    /// A table for a comment or a job's summary.
    var markdown: String {
        guard !findings.isEmpty else { return "**\(summary)**\n" }
        let rows = findings.map { finding in
            let place = finding.place.map { "\($0.path):\($0.start)" } ?? finding.path ?? ""
            let link = Rule.byID[finding.rule]?.link.map { "[\(finding.rule)](\($0))" } ?? finding.rule
            let text = [finding.message, finding.help].compactMap { $0 }.joined(separator: "; ")
            return "| \(finding.severity.rawValue) | \(code(place)) | \(cell(text)) | \(link) |\n"
        }
        return "**\(summary)**\n\n| severity | place | finding | rule |\n| --- | --- | --- | --- |\n" + rows.joined()
    }

    /// A text in a table: it stays text, but for code between backticks.
    private func cell(_ text: String) -> String {
        var escaped = ""
        for scalar in text.shown.unicodeScalars {
            switch scalar {
            case "|", "<", ">", "[", "]", "\\", "*", "_": escaped += "\\" + String(scalar)
            default: escaped += String(scalar)
            }
        }
        return escaped
    }

    private func code(_ text: String) -> String {
        "`" + text.shown.replacing("`", with: "'").replacing("|", with: "\\|") + "`"
    }
}
