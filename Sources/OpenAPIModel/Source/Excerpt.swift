/// The line of a range with the range underlined.
///
/// For example, for the key `sumary`:
///
///     2 |   sumary: Pets
///       |   ^~~~~~
struct Excerpt {
    /// The most characters of a line that are shown; a longer line is shown around the range.
    private static let width = 120

    let lines: [String]

    init?(_ range: SourceRange, file: SourceFile, table: LineTable) {
        let line = table.line(at: Int(range.start))
        let bytes = table.range(ofLine: line, in: file)
        guard !bytes.isEmpty else { return nil }
        let window = Excerpt.window(Array(String(decoding: file.bytes[bytes], as: UTF8.self).unicodeScalars), marked: {
            let start = table.location(at: Int(range.start), in: file).column - 1
            let end = table.location(at: min(Int(range.end), bytes.upperBound), in: file).column - 1
            return start..<max(start + 1, end)
        }())
        let gutter = String(line)
        let blank = String(repeating: " ", count: gutter.count)
        lines = ["\(gutter) | \(window.text)", "\(blank) | \(window.underline)"]
    }

    /// Cuts a long line down to what surrounds the marked scalars, and draws the line below it.
    private static func window(_ scalars: [Unicode.Scalar], marked: Range<Int>) -> (text: String, underline: String) {
        let marked = marked.clamped(to: 0..<(scalars.count + 1))
        var shown = 0..<scalars.count
        if scalars.count > width {
            let start = max(0, min(marked.lowerBound - width / 3, scalars.count - width))
            shown = start..<min(scalars.count, start + width)
        }
        var text = shown.lowerBound > 0 ? "…" : ""
        var underline = shown.lowerBound > 0 ? " " : ""
        for index in shown {
            let piece = scalars[index] == "\t" ? "    " : scalars[index].shown
            text += piece
            underline += mark(at: index, in: marked, count: piece.unicodeScalars.count)
        }
        if shown.upperBound < scalars.count { text += "…" }
        if marked.lowerBound >= shown.upperBound { underline += "^" }
        while underline.last == " " { underline.removeLast() }
        return (text, underline)
    }

    private static func mark(at index: Int, in marked: Range<Int>, count: Int) -> String {
        guard marked.contains(index) else { return String(repeating: " ", count: count) }
        guard index == marked.lowerBound else { return String(repeating: "~", count: count) }
        return "^" + String(repeating: "~", count: count - 1)
    }
}
