/// One pass over a text that checks it and fills the tape.
///
/// It neither recurses nor throws: open collections lie on a stack of its own, and a fault is returned, with `position`
/// on the byte at fault.
struct JSONScanner: ~Copyable {
    private let text: UnsafePointer<UInt8>
    private let length: Int
    private let limits: JSONLimits
    private(set) var position = 0
    private(set) var tokens: UnsafeMutablePointer<JSONToken>
    private(set) var count = 0
    private var capacity: Int
    private var open: [(token: Int, count: Int)] = []

    typealias Fault = JSONSyntaxError.Fault

    init(text: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
        length = text.count
        self.text = text.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
        self.limits = limits
        capacity = max(16, min(text.count, limits.bytes) / 8)
        tokens = .allocate(capacity: capacity)
        open.reserveCapacity(32)
    }

    /// Scans the whole text.
    mutating func scan() -> Fault? {
        guard length <= limits.bytes else { return .size }
        if length >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { position = 3 }
        skipSpace()
        guard position < length else { return .empty }
        if let fault = value() { return fault }
        while let (token, elements) = open.last {
            if let fault = tokens[token].kind == .object ? afterMember(elements) : afterElement(elements) {
                return fault
            }
        }
        skipSpace()
        return position == length ? nil : .trailing
    }

    // MARK: Collections

    /// Continues an object: its end, or the next member with its value.
    private mutating func afterMember(_ members: Int) -> Fault? {
        skipSpace()
        guard position < length else { return .unfinished }
        if text[position] == UInt8(ascii: "}") {
            close()
            return nil
        }
        if members > 0 {
            guard text[position] == UInt8(ascii: ",") else { return .expectedCommaInObject }
            position += 1
            skipSpace()
        }
        guard position < length else { return .unfinished }
        guard text[position] == UInt8(ascii: "\"") else { return .expectedMember }
        if let fault = string() { return fault }
        skipSpace()
        guard position < length else { return .unfinished }
        guard text[position] == UInt8(ascii: ":") else { return .expectedColon }
        position += 1
        skipSpace()
        open[open.count - 1].count += 1
        return value()
    }

    /// Continues an array: its end, or the next element.
    private mutating func afterElement(_ elements: Int) -> Fault? {
        skipSpace()
        guard position < length else { return .unfinished }
        if text[position] == UInt8(ascii: "]") {
            close()
            return nil
        }
        if elements > 0 {
            guard text[position] == UInt8(ascii: ",") else { return .expectedCommaInArray }
            position += 1
            skipSpace()
        }
        open[open.count - 1].count += 1
        return value()
    }

    private mutating func begin(_ kind: JSONToken.Kind) -> Fault? {
        guard open.count < limits.depth else { return .depth }
        open.append((count, 0))
        append(JSONToken(kind, start: position, end: position, next: 0))
        position += 1
        return nil
    }

    private mutating func close() {
        position += 1
        let (token, elements) = open.removeLast()
        tokens[token].close(end: position, next: count, count: elements)
    }

    // MARK: Values

    private mutating func value() -> Fault? {
        guard position < length else { return .unfinished }
        switch text[position] {
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "{"): return begin(.object)
        case UInt8(ascii: "["): return begin(.array)
        case UInt8(ascii: "t"): return word("true", .true)
        case UInt8(ascii: "f"): return word("false", .false)
        case UInt8(ascii: "n"): return word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        default: return .expectedValue
        }
    }

    private mutating func word(_ word: StaticString, _ kind: JSONToken.Kind) -> Fault? {
        let size = word.utf8CodeUnitCount
        for index in 0..<size where position + index >= length || text[position + index] != word.utf8Start[index] {
            return position + index >= length ? .unfinished : .expectedValue
        }
        append(JSONToken(kind, start: position, end: position + size, next: count + 1))
        position += size
        return nil
    }

    private mutating func number() -> Fault? {
        let start = position
        var isFractional = false
        if text[position] == UInt8(ascii: "-") { position += 1 }
        if position < length, text[position] == UInt8(ascii: "0") {
            position += 1
            if position < length, text[position] &- UInt8(ascii: "0") < 10 { return .leadingZero }
        } else if !digits() {
            return .digit
        }
        if position < length, text[position] == UInt8(ascii: ".") {
            position += 1
            isFractional = true
            guard digits() else { return .digit }
        }
        if position < length, text[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            isFractional = true
            if position < length, text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
                position += 1
            }
            guard digits() else { return .digit }
        }
        append(JSONToken(.number, start: start, end: position, next: count + 1, flag: isFractional))
        return nil
    }

    /// Skips digits; false where there is none.
    private mutating func digits() -> Bool {
        let start = position
        while position < length, text[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        return position > start
    }

    // MARK: Strings

    /// Scans a string whose opening quote is at `position`.
    private mutating func string() -> Fault? {
        let start = position + 1
        position = start
        var isEscaped = false
        while true {
            skipPlainText()
            guard position < length else { return .unclosedString }
            switch text[position] {
            case UInt8(ascii: "\""):
                append(JSONToken(.string, start: start, end: position, next: count + 1, flag: isEscaped))
                position += 1
                return nil
            case UInt8(ascii: "\\"):
                isEscaped = true
                if let fault = escape() { return fault }
            case 0x80...:
                guard let size = utf8SequenceLength(text + position, available: length - position) else {
                    return .encoding
                }
                position += size
            default:
                return .control
            }
        }
    }

    /// Goes to the next byte that is a quote, a backslash, a control character or not ASCII, eight bytes at a time.
    private mutating func skipPlainText() {
        var index = position
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        while index + 8 <= length {
            let word = UInt64(littleEndian: UnsafeRawPointer(text + index).loadUnaligned(as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            let found = ((word &- (ones &* 0x20)) | (quote &- ones) | (backslash &- ones) | word) & highs
            if found != 0 {
                index += found.trailingZeroBitCount >> 3
                break
            }
            index += 8
        }
        while index < length {
            let byte = text[index]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 || byte >= 0x80 { break }
            index += 1
        }
        position = index
    }

    private mutating func escape() -> Fault? {
        guard position + 1 < length else { return .unclosedString }
        switch text[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
            return nil
        case UInt8(ascii: "u"): return unicodeEscape()
        default: return .escape
        }
    }

    private mutating func unicodeEscape() -> Fault? {
        guard let unit = hexadecimal(at: position + 2) else { return .escape }
        guard unit & 0xF800 == 0xD800 else {
            position += 6
            return nil
        }
        guard unit < 0xDC00, position + 7 < length, text[position + 6] == UInt8(ascii: "\\"),
            text[position + 7] == UInt8(ascii: "u"), let low = hexadecimal(at: position + 8), low & 0xFC00 == 0xDC00
        else { return .surrogate }
        position += 12
        return nil
    }

    private func hexadecimal(at index: Int) -> UInt32? {
        guard index + 4 <= length else { return nil }
        return hexadecimalUnit(text + index)
    }

    // MARK: Basics

    private mutating func skipSpace() {
        while position < length {
            let byte = text[position]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    private mutating func append(_ token: JSONToken) {
        if count == capacity { grow() }
        (tokens + count).initialize(to: token)
        count += 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<JSONToken>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: tokens, count: count)
        tokens.deallocate()
        tokens = larger
        capacity *= 2
    }
}

/// The length of the UTF-8 sequence at a byte that is not ASCII; nil where it is not well-formed (Unicode, table 3-7).
func utf8SequenceLength(_ bytes: UnsafePointer<UInt8>, available: Int) -> Int? {
    func isContinuation(_ index: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
        index < available && range.contains(bytes[index])
    }
    switch bytes[0] {
    case 0xC2...0xDF: return isContinuation(1) ? 2 : nil
    case 0xE0: return isContinuation(1, 0xA0...0xBF) && isContinuation(2) ? 3 : nil
    case 0xED: return isContinuation(1, 0x80...0x9F) && isContinuation(2) ? 3 : nil
    case 0xE1...0xEF: return isContinuation(1) && isContinuation(2) ? 3 : nil
    case 0xF0: return isContinuation(1, 0x90...0xBF) && isContinuation(2) && isContinuation(3) ? 4 : nil
    case 0xF1...0xF3: return isContinuation(1) && isContinuation(2) && isContinuation(3) ? 4 : nil
    case 0xF4: return isContinuation(1, 0x80...0x8F) && isContinuation(2) && isContinuation(3) ? 4 : nil
    default: return nil
    }
}

/// Four hexadecimal digits as a UTF-16 code unit; nil where one is not a digit.
func hexadecimalUnit(_ bytes: UnsafePointer<UInt8>) -> UInt32? {
    var unit: UInt32 = 0
    for index in 0..<4 {
        let digit: UInt8
        switch bytes[index] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[index] - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = bytes[index] - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = bytes[index] - UInt8(ascii: "A") + 10
        default: return nil
        }
        unit = unit << 4 | UInt32(digit)
    }
    return unit
}
