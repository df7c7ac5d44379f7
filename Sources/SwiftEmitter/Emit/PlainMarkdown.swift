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

/// Whether a line has nothing that needs a closer look.
private func isPlain(_ line: String) -> Bool {
    var previous = UInt8(ascii: " ")
    var isStart = true
    for byte in line.utf8 {
        switch (previous, byte) {
        case (UInt8(ascii: "`"), UInt8(ascii: "`")), (UInt8(ascii: "!"), UInt8(ascii: "[")),
            (UInt8(ascii: "c"), UInt8(ascii: ":")), (UInt8(ascii: "C"), UInt8(ascii: ":")):
            return false
        default: break
        }
        if isStart, byte != UInt8(ascii: " ") {
            isStart = false
            if "@-*+".utf8.contains(byte) { return false }
        }
        previous = byte
    }
    return true
}

private func plain(_ line: String, isCode: Bool) -> String {
    let text = line.replacing(/`{2,}/, with: "`").replacing("![", with: "! [")
        .replacing(/(^|[^A-Za-z0-9])([Dd][Oo][Cc]):(?=\S)/) { "\($0.1)\($0.2) :" }
        .replacing(/([<(:]\s*)([Dd][Oo][Cc]):/) { "\($0.1)\($0.2) :" }
    guard !isCode else { return text }
    return text.replacing(/^(\s*)@/) { "\($0.1)\\@" }
        .replacing(/^(\s*[-*+]\s+)(parameters?|returns?|throws)\b/.ignoresCase()) { "\($0.1)*\($0.2)*" }
}
