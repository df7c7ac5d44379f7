/// A wire name as words, and the words as Swift spells names.
///
/// For example, `twilio_api_key`, `twilioApiKey` and `Twilio-API-Key` are the words `twilio`, `api`, `key`: in Swift
/// `twilioAPIKey`, as a type `TwilioAPIKey`.
package struct Words: Sendable {
    let words: [String]

    package init(_ name: String) { words = Self.split(name) }

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

    private static func isWordCharacter(_ character: Character) -> Bool {
        character.isLetter || (character.isASCII && character.isNumber)
    }

    /// `pN` begins one, and so does `SServ` at its second letter; digits stay with what they follow.
    private static func beginsWord(_ character: Character, after last: Character, before next: Character?) -> Bool {
        guard character.isUppercase else { return false }
        return !last.isUppercase || next?.isLowercase == true
    }
}
