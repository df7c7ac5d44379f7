public import TrunklineJSON

/// A string or a value of another kind: what `oneOf` or `anyOf` of the two is where the specification has no name for them.
///
/// For example, a member that holds the id of a customer or, where the caller asks for it, the customer.
///
///     switch charge.customer {
///     case .string(let id): print(id)
///     case .value(let customer): print(customer.name)
///     case .unknown(let other): print(other.json)
///     }
///
/// A string literal stands for a string: `.init(customer: "cus_1")`.
public enum StringOr<Value: JSONCodable>: Model {
    /// A string.
    case string(String)
    /// The other type.
    indirect case value(Value)
    /// A value that is neither.
    indirect case unknown(UnknownVariant)

    /// The string; nil where the value is something else.
    public var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The value of the other type; nil where there is none.
    public var value: Value? {
        guard case .value(let value) = self else { return nil }
        return value
    }

    /// Reads a string or the other type; what is of another kind than both is kept as it is.
    ///
    /// - Throws: `DecodingIssue` where something in the value is not what the other type needs.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        if element.kind == .string {
            self = .string(try element.decode())
            return
        }
        do {
            self = .value(try element.decode())
        } catch {
            guard case .mismatch = error.reason, error.path.isEmpty else { throw error }
            self = .unknown(UnknownVariant(json: element))
        }
    }

    /// Writes the string or the value.
    public func encode(into writer: inout JSONWriter) {
        switch self {
        case .string(let text): text.encode(into: &writer)
        case .value(let value): value.encode(into: &writer)
        case .unknown(let other): other.encode(into: &writer)
        }
    }
}

extension StringOr: Hashable {}
extension StringOr: Codable {}

extension StringOr: ExpressibleByStringInterpolation {
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
}

extension StringOr: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
    /// A value of the other type.
    public init(integerLiteral value: Value.IntegerLiteralType) { self = .value(Value(integerLiteral: value)) }
}

extension StringOr: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
    /// A value of the other type.
    public init(floatLiteral value: Value.FloatLiteralType) { self = .value(Value(floatLiteral: value)) }
}

extension StringOr: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
    /// A value of the other type.
    public init(booleanLiteral value: Value.BooleanLiteralType) { self = .value(Value(booleanLiteral: value)) }
}
