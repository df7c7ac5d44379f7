/// Why a text is not JSON (RFC 8259), and where.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    package let fault: Fault
    /// The byte at fault, counted from zero.
    public let offset: Int
    /// The line at fault, counted from one.
    public let line: Int
    /// The column at fault in bytes, counted from one.
    public let column: Int

    init(_ fault: Fault, at offset: Int, in text: UnsafeBufferPointer<UInt8>) {
        let before = text[..<min(offset, text.count)]
        let lineStart = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        self.fault = fault
        self.offset = offset
        line = before.reduce(into: 1) { count, byte in if byte == UInt8(ascii: "\n") { count += 1 } }
        column = offset - lineStart + 1
    }

    /// What is wrong, as a sentence without a full stop.
    public var reason: String { fault.rawValue }

    /// For example: `line 3, column 14: expected a value`.
    public var description: String { "line \(line), column \(column): \(reason)" }

    package enum Fault: String, Error {
        case empty = "the text is empty"
        case expectedValue = "expected a value"
        case expectedMember = "expected a member name in double quotes"
        case expectedColon = "expected `:` after the member name"
        case expectedCommaInObject = "expected `,` or `}` after a member"
        case expectedCommaInArray = "expected `,` or `]` after an element"
        case unfinished = "the text ends in the middle of a value"
        case unclosedString = "the text ends in the middle of a string"
        case trailing = "expected nothing after the value"
        case leadingZero = "a number cannot begin with a zero"
        case digit = "expected a digit"
        case control = "a control character in a string has to be escaped"
        case escape = "this escape sequence does not exist in JSON"
        case surrogate = "an escaped surrogate stands without its partner"
        case encoding = "the string is not valid UTF-8"
        case depth = "arrays and objects are nested deeper than the limit"
        case size = "the text is longer than the limit"
    }
}
