/// A string on its way into YAML.
struct YAMLText {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The text in one line: plain, or in quotes.
    var inline: String {
        if isPlain { return text }
        return text.unicodeScalars.allSatisfy(\.isPrintable) ? "'" + text.replacing("'", with: "''") + "'" : quoted
    }

    /// The text in lines of its own, where it has several and nothing that only quotes can show.
    ///
    /// For example, `|-` and the lines `one` and `two`.
    var block: (head: String, lines: [String])? {
        let scalars = text.unicodeScalars
        guard scalars.contains("\n"), let first = scalars.first, first != "\n", first != " ", first != "\t",
            scalars.allSatisfy({ $0.isPrintable || $0 == "\n" || $0 == "\t" })
        else { return nil }
        // By scalars: a line break and a combining mark after it are one character.
        var lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        guard lines.last == "" else { return ("|-", lines) }
        lines.removeLast()
        return (lines.last?.allSatisfy { $0 == " " } == true ? "|+" : "|", lines)
    }

    private var quoted: String {
        "\"" + text.unicodeScalars.map(YAMLText.escaped).joined() + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\t": return "\\t"
        case "\r": return "\\r"
        default: break
        }
        if scalar.isPrintable { return String(scalar) }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = scalar.value > 0xFFFF ? 8 : 4
        return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
    }

    // MARK: Plain text

    /// Whether the text can stand as it is, whatever comes around it and whichever version of YAML reads it.
    private var isPlain: Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last, last != " ", last != ":" else { return false }
        guard scalars.allSatisfy(\.isPrintable), !text.contains(": "), !text.contains(" #") else { return false }
        if YAMLText.words.contains(text.lowercased()) { return false }
        if isVersion { return true }
        return first.properties.isAlphabetic || first.value > 0x7F || "_/$(^\\;".unicodeScalars.contains(first)
            || isSentence
    }

    /// What YAML 1.2 or 1.1 takes for something else than a string.
    private static let words: Set<String> = ["null", "true", "false", "y", "yes", "n", "no", "on", "off"]

    /// Whether the text is like `3.1.0`.
    private var isVersion: Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    /// Whether the text begins with a digit and goes on with words, like `404 of them`.
    private var isSentence: Bool {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard let first = text.utf8.first, (0x30...0x39).contains(first), words.count > 1 else { return false }
        return words[1].unicodeScalars.first?.properties.isAlphabetic == true
    }
}

extension Unicode.Scalar {
    /// Whether YAML allows the character everywhere in text and no editor or reader takes it for a line break.
    fileprivate var isPrintable: Bool {
        switch value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
        default: value >= 0x10000
        }
    }
}
