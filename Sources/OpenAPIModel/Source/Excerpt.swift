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
        let near = Excerpt.part(of: bytes, near: Int(range.start), in: file)
        let before = Excerpt.scalars(
            near.lowerBound..<min(max(near.lowerBound, Int(range.start)), near.upperBound), in: file)
        let through = Excerpt.scalars(
            near.lowerBound..<min(max(near.lowerBound, Int(range.end)), near.upperBound), in: file)
        let marked = before.count..<max(before.count + 1, through.count)
        let isCut = (near.lowerBound > bytes.lowerBound, near.upperBound < bytes.upperBound)
        let window = Excerpt.window(Excerpt.scalars(near, in: file), marked: marked, isCut: isCut)
        let gutter = String(line)
        let blank = String(repeating: " ", count: gutter.count)
        lines = ["\(gutter) | \(window.text)", "\(blank) | \(window.underline)"]
    }

    /// The part of a very long line that is looked at, from the beginning of a character to the end of one.
    private static func part(of line: Range<Int>, near offset: Int, in file: SourceFile) -> Range<Int> {
        var start = max(line.lowerBound, min(offset, line.upperBound) - 4 * width)
        var end = min(line.upperBound, offset + 8 * width)
        while start > line.lowerBound, file.bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < line.upperBound, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
        return start..<max(start, end)
    }

    private static func scalars(_ range: Range<Int>, in file: SourceFile) -> [Unicode.Scalar] {
        Array(String(decoding: file.bytes[range], as: UTF8.self).unicodeScalars)
    }

    /// Cuts a long line down to what surrounds the marked scalars, and draws the line below it.
    private static func window(
        _ scalars: [Unicode.Scalar], marked: Range<Int>, isCut: (before: Bool, after: Bool)
    ) -> (text: String, underline: String) {
        let marked = marked.clamped(to: 0..<(scalars.count + 1))
        var shown = 0..<scalars.count
        if scalars.count > width {
            let start = max(0, min(marked.lowerBound - width / 3, scalars.count - width))
            shown = start..<min(scalars.count, start + width)
        }
        var text = shown.lowerBound > 0 || isCut.before ? "…" : ""
        var underline = text.isEmpty ? "" : " "
        for index in shown {
            let piece = scalars[index] == "\t" ? "    " : scalars[index].shown
            text += piece
            underline += mark(at: index, in: marked, count: piece.unicodeScalars.count)
        }
        if shown.upperBound < scalars.count || isCut.after { text += "…" }
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
