public import TrunklineJSON

/// A string enumeration that a server may add to: a value that is not known yet is kept and written back.
///
///     switch number.status {
///     case .active: …
///     default: print(number.status.rawValue)
///     }
public protocol OpenEnumeration: Model {
    /// The text on the wire.
    var rawValue: String { get }

    /// Creates a value from the text on the wire, known or not.
    init(rawValue: String)

    /// The values that the specification names, in its order.
    static var knownValues: [Self] { get }
}

extension OpenEnumeration {
    /// Whether the specification names the value.
    public var isKnown: Bool { Self.knownValues.contains(self) }

    /// Reads a JSON string.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        self.init(rawValue: try String(json: element))
    }

    /// Writes the text.
    public func encode(into writer: inout JSONWriter) { writer.string(rawValue) }

    /// Whether the texts are the same.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

/// An enumeration that the specification declares closed: another value is an error.
public protocol ClosedEnumeration: Model, RawRepresentable, CaseIterable where RawValue == String {}

extension ClosedEnumeration {
    /// Reads a JSON string.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        guard let value = Self(rawValue: try String(json: element)) else {
            throw element.mismatch("one of " + Self.wireTexts)
        }
        self = value
    }

    /// Writes the text.
    public func encode(into writer: inout JSONWriter) { writer.string(rawValue) }

    // `Model` and raw values both bring `Codable`; without a word here the compiler would write `{"roundRobin": {}}`.

    /// Reads the value with any decoder, from its text on the wire.
    ///
    /// - Throws: `DecodingError` where the text is none of the values.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(rawValue: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected one of \(Self.wireTexts), found \"\(text)\"")
        }
        self = value
    }

    /// Writes the value with any encoder, as its text on the wire.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    private static var wireTexts: String { allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ") }

    /// Whether the texts are the same.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
