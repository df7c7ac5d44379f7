/// A JSON number with its exact text (RFC 8259, section 6): nothing is rounded until a Swift number is asked for.
///
/// Numbers are equal when they mean the same: `1`, `1.0` and `10e-1` are.
public struct JSONNumber: Sendable {
    /// The number as it was read or will be written, for example `1.10`.
    public let text: String

    @usableFromInline
    init(unchecked text: String) { self.text = text }

    /// Creates a number from its JSON text; nil where the text is not a JSON number.
    public init?(text: String) {
        var text = text
        let isNumber = text.withUTF8 { bytes in
            guard let first = bytes.first, first == UInt8(ascii: "-") || first &- UInt8(ascii: "0") < 10,
                let last = bytes.last, last &- UInt8(ascii: "0") < 10,
                let tape = try? JSONTape(parsing: bytes)
            else { return false }
            return tape.tokens[0].is(.number)
        }
        guard isNumber else { return nil }
        self.text = text
    }

    /// Creates a number from an integer.
    public init(_ value: some BinaryInteger) { text = String(value) }

    /// Creates a number from a finite double; nil for infinities and NaN, which JSON does not have.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = JSONNumber.text(of: value)
    }

    /// The shortest text that reads back as the same double, without a fraction where there is none.
    static func text(of value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 && !(value == 0 && value.sign == .minus)
            ? String(Int64(value)) : value.description
    }

    /// The value where it is integral and fits the type, however it is written: `60`, `60.0` and `6e1` are.
    public func integer<Integer: FixedWidthInteger>(_ type: Integer.Type = Integer.self) -> Integer? {
        if let value = Integer(text) { return value }
        let decimal = Decimal(text)
        guard !decimal.digits.isEmpty else { return 0 }
        guard decimal.exponent >= 0, decimal.digits.count + decimal.exponent <= 39 else { return nil }
        return Integer(
            (decimal.isNegative ? "-" : "") + decimal.digits + String(repeating: "0", count: decimal.exponent))
    }

    /// The nearest double; nil where the magnitude is beyond it.
    public var double: Double? {
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// Whether a double, written again, is the same number.
    package var isExactAsDouble: Bool { double.flatMap { JSONNumber($0) } == self }

    /// Sign, digits without zeros at either end, and the exponent of the last digit: one form per value.
    struct Decimal: Hashable {
        var isNegative = false
        var digits = ""
        var exponent = 0

        init(_ text: String) {
            let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
            var mantissa = parts[0]
            if mantissa.first == "-" { mantissa = mantissa.dropFirst() }
            let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
            let fraction = halves.count > 1 ? halves[1] : ""
            let all = (String(halves[0]) + fraction).drop { $0 == "0" }
            let trailing = all.reversed().prefix { $0 == "0" }.count
            digits = String(all.dropLast(trailing))
            guard !digits.isEmpty else { return }
            isNegative = text.first == "-"
            exponent = (parts.count > 1 ? Self.exponent(parts[1]) : 0) - fraction.count + trailing
        }

        private static func exponent(_ text: Substring) -> Int {
            let limit = Int(Int32.max)
            return Int(text).map { max(-limit, min(limit, $0)) } ?? (text.first == "-" ? -limit : limit)
        }

        /// The text of the value in its one form, for example `11e-1`.
        var text: String {
            digits.isEmpty ? "0" : "\(isNegative ? "-" : "")\(digits)\(exponent == 0 ? "" : "e\(exponent)")"
        }
    }
}

extension JSONNumber: Hashable {
    /// Whether both mean the same number, however they are written.
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || Decimal(left.text) == Decimal(right.text)
    }

    /// Hashes the number that is meant.
    public func hash(into hasher: inout Hasher) { hasher.combine(Decimal(text)) }
}

extension JSONNumber: CustomStringConvertible, ExpressibleByIntegerLiteral {
    /// The text.
    public var description: String { text }

    /// An integer.
    public init(integerLiteral value: Int) { self.init(value) }
}
