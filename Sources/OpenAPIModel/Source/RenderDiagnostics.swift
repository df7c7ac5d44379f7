/// Findings as text for a terminal: place, message and rule, the line with the range underlined, help, related places.
///
/// For example:
///
///     openapi.yaml:3:3: error: the Info object has no member `sumary` [unknown-member]
///     3 |   sumary: Pets
///       |   ^~~~~~
///     help: did you mean `summary`?
package func render(_ diagnostics: [Diagnostic], files: SourceFiles, color: Bool) -> String {
    var renderer = DiagnosticRenderer(files: files, color: color)
    for diagnostic in diagnostics { renderer.add(diagnostic) }
    return renderer.output
}

/// Writes diagnostics one after the other and remembers the line tables of the files.
private struct DiagnosticRenderer {
    let files: SourceFiles
    let color: Bool
    var output = ""
    private var tables: [FileID: LineTable] = [:]

    init(files: SourceFiles, color: Bool) {
        self.files = files
        self.color = color
    }

    mutating func add(_ diagnostic: Diagnostic) {
        let place = place(of: diagnostic)
        let label = painted(diagnostic.severity.rawValue + ":", diagnostic.severity.paint)
        let message = painted(diagnostic.message.shown, "1")
        output += "\(place)\(label) \(message) [\(diagnostic.rule)]\n"
        if let range = diagnostic.range { excerpt(range, diagnostic.severity.paint) }
        if let help = diagnostic.help { output += "\(painted("help:", "36")) \(help.shown)\n" }
        for related in diagnostic.related {
            output +=
                "\(location(of: related.range)) \(painted("note:", Severity.note.paint)) \(related.message.shown)\n"
            excerpt(related.range, Severity.note.paint)
        }
    }

    private mutating func place(of diagnostic: Diagnostic) -> String {
        if let range = diagnostic.range { return location(of: range) + " " }
        return diagnostic.path.map { $0.shown + ": " } ?? ""
    }

    private mutating func location(of range: SourceRange) -> String {
        let file = files[range.file]
        return "\(file.path.shown):\(table(of: range.file).location(at: Int(range.start), in: file)):"
    }

    private mutating func excerpt(_ range: SourceRange, _ paint: String) {
        guard let excerpt = Excerpt(range, file: files[range.file], table: table(of: range.file)) else { return }
        for (index, line) in excerpt.lines.enumerated() {
            output += (index == 1 ? painted(line, paint) : line) + "\n"
        }
    }

    private mutating func table(of file: FileID) -> LineTable {
        if let table = tables[file] { return table }
        let table = files[file].lineTable
        tables[file] = table
        return table
    }

    private func painted(_ text: String, _ code: String) -> String {
        color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension Severity {
    fileprivate var paint: String {
        switch self {
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;34"
        }
    }
}
