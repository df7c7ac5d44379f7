public import TrunklineJSON

/// What an optional, nullable member of a request is set to.
///
/// Such a member is `Nullable<Value>?`: nil leaves it out, `.null` clears it, a value sets it.
///
///     UpdatePhoneNumberInput(name: "Sales", assistantID: .null)
public enum Nullable<Value: JSONCodable>: JSONCodable {
    /// An explicit `null`.
    case null
    /// A value.
    case value(Value)

    /// The value; nil for an explicit null.
    public var value: Value? {
        guard case .value(let value) = self else { return nil }
        return value
    }

    /// Reads null or a value.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        self = element.token.is(.null) ? .null : .value(try Value(json: element))
    }

    /// Writes null or the value.
    public func encode(into writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .value(let value): value.encode(into: &writer)
        }
    }
}

extension Nullable: Equatable where Value: Equatable {}
extension Nullable: Hashable where Value: Hashable {}

extension Nullable: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByUnicodeScalarLiteral {
    /// A value.
    public init(unicodeScalarLiteral value: Value.UnicodeScalarLiteralType) {
        self = .value(Value(unicodeScalarLiteral: value))
    }
}

extension Nullable: ExpressibleByExtendedGraphemeClusterLiteral
where Value: ExpressibleByExtendedGraphemeClusterLiteral {
    /// A value.
    public init(extendedGraphemeClusterLiteral value: Value.ExtendedGraphemeClusterLiteralType) {
        self = .value(Value(extendedGraphemeClusterLiteral: value))
    }
}

extension Nullable: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
    /// A value.
    public init(stringLiteral value: Value.StringLiteralType) { self = .value(Value(stringLiteral: value)) }
}

extension Nullable: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
    /// A value.
    public init(integerLiteral value: Value.IntegerLiteralType) { self = .value(Value(integerLiteral: value)) }
}

extension Nullable: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
    /// A value.
    public init(floatLiteral value: Value.FloatLiteralType) { self = .value(Value(floatLiteral: value)) }
}

extension Nullable: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
    /// A value.
    public init(booleanLiteral value: Value.BooleanLiteralType) { self = .value(Value(booleanLiteral: value)) }
}
