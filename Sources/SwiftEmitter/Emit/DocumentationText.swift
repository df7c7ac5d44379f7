import OpenAPIModel

/// The lines of a documentation comment. Nothing in them can end the comment: a line break begins a new line.
func documentationLines(_ documentation: Documentation, _ more: [String] = []) -> [String] {
    let title = documentation.title.flatMap { isIdentifier($0) ? nil : $0 }
    var paragraphs = [title, documentation.text].compactMap { $0 }.filter { !$0.isEmpty }
    if paragraphs.count == 2, paragraphs[0] == paragraphs[1] { paragraphs.removeLast() }
    if let title = paragraphs.first, paragraphs.count == 2, !".!?:".contains(title.last ?? ".") { paragraphs[0] += "." }
    let phrases = documentation.constraints + defaultPhrase(documentation)
    if !phrases.isEmpty { append(sentence(phrases), to: &paragraphs) }
    paragraphs += more
    if documentation.isDeprecated { paragraphs.append("Deprecated.") }
    if let url = documentation.url { paragraphs.append("Documented at <\(url)>.") }
    return Array(paragraphs.map { plainMarkdown(lines($0)) }.joined(separator: [""]))
}

/// Whether a title is a name for programs, such as `param`, `owner_params` or `OwnerList`, which tells a reader nothing.
private func isIdentifier(_ title: String) -> Bool {
    guard title.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }) else { return false }
    return title.contains("_") || title.first?.isLowercase == true || Words(title).words.count > 1
}

/// Adds a sentence: behind a text that is one of plain words, else as a paragraph of its own.
private func append(_ sentence: String, to paragraphs: inout [String]) {
    guard paragraphs.count == 1, let text = paragraphs.first, let first = text.first, let last = text.last,
        first.isLetter, last.isLetter || last.isNumber || ".!?)`".contains(last), !text.contains(where: \.isNewline)
    else { return paragraphs.append(sentence) }
    paragraphs[0] += (".!?".contains(last) ? " " : ". ") + sentence
}

/// What a default means: what may be left out is the server's to fill in, everything else is said by the initialiser.
private func defaultPhrase(_ documentation: Documentation) -> [String] {
    guard let text = documentation.defaultText else { return [] }
    let value = text == "null" ? text : text.isEmpty ? "empty" : "`\(text)`"
    return [documentation.isOmittable ? "\(value) where it is left out" : "by default \(value)"]
}

/// Phrases as a sentence: `At most 40 characters, by default ``x``.`
private func sentence(_ phrases: [String]) -> String {
    let text = phrases.joined(separator: ", ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
}

/// The lines of a text, without anything that is not shown and could reorder or hide what is.
func lines(_ text: String) -> [String] {
    let lines = plainLines(text) ?? cleanLines(text)
    return Array(lines.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed())
}

/// The lines of a text of printable ASCII, where bytes say all; nil for any other text.
private func plainLines(_ text: String) -> [String]? {
    guard text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == UInt8(ascii: "\n") }) else { return nil }
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(withoutTrailingSpaces)
}

private func withoutTrailingSpaces(_ line: Substring.UTF8View) -> String {
    var line = line
    while line.last == UInt8(ascii: " ") { line.removeLast() }
    return String(Substring(line))
}

private func cleanLines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var previous: Unicode.Scalar = " "
    func end() {
        lines.append(withoutTrailingSpaces(line[...].utf8))
        line = ""
    }
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\n" where previous == "\r": break
        case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": end()
        case "\t": line += "    "
        case " "..."~": line.unicodeScalars.append(scalar)
        default: if scalar.properties.isPlainText { line.unicodeScalars.append(scalar) }
        }
        previous = scalar
    }
    end()
    return lines
}
