/// A wire name as words, and the words as Swift spells names.
///
/// For example, `twilio_api_key`, `twilioApiKey` and `Twilio-API-Key` are the words `twilio`, `api`, `key`: in Swift
/// `twilioAPIKey`, as a type `TwilioAPIKey`.
package struct Words: Sendable {
    let words: [String]

    package init(_ name: String) {
        let words = Self.split(name)
        self.words = words.isEmpty ? Self.signs(name) : Self.leadingSign(name) + words
    }

    /// The name of a member, for example `phoneNumber`; empty where there is no letter or digit.
    package var member: String {
        guard let first = words.first else { return "" }
        return Self.startingWell(first.lowercased() + words.dropFirst().map(Self.capitalized).joined())
    }

    /// The name of a type, for example `PhoneNumber`; empty where there is no letter or digit.
    package var type: String { Self.startingWell(words.map(Self.capitalized).joined()) }

    /// Words that are written in capitals; a plural keeps its small `s`.
    private static let initialisms: Set<String> = [
        "api", "css", "csv", "dns", "html", "http", "https", "id", "ip", "json", "jwt", "pdf", "sdk", "sql", "ssh",
        "ssl",
        "tls", "ttl", "ui", "uri", "url", "utc", "uuid", "xml",
    ]

    private static func capitalized(_ word: String) -> String {
        let lowercased = word.lowercased()
        if initialisms.contains(lowercased) { return lowercased.uppercased() }
        if lowercased.last == "s", initialisms.contains(String(lowercased.dropLast())) {
            return lowercased.dropLast().uppercased() + "s"
        }
        let rest = word.dropFirst()
        return word.prefix(1).uppercased() + (rest.contains(where: \.isLowercase) ? String(rest) : rest.lowercased())
    }

    private static func startingWell(_ name: String) -> String {
        name.first?.isNumber == true ? "_" + name : name
    }

    /// Splits at everything that cannot stand in a name, and where small letters are followed by a capital.
    private static func split(_ name: String) -> [String] {
        var name = name
        return name.withUTF8 { $0.allSatisfy { $0 < 0x80 } ? splitASCII($0) : nil } ?? splitCharacters(name)
    }

    /// The same for ASCII, byte for byte: nearly all names are, and characters cost much to look at.
    private static func splitASCII(_ name: UnsafeBufferPointer<UInt8>) -> [String] {
        var words: [String] = []
        var start: Int?
        func endWord(at end: Int) {
            if let start { words.append(String(decoding: name[start..<end], as: UTF8.self)) }
        }
        for (index, byte) in name.enumerated() {
            guard byte.isLetter || byte.isDigit else {
                endWord(at: index)
                start = nil
                continue
            }
            let isFollowedBySmall = index + 1 < name.count && name[index + 1].isSmallLetter
            if start != nil, byte.isCapital, !name[index - 1].isCapital || isFollowedBySmall {
                endWord(at: index)
                start = index
            }
            start = start ?? index
        }
        endWord(at: name.count)
        return words
    }

    private static func splitCharacters(_ name: String) -> [String] {
        var words: [String] = []
        var word: [Character] = []
        let characters = Array(name)
        for (index, character) in characters.enumerated() {
            guard isWordCharacter(character) else {
                words.append(String(word))
                word = []
                continue
            }
            if let last = word.last, beginsWord(character, after: last, before: characters.dropFirst(index + 1).first) {
                words.append(String(word))
                word = []
            }
            word.append(character)
        }
        return (words + [String(word)]).filter { !$0.isEmpty }
    }

    // MARK: Signs

    /// What signs are called where a name has nothing else.
    private static let signWords: [Character: String] = [
        "!": "not", "#": "number", "$": "dollar", "%": "percent", "&": "and", "*": "star", "+": "plus", ",": "comma",
        "-": "minus", ".": "dot", "/": "slash", ":": "colon", ";": "semicolon", "<": "less", "=": "equal",
        ">": "greater", "?": "question", "@": "at", "\\": "backslash", "^": "caret", "_": "underscore", "|": "or",
        "~": "tilde",
    ]

    /// A name of signs alone: `<=` is `less`, `equal`; none where a sign has no word.
    private static func signs(_ name: String) -> [String] {
        let words = name.map { signWords[$0] }
        return words.count <= 4 && words.allSatisfy { $0 != nil } ? words.compactMap(\.self) : []
    }

    /// `+1` and `-1` are `plus1` and `minus1`.
    private static func leadingSign(_ name: String) -> [String] {
        guard let first = name.first, first == "+" || first == "-", name.dropFirst().first?.isNumber == true else {
            return []
        }
        return [first == "+" ? "plus" : "minus"]
    }

    private static func isWordCharacter(_ character: Character) -> Bool {
        character.isLetter || (character.isASCII && character.isNumber)
    }

    /// `pN` begins one, and so does `SServ` at its second letter; digits stay with what they follow.
    private static func beginsWord(_ character: Character, after last: Character, before next: Character?) -> Bool {
        guard character.isUppercase else { return false }
        return !last.isUppercase || next?.isLowercase == true
    }
}

extension UInt8 {
    fileprivate var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    fileprivate var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isLetter: Bool { isCapital || isSmallLetter }
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
