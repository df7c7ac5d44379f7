/// Writes text into the parts of a URL.
enum PercentEncoding {
    /// A parameter's name or value: every byte of its UTF-8 that is not unreserved becomes `%XX` (RFC 3986 §2.1, §2.3).
    ///
    /// A space is `%20` and a plus sign `%2B`, so that form decoding and strict decoding read the same text.
    static func component(_ text: String) -> String {
        encode(text, keeping: isUnreserved)
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
