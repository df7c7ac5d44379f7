/// What a plain (unquoted) YAML scalar is under the core schema of YAML 1.2.
///
/// For example, `~` is null, `0x1F` an integer, `1e3` a number; `yes`, `NO` and `2024-01-01` are strings.
func plainKind(_ text: UnsafeBufferPointer<UInt8>) -> NodeKind {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
        return text.isOne(of: "~", "null", "Null", "NULL") ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
        return text.isOne(of: "true", "True", "TRUE") ? .boolean : .string
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
        return text.isOne(of: "false", "False", "FALSE") ? .boolean : .string
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"):
        return numericKind(text)
    default:
        return .string
    }
}

private func numericKind(_ text: UnsafeBufferPointer<UInt8>) -> NodeKind {
    if text.count > 2, text[0] == UInt8(ascii: "0") {
        let digits = text[2...]
        if text[1] == UInt8(ascii: "o") { return digits.allSatisfy { (0x30...0x37).contains($0) } ? .integer : .string }
        if text[1] == UInt8(ascii: "x") { return digits.allSatisfy(\.isHexDigit) ? .integer : .string }
    }
    var scanner = DigitScanner(text)
    scanner.skip("+", "-")
    let isSpecial = UnsafeBufferPointer(rebasing: text[scanner.index...]).isOne(of: ".inf", ".Inf", ".INF")
    if isSpecial || text.isOne(of: ".nan", ".NaN", ".NAN") { return .number }
    let whole = scanner.digits()
    if scanner.isAtEnd { return whole > 0 ? .integer : .string }
    let fraction = scanner.skip(".") ? scanner.digits() : 0
    guard whole + fraction > 0 else { return .string }
    if scanner.skip("e", "E") {
        scanner.skip("+", "-")
        guard scanner.digits() > 0 else { return .string }
    }
    return scanner.isAtEnd ? .number : .string
}

/// Walks over the parts of a number.
private struct DigitScanner {
    let text: UnsafeBufferPointer<UInt8>
    var index = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    var isAtEnd: Bool { index == text.count }

    @discardableResult
    mutating func skip(_ candidates: Unicode.Scalar...) -> Bool {
        guard index < text.count, candidates.contains(Unicode.Scalar(text[index])) else { return false }
        index += 1
        return true
    }

    mutating func digits() -> Int {
        let start = index
        while index < text.count, (0x30...0x39).contains(text[index]) { index += 1 }
        return index - start
    }
}

extension UInt8 {
    var isHexDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    func isOne(of words: StaticString...) -> Bool {
        words.contains { word in
            word.utf8CodeUnitCount == count && elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: count))
        }
    }
}
