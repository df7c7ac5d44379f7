/// What can be the value of a path, query or header parameter.
///
/// A type with raw values of such a kind conforms by one line, for example
/// `extension RoutingStrategy: ParameterValue {}`.
///
/// Source: OpenAPI 3.1 §4.8.12.2 (`form` and `simple` styles) and RFC 6570 §3.2.
public protocol ParameterValue: Sendable {
    /// The value as text, before percent-encoding: one text, or one per element of an array.
    ///
    /// - Throws: ``RequestIssue`` if it has no text, as a number that is not finite.
    func parameterTexts() throws(RequestIssue) -> [String]
}

extension ParameterValue where Self: RawRepresentable, RawValue: ParameterValue {
    /// The texts of the raw value.
    public func parameterTexts() throws(RequestIssue) -> [String] {
        try rawValue.parameterTexts()
    }
}

extension String: ParameterValue {
    /// The text itself.
    public func parameterTexts() -> [String] { [self] }
}

extension Bool: ParameterValue {
    /// `true` or `false`.
    public func parameterTexts() -> [String] { [self ? "true" : "false"] }
}

extension ParameterValue where Self: BinaryInteger {
    /// Decimal digits.
    public func parameterTexts() -> [String] { [String(self)] }
}

extension Int: ParameterValue {}
extension Int8: ParameterValue {}
extension Int16: ParameterValue {}
extension Int32: ParameterValue {}
extension Int64: ParameterValue {}
extension UInt: ParameterValue {}
extension UInt8: ParameterValue {}
extension UInt16: ParameterValue {}
extension UInt32: ParameterValue {}
extension UInt64: ParameterValue {}

extension ParameterValue where Self: BinaryFloatingPoint & LosslessStringConvertible {
    /// The shortest decimal text that reads back as the same number; `1` for `1.0`.
    ///
    /// - Throws: ``RequestIssue`` for an infinity or NaN.
    public func parameterTexts() throws(RequestIssue) -> [String] {
        guard isFinite else { throw RequestIssue("\(self) is not a finite number") }
        let text = String(self)
        return [text.hasSuffix(".0") ? String(text.dropLast(2)) : text]
    }
}

extension Double: ParameterValue {}
extension Float: ParameterValue {}

extension Array: ParameterValue where Element: ParameterValue {
    /// The texts of the elements.
    public func parameterTexts() throws(RequestIssue) -> [String] {
        var texts: [String] = []
        for element in self { texts += try element.parameterTexts() }
        return texts
    }
}
