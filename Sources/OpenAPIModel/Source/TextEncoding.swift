/// How the characters of a file are written as bytes; UTF-16 and UTF-32 are known by their byte order mark.
package enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian, utf16BigEndian
    case utf32LittleEndian, utf32BigEndian

    /// The encoding that the first bytes of a file tell, as YAML 1.2.2 has it in its chapter 5.2.
    init(of bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
            self = .utf32LittleEndian
        } else if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            self = .utf32BigEndian
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            self = .utf16LittleEndian
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16BigEndian
        } else {
            self = .utf8
        }
    }

    /// The encoding as it is called in messages.
    package var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        case .utf32LittleEndian, .utf32BigEndian: "UTF-32"
        }
    }

    /// The bytes of one code unit.
    private var width: Int {
        switch self {
        case .utf8: 1
        case .utf16LittleEndian, .utf16BigEndian: 2
        case .utf32LittleEndian, .utf32BigEndian: 4
        }
    }

    private var isBigEndian: Bool { self == .utf16BigEndian || self == .utf32BigEndian }

    /// The same text in UTF-8 without its byte order mark, and the offset there of the first thing that is no character.
    func transcoded(_ bytes: [UInt8]) -> (bytes: [UInt8], fault: Int?) {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var fault: Int?
        var index = width
        while index < bytes.count {
            let (scalar, length) = scalar(in: bytes, at: index)
            if scalar == nil, fault == nil { fault = result.count }
            result.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
            index += length
        }
        return (result, fault)
    }

    /// The character at an index and how many bytes it has; nil where the bytes are none.
    private func scalar(in bytes: [UInt8], at index: Int) -> (Unicode.Scalar?, length: Int) {
        guard let first = unit(in: bytes, at: index) else { return (nil, bytes.count - index) }
        guard width == 2, first & 0xFC00 == 0xD800 else { return (Unicode.Scalar(first), width) }
        guard let second = unit(in: bytes, at: index + 2), second & 0xFC00 == 0xDC00 else { return (nil, 2) }
        return (Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)), 4)
    }

    private func unit(in bytes: [UInt8], at index: Int) -> UInt32? {
        guard index + width <= bytes.count else { return nil }
        let part = bytes[index..<index + width]
        return isBigEndian
            ? part.reduce(0) { $0 << 8 | UInt32($1) } : part.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}
