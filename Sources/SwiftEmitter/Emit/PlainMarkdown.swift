/// The lines of a text from a specification without what DocC would follow or obey: links to symbols (code between two and more
/// back-ticks), to articles (`doc:`) and to images, directives, and lists of a function's parameters.
///
/// A specification knows none of these. DocC warns about those that lead nowhere, and some end it.
func plainMarkdown(_ lines: [String]) -> [String] {
    var isCode = false
    return lines.map { line in
        if isFence(line) {
            isCode.toggle()
            return line
        }
        return isPlain(line) ? line : plain(line, isCode: isCode)
    }
}

/// Whether a line begins or ends a block of code.
private func isFence(_ line: String) -> Bool {
    let text = line.utf8.drop { $0 == UInt8(ascii: " ") }
    guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return false }
    let rest = text.drop { $0 == mark }
    return text.count - rest.count >= 3 && !rest.contains(UInt8(ascii: "`"))
}

/// Whether a line has nothing that needs a closer look, which costs a thousand times as much.
private func isPlain(_ line: String) -> Bool { line.utf8.withContiguousStorageIfAvailable(isPlain) ?? false }

private func isPlain(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = line.drop { $0 == UInt8(ascii: " ") }
    guard let first = text.first, first != UInt8(ascii: "@") else { return text.isEmpty }
    if "-*+".utf8.contains(first) {
        // The words for parameters, results and errors have these initials.
        let word = text.dropFirst().drop { $0 == UInt8(ascii: " ") }
        if let initial = word.first, initial >= 0x80 || "PpRrTt".utf8.contains(initial) { return false }
    }
    return line.indices.dropFirst().allSatisfy { index in
        switch (line[index - 1], line[index]) {
        case (UInt8(ascii: "`"), UInt8(ascii: "`")), (UInt8(ascii: "!"), UInt8(ascii: "[")): false
        case (UInt8(ascii: "C"), UInt8(ascii: ":")), (UInt8(ascii: "c"), UInt8(ascii: ":")):
            index < 3 || line[index - 2] | 0x20 != UInt8(ascii: "o") || line[index - 3] | 0x20 != UInt8(ascii: "d")
        default: true
        }
    }
}

private func plain(_ line: String, isCode: Bool) -> String {
    let text = line.replacing(/`{2,}/, with: "`").replacing("![", with: "! [")
        .replacing(/(^|[^A-Za-z0-9])([Dd][Oo][Cc]):(?=\S)/) { "\($0.1)\($0.2) :" }
        .replacing(/([<(:]\s*)([Dd][Oo][Cc]):/) { "\($0.1)\($0.2) :" }
    guard !isCode else { return text }
    return text.replacing(/^(\s*)@/) { "\($0.1)\\@" }
        .replacing(/^(\s*[-*+]\s+)(parameters?|returns?|throws)\b/.ignoresCase()) { "\($0.1)*\($0.2)*" }
}
