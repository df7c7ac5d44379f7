public import TrunklineJSON

extension String: JSONCodable {
    /// Reads a JSON string.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        guard element.token.is(.string) else { throw element.mismatch("a string") }
        self = JSONText.string(element.token, in: element.text)
    }

    /// Writes a JSON string.
    public func encode(into writer: inout JSONWriter) { writer.string(self) }
}

extension Bool: JSONCodable {
    /// Reads `true` or `false`.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        switch element.token.kind {
        case .true: self = true
        case .false: self = false
        default: throw element.mismatch("a boolean")
        }
    }

    /// Writes `true` or `false`.
    public func encode(into writer: inout JSONWriter) { writer.bool(self) }
}

extension Double: JSONCodable {
    /// Reads a JSON number, rounded to the nearest double.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        guard element.token.is(.number), let value = JSONText.double(element.token, in: element.text) else {
            throw element.mismatch("a number")
        }
        self = value
    }

    /// Writes a JSON number.
    public func encode(into writer: inout JSONWriter) { writer.double(self) }
}

extension Float: JSONCodable {
    /// Reads a JSON number, rounded to single precision.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        guard element.token.is(.number), let value = Float(JSONText.number(element.token, in: element.text).text)
        else { throw element.mismatch("a number") }
        guard value.isFinite else { throw element.mismatch("a number of single precision") }
        self = value
    }

    /// Writes a JSON number.
    public func encode(into writer: inout JSONWriter) {
        guard isFinite else { return writer.fail("a number has to be finite, not \(self)") }
        writer.number(JSONNumber(text: description) ?? 0)
    }
}

extension JSONCodable where Self: FixedWidthInteger {
    /// Reads a JSON number that is integral and in range.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        guard element.token.is(.number) else { throw element.mismatch("an integer") }
        guard let value = JSONText.integer(element.token, in: element.text, as: Self.self) else {
            throw element.mismatch("an integer from \(Self.min) to \(Self.max)")
        }
        self = value
    }

    /// Writes a JSON number.
    public func encode(into writer: inout JSONWriter) { writer.integer(self) }
}

extension Int: JSONCodable {
    /// Reads a JSON number that is integral and in range.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        guard element.token.is(.number) else { throw element.mismatch("an integer") }
        guard let value: Int = JSONText.integer(element.token, in: element.text) else {
            throw element.mismatch("an integer of 64 bits")
        }
        self = value
    }

    /// Writes a JSON number.
    public func encode(into writer: inout JSONWriter) { writer.integer(self) }
}

extension Int8: JSONCodable {}
extension Int16: JSONCodable {}
extension Int32: JSONCodable {}
extension Int64: JSONCodable {}
extension UInt: JSONCodable {}
extension UInt8: JSONCodable {}
extension UInt16: JSONCodable {}
extension UInt32: JSONCodable {}
extension UInt64: JSONCodable {}

extension JSONNumber: JSONCodable {
    /// Reads a JSON number with its exact text.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        guard element.token.is(.number) else { throw element.mismatch("a number") }
        self = JSONText.number(element.token, in: element.text)
    }

    /// Writes the number as its text says.
    public func encode(into writer: inout JSONWriter) { writer.number(self) }
}

extension JSONValue: JSONCodable {
    /// Reads any JSON.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        self.init(element.tokens, element.index, in: element.text)
    }

    /// Writes any JSON.
    public func encode(into writer: inout JSONWriter) { writer.value(self) }
}
