/// Writes text into the parts of a URL.
enum PercentEncoding {
    /// A parameter's name or value: every byte of its UTF-8 that is not unreserved becomes `%XX` (RFC 3986 §2.1, §2.3).
    ///
    /// A space is `%20` and a plus sign `%2B`, so that form decoding and strict decoding read the same text.
    static func component(_ text: String) -> String {
        encode(text, keeping: isUnreserved)
    }

    /// A value whose reserved characters and escapes stay: reserved expansion (RFC 6570 §3.2.3).
    ///
    /// A percent sign that begins no escape is escaped.
    static func reserved(_ text: String) -> String { reserved(text, butNot: "") }

    /// The same in a query, which has no brackets and ends with `#` (RFC 3986 §3.4).
    static func reservedInQuery(_ text: String) -> String { reserved(text, butNot: "[]#") }

    /// The same in a path, which `?` and `#` would end and `/` would change (RFC 3986 §3.3, OpenAPI 3.2 §4.8.2).
    static func reservedInPath(_ text: String) -> String { reserved(text, butNot: "[]/?#") }

    private static func reserved(_ text: String, butNot excluded: String) -> String {
        var result = ""
        var rest = text[...]
        while let percent = rest.firstIndex(of: "%") {
            result += encode(rest[..<percent]) { isReserved($0, butNot: excluded) }
            let digits = rest[percent...].dropFirst().prefix(2)
            let isEscape = digits.utf8.count == 2 && digits.allSatisfy(\.isHexDigit)
            result += isEscape ? "%" + digits : "%25"
            rest = isEscape ? rest[digits.endIndex...] : rest[rest.index(after: percent)...]
        }
        return result + encode(rest) { isReserved($0, butNot: excluded) }
    }

    private static func isReserved(_ byte: UInt8, butNot excluded: String) -> Bool {
        isUnreserved(byte) || reservedCharacters.contains(byte) && !excluded.utf8.contains(byte)
    }

    /// The text of a path template between parameters, as a specification writes it: what a path may contain stays,
    /// escapes included; the rest is escaped (RFC 3986 §3.3).
    static func template(_ text: some StringProtocol) -> String {
        encode(text) { isUnreserved($0) || pathPunctuation.contains($0) }
    }

    /// Whether a byte may stand in a URL's authority or path as it is (RFC 3986 §2, appendix A).
    static func isURLCharacter(_ byte: UInt8) -> Bool {
        isUnreserved(byte) || pathPunctuation.contains(byte) || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static let pathPunctuation = Set("/:@!$&'()*+,;=%".utf8)
    private static let reservedCharacters = Set(":/?#[]@!$&'()*+,;=".utf8)
    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func encode(_ text: some StringProtocol, keeping isKept: (UInt8) -> Bool) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if isKept(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
