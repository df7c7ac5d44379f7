/// Reads a JSON text (RFC 8259, nothing more); false when it cannot be understood.
func parseJSON(_ source: SourceFile, into builder: inout NodeBuilder) -> Bool {
    source.bytes.withUnsafeBufferPointer { bytes in
        var reader = JSONReader(bytes: bytes, index: source.byteOrderMarkLength)
        return reader.read(into: &builder)
    }
}

/// Walks over a JSON text without recursion; open collections are the builder's frames.
private struct JSONReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var index: Int
    /// The string read last, where it stands in the text; nil when it has escapes and is in `unescaped`.
    private var slice: Range<Int>?
    private var unescaped: [UInt8] = []

    init(bytes: UnsafeBufferPointer<UInt8>, index: Int) {
        self.bytes = bytes
        self.index = index
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func read(into builder: inout NodeBuilder) -> Bool {
        skipSpace()
        guard current != nil else { return fail("empty-file", "the file is empty", &builder) }
        guard readValue(&builder) else { return false }
        while let frame = builder.frames.last {
            guard readNext(in: frame, &builder) else { return false }
        }
        skipSpace()
        return current == nil || fail("the file goes on after its value has ended", &builder)
    }

    /// Reads what follows in an open collection: an entry, an element or the closing bracket.
    private mutating func readNext(in frame: NodeBuilder.Frame, _ builder: inout NodeBuilder) -> Bool {
        let isMapping = frame.kind == .mapping
        let bracket = UInt8(ascii: isMapping ? "}" : "]")
        let isFirst = frame.height == 0
        skipSpace()
        if current == bracket {
            index += 1
            builder.close(UInt32(index))
            return true
        }
        if !isFirst {
            guard take(",") else { return fail("a `,` or `\(isMapping ? "}" : "]")` was expected here", &builder) }
            skipSpace()
        }
        if isMapping, !readKey(&builder) { return false }
        return readValue(&builder)
    }

    private mutating func readKey(_ builder: inout NodeBuilder) -> Bool {
        let start = index
        guard current == UInt8(ascii: "\"") else { return fail("a key in double quotes was expected here", &builder) }
        guard readString(&builder) else { return false }
        builder.key(withString { String(decoding: $0, as: UTF8.self) }, UInt32(start), UInt32(index))
        skipSpace()
        guard take(":") else { return fail("a `:` is missing after this key", &builder) }
        skipSpace()
        return true
    }

    /// Reads a scalar, or the opening bracket of a collection.
    private mutating func readValue(_ builder: inout NodeBuilder) -> Bool {
        let start = UInt32(index)
        switch current {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let kind: NodeKind = current == UInt8(ascii: "{") ? .mapping : .sequence
            index += 1
            return builder.open(kind, start, UInt32(index), isFlow: true)
        case UInt8(ascii: "\""):
            guard readString(&builder) else { return false }
            withString { _ = builder.scalar(.string, $0, start, UInt32(index)) }
            return true
        case UInt8(ascii: "t"): return readWord("true", .boolean, &builder)
        case UInt8(ascii: "f"): return readWord("false", .boolean, &builder)
        case UInt8(ascii: "n"): return readWord("null", .null, &builder)
        case nil: return fail("a value is missing at the end of the file", &builder)
        case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte): return readNumber(&builder)
        default: return fail("a value was expected here", &builder)
        }
    }

    private mutating func readWord(_ word: StaticString, _ kind: NodeKind, _ builder: inout NodeBuilder) -> Bool {
        let end = index + word.utf8CodeUnitCount
        guard end <= bytes.count, UnsafeBufferPointer(rebasing: bytes[index..<end]).isOne(of: word) else {
            return fail("a value was expected here", &builder)
        }
        builder.scalar(kind, UnsafeBufferPointer(rebasing: bytes[index..<end]), UInt32(index), UInt32(end))
        index = end
        return true
    }

    private mutating func readNumber(_ builder: inout NodeBuilder) -> Bool {
        let start = index
        var kind = NodeKind.integer
        _ = take("-")
        let leading = current
        guard skipDigits() > 0 else { return fail("a digit was expected here", &builder) }
        if leading == UInt8(ascii: "0"), bytes[start..<index].drop(while: { $0 == UInt8(ascii: "-") }).count > 1 {
            index = start
            return fail("a number cannot begin with a zero", &builder)
        }
        if take(".") {
            kind = .number
            guard skipDigits() > 0 else { return fail("a digit was expected here", &builder) }
        }
        if take("e") || take("E") {
            kind = .number
            _ = take("+") || take("-")
            guard skipDigits() > 0 else { return fail("a digit was expected here", &builder) }
        }
        builder.scalar(kind, UnsafeBufferPointer(rebasing: bytes[start..<index]), UInt32(start), UInt32(index))
        return true
    }

    /// Reads a string in quotes, to be asked for with `withString`.
    private mutating func readString(_ builder: inout NodeBuilder) -> Bool {
        index += 1
        let start = index
        while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
        if current == UInt8(ascii: "\"") {
            slice = start..<index
            index += 1
            return true
        }
        slice = nil
        unescaped.removeAll(keepingCapacity: true)
        unescaped.append(contentsOf: bytes[start..<index])
        return readEscapedString(&builder)
    }

    private mutating func readEscapedString(_ builder: inout NodeBuilder) -> Bool {
        while let byte = current, byte >= 0x20 {
            index += 1
            if byte == UInt8(ascii: "\"") { return true }
            if byte != UInt8(ascii: "\\") {
                unescaped.append(byte)
            } else if !readEscape() {
                return fail("this escape is not allowed in a JSON string", &builder)
            }
        }
        return fail(
            current == nil ? "a string is not closed" : "a string cannot contain a line break or a tab", &builder)
    }

    private func withString<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let slice { return body(UnsafeBufferPointer(rebasing: bytes[slice])) }
        return unescaped.withUnsafeBufferPointer(body)
    }

    private mutating func readEscape() -> Bool {
        guard let byte = current else { return false }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(byte)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"): return readUnicodeEscape()
        default:
            index -= 1
            return false
        }
        return true
    }

    private mutating func readUnicodeEscape() -> Bool {
        guard var value = readHex() else { return false }
        if (0xD800..<0xDC00).contains(value) {
            guard take("\\"), take("u"), let low = readHex(), (0xDC00..<0xE000).contains(low) else { return false }
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else { return false }
        unescaped.append(contentsOf: Array(String(scalar).utf8))
        return true
    }

    private mutating func readHex() -> UInt32? {
        guard index + 4 <= bytes.count, bytes[index..<index + 4].allSatisfy(\.isHexDigit) else { return nil }
        defer { index += 4 }
        return UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private mutating func skipDigits() -> Int {
        let start = index
        while let byte = current, (0x30...0x39).contains(byte) { index += 1 }
        return index - start
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private func fail(_ message: String, _ builder: inout NodeBuilder) -> Bool {
        fail("json-syntax", message, &builder)
    }

    private func fail(_ rule: String, _ message: String, _ builder: inout NodeBuilder) -> Bool {
        let end = min(index + 1, bytes.count)
        builder.diagnostics.error(rule, message, at: builder.range(UInt32(min(index, end)), UInt32(end)))
        return false
    }
}
