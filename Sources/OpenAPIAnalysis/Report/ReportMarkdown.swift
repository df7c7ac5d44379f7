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

    /// A text in a table: what stands between backticks is code, everything else text, whatever characters it has.
    private func cell(_ text: String) -> String {
        let parts = text.shown.split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            index.isMultiple(of: 2) || index == parts.count - 1 ? escaped(part) : "<code>\(escaped(part))</code>"
        }
        .joined()
    }

    private func code(_ text: String) -> String { "<code>\(escaped(text.shown))</code>" }

    /// A text without a character that Markdown or HTML would act on.
    private func escaped(_ text: some StringProtocol) -> String {
        text.unicodeScalars.map { scalar in
            "|<>[]\\*_&~#`!".unicodeScalars.contains(scalar) ? "&#\(scalar.value);" : String(scalar)
        }
        .joined()
    }
}
