public import TrunklineJSON

/// A text that opens doors (the format `password`): it is sent and received as any other, and never printed.
///
/// `description`, string interpolation, `dump` and `Mirror` show nothing of it, also where it is nested in a model. For
/// example:
///
/// ```swift
/// let update = UpdateTrunk(username: "pbx", password: Password(entered))
/// print(update)  // … password: <redacted>
/// ```
public struct Password: Sendable, Hashable, Codable {
    /// The text.
    public let text: String

    /// Takes a text.
    public init(_ text: String) { self.text = text }

    /// Reads the text with any decoder.
    public init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

    /// Writes the text with any encoder.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Password: ExpressibleByStringInterpolation {
    /// A text that is known.
    public init(stringLiteral text: String) { self.init(text) }
}

extension Password: JSONCodable {
    /// Reads a JSON string.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        guard element.kind == .string else { throw DecodingIssue(expected: "a string", found: element.kind.phrase) }
        text = try String(json: element)
    }

    /// Writes a JSON string.
    public func encode(into writer: inout JSONWriter) { writer.string(text) }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// No text.
    public var description: String { "<redacted>" }

    /// The description.
    public var debugDescription: String { description }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
