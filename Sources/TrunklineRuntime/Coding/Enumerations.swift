public import TrunklineJSON

/// An enumeration that a server may add to: a value that is not known yet is kept and written back.
///
///     switch number.status {
///     case .active: …
///     default: print(number.status.rawValue)
///     }
public protocol OpenEnumeration: Model {
    /// What the values are on the wire: `String`, `Int`, `Double`, or `JSONValue` where they are of several kinds.
    associatedtype RawValue: JSONCodable, Hashable

    /// The value on the wire.
    var rawValue: RawValue { get }

    /// Creates a value from the value on the wire, known or not.
    init(rawValue: RawValue)

    /// The values that the specification names, in its order.
    static var knownValues: [Self] { get }
}

extension OpenEnumeration {
    /// Whether the specification names the value.
    public var isKnown: Bool { Self.knownValues.contains { $0.rawValue == rawValue } }

    /// Reads a JSON value.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        self.init(rawValue: try RawValue(json: element))
    }

    /// Writes the value.
    public func encode(into writer: inout JSONWriter) { rawValue.encode(into: &writer) }

    /// Whether the values on the wire are the same.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    /// Hashes the value on the wire.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

/// An enumeration that the specification declares closed: another value is an error.
///
/// Its raw values are `String`, `Int` or `Double`.
public protocol ClosedEnumeration: Model, Hashable, Codable, RawRepresentable, CaseIterable
where RawValue: JSONCodable & Hashable {}

extension ClosedEnumeration {
    /// Reads a JSON value.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        guard let value = Self(rawValue: try RawValue(json: element)) else {
            throw element.mismatch("one of " + Self.wireTexts)
        }
        self = value
    }

    /// Writes the value.
    public func encode(into writer: inout JSONWriter) { rawValue.encode(into: &writer) }

    // `Model` and raw values both bring `Codable`; without a word here the compiler would write `{"roundRobin": {}}`.

    /// Reads the value with any decoder, from its value on the wire.
    ///
    /// - Throws: `DecodingError` where it is none of the values.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let json = try container.decode(JSONValue.self)
        guard let raw: RawValue = try? json.decode(), let value = Self(rawValue: raw) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected one of \(Self.wireTexts), found \(json)")
        }
        self = value
    }

    /// Writes the value with any encoder, as its value on the wire.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(try JSONValue(encoding: rawValue))
    }

    private static var wireTexts: String { allCases.map { text(of: $0.rawValue) }.joined(separator: ", ") }

    private static func text(of value: RawValue) -> String {
        var writer = JSONWriter()
        value.encode(into: &writer)
        return writer.string
    }

    /// Whether the values on the wire are the same.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    /// Hashes the value on the wire.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
