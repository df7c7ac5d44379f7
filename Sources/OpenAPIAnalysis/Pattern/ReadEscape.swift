extension PatternReader {
    /// Reads what stands behind `\` outside of a class.
    mutating func readEscape(_ offset: Int) throws(PatternError) {
        guard let scalar = next else { throw error("a `\\` at the end", at: offset) }
        switch scalar {
        case "b", "B":
            index += 1
            append(
                .wordBoundary(isNegated: scalar == "B", ignoresCase: flags.ignoresCase), isQuantifiable: false)
        case "1"..."9":
            try readNumberedReference(offset)
        case "k" where isStrict || !groups.numbers.isEmpty:
            index += 1
            try readNamedReference(offset)
        default:
            if let item = try readClassEscape(offset) {
                append(.set(ScalarSet([item], ignoresCase: flags.ignoresCase)))
            } else {
                appendScalar(try readScalarEscape(offset, isInClass: false))
            }
        }
    }

    private mutating func readNumberedReference(_ offset: Int) throws(PatternError) {
        let start = index
        if let number = readNumber(), number <= groups.count {
            syntax.hasReferences = true
            return append(.reference([number], ignoresCase: flags.ignoresCase))
        }
        guard !isStrict else { throw error("there are \(groups.count) groups", at: offset) }
        index = start
        appendScalar(readOctal() ?? scalars[start])
        if index == start { index += 1 }
    }

    private mutating func readNamedReference(_ offset: Int) throws(PatternError) {
        guard skip("<") else { throw error("`\\k` without the name of a group", at: offset) }
        let name = try readGroupName(offset)
        guard let numbers = groups.numbers[name] else { throw error("there is no group `\(name)`", at: offset) }
        syntax.hasReferences = true
        append(.reference(numbers, ignoresCase: flags.ignoresCase))
    }

    /// `\d`, `\s`, `\w`, `\p{…}` and their opposites; nil where something else stands here.
    mutating func readClassEscape(_ offset: Int) throws(PatternError) -> ScalarSet.Item? {
        guard let scalar = next else { return nil }
        index += 1
        switch scalar {
        case "d": return .ranges(.digits)
        case "D": return .ranges(ScalarRanges.digits.inverted)
        case "s": return .ranges(.space)
        case "S": return .ranges(ScalarRanges.space.inverted)
        case "w": return .ranges(wordScalars)
        case "W": return .ranges(wordScalars.inverted)
        case "p", "P":
            if let property = try readProperty(offset) { return .property(property, isNegated: scalar == "P") }
        default: break
        }
        index -= 1
        return nil
    }

    /// `\w` without regard to case has two scalars more, whose small letters are its own.
    private var wordScalars: ScalarRanges {
        flags.ignoresCase
            ? ScalarRanges.wordScalars.union(ScalarRanges([0x17F...0x17F, 0x212A...0x212A])) : .wordScalars
    }

    /// How many characters the braces of a property may hold; none is as long.
    private static let longestProperty = 200

    private mutating func readProperty(_ offset: Int) throws(PatternError) -> ScalarProperty? {
        let start = index
        guard skip("{"), let end = scalars[index...].prefix(Self.longestProperty).firstIndex(of: 0x7D) else {
            guard !isStrict else { throw error("`\\p` without a property in braces", at: offset) }
            index = start
            return nil
        }
        let name = String(String.UnicodeScalarView(scalars[index..<end].compactMap { Unicode.Scalar($0) }))
        guard let property = ScalarProperty(name) else { throw error("there is no property `\(name)`", at: offset) }
        index = end + 1
        return property
    }

    /// The scalar that an escape such as `\n`, `\cA`, `\x41`, `\u{41}` or `\/` means.
    mutating func readScalarEscape(_ offset: Int, isInClass: Bool) throws(PatternError) -> UInt32 {
        guard let scalar = take() else { throw error("a `\\` at the end", at: offset) }
        switch scalar {
        case "f": return 0x0C
        case "n": return 0x0A
        case "r": return 0x0D
        case "t": return 0x09
        case "v": return 0x0B
        case "b" where isInClass: return 0x08
        case "c": return try readControl(offset)
        case "x", "u":
            let value = scalar == "x" ? try readHexadecimal(2, offset) : try readUnicode(offset)
            if let value { return value }
            return try identity(scalar, offset)
        case "0": return try readZero(offset)
        case "-" where isInClass: return scalar.value
        default: return try identity(scalar, offset)
        }
    }

    /// An escape that means the scalar itself: only signs of the syntax where the reader is strict.
    private func identity(_ scalar: Unicode.Scalar, _ offset: Int) throws(PatternError) -> UInt32 {
        if isStrict ? "^$\\.*+?()[]{}|/".unicodeScalars.contains(scalar) : scalar != "k" || groups.numbers.isEmpty {
            return scalar.value
        }
        throw error("`\\\(scalar)` is no escape of ECMA-262", at: offset)
    }

    private mutating func readControl(_ offset: Int) throws(PatternError) -> UInt32 {
        if let letter = next, letter.isASCII, letter.properties.isAlphabetic {
            index += 1
            return letter.value % 32
        }
        guard !isStrict else { throw error("`\\c` without a letter", at: offset) }
        index -= 1
        return 0x5C
    }

    private mutating func readZero(_ offset: Int) throws(PatternError) -> UInt32 {
        guard let digit = next, ("0"..."9").contains(digit) else { return 0 }
        guard !isStrict else { throw error("an octal escape", at: offset) }
        index -= 1
        return readOctal() ?? 0
    }

    /// Up to three octal digits, at most 377.
    mutating func readOctal() -> UInt32? {
        var value: UInt32?
        var count = 0
        while count < 3, let digit = next, ("0"..."7").contains(digit) {
            let grown = (value ?? 0) * 8 + (digit.value - 0x30)
            guard grown <= 0xFF else { break }
            value = grown
            index += 1
            count += 1
        }
        return value
    }

    private mutating func readHexadecimal(_ count: Int, _ offset: Int) throws(PatternError) -> UInt32? {
        let digits = scalars[index...].prefix(count).compactMap { Unicode.Scalar($0) }
        if digits.count == count, digits.allSatisfy({ $0.properties.isASCIIHexDigit }) {
            index += count
            return UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
        }
        guard !isStrict else { throw error("\(count) hexadecimal digits are missing", at: offset) }
        return nil
    }

    /// `\u{1F600}`, `\u0041`, or two of the latter that are a surrogate pair.
    private mutating func readUnicode(_ offset: Int) throws(PatternError) -> UInt32? {
        if isStrict, skip("{") { return try readBracedScalar(offset) }
        guard let first = try readHexadecimal(4, offset) else { return nil }
        let start = index
        if (0xD800..<0xDC00).contains(first), skip(text: "\\u"), let second = try? readHexadecimal(4, offset),
            (0xDC00..<0xE000).contains(second)
        {
            return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        }
        index = start
        return first
    }

    private mutating func readBracedScalar(_ offset: Int) throws(PatternError) -> UInt32 {
        var value: UInt32 = 0
        let start = index
        while let digit = take(), digit != "}" {
            guard digit.properties.isASCIIHexDigit, let number = UInt32(String(digit), radix: 16) else {
                throw error("a code point that is none", at: offset)
            }
            value = value << 4 | number
            guard value <= ScalarRanges.greatest else { throw error("a code point that is none", at: offset) }
        }
        guard index > start + 1, scalars[index - 1] == 0x7D else {
            throw error("a code point that is none", at: offset)
        }
        return value
    }
}
