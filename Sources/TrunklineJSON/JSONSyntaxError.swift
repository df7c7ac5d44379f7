/// Why a text is not JSON (RFC 8259), and where.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, as a sentence without a full stop.
    public let reason: String
    /// The byte at fault, counted from zero.
    public let offset: Int
    /// The line at fault, counted from one.
    public let line: Int
    /// The column at fault in bytes, counted from one.
    public let column: Int

    init(_ fault: Fault, at offset: Int, in text: UnsafeBufferPointer<UInt8>) {
        let before = text[..<min(offset, text.count)]
        let lineStart = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        reason = fault.rawValue
        self.offset = offset
        line = before.reduce(into: 1) { count, byte in if byte == UInt8(ascii: "\n") { count += 1 } }
        column = offset - lineStart + 1
    }

    /// For example: `line 3, column 14: expected a value`.
    public var description: String { "line \(line), column \(column): \(reason)" }

    enum Fault: String, Error {
        case empty = "the text is empty"
        case expectedValue = "expected a value"
        case expectedMember = "expected a member name in double quotes"
        case expectedColon = "expected ':' after the member name"
        case expectedCommaInObject = "expected ',' or '}' after a member"
        case expectedCommaInArray = "expected ',' or ']' after an element"
        case unfinished = "the text ends in the middle of a value"
        case trailing = "expected nothing after the value"
        case number = "a number has to be written as -?(0|[1-9][0-9]*)(.[0-9]+)?([eE][+-]?[0-9]+)?"
        case control = "a control character in a string has to be escaped"
        case escape = "unknown escape sequence in a string"
        case surrogate = "an escaped surrogate stands without its partner"
        case encoding = "the string is not valid UTF-8"
        case depth = "arrays and objects are nested deeper than the limit"
        case size = "the text is longer than the limit"
    }
}
