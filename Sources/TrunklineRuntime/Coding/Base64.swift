#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import TrunklineJSON

/// Bytes as text (the format `byte`, the content encoding `base64`): the text is kept as it came, and decoded when asked.
///
/// Two values are equal when their texts are.
///
/// Source: RFC 4648, section 4.
public struct Base64: Sendable, Hashable, Codable {
    /// The text on the wire.
    public let text: String

    /// Takes a text as it is.
    public init(text: String) { self.text = text }

    /// Writes bytes, with padding and without line breaks.
    public init(_ data: Data) { text = data.base64EncodedString() }

    /// The bytes; nil where the text is not base64. White space is skipped.
    public var data: Data? { Data(base64Encoded: text.filter { !$0.isWhitespace }) }

    /// Reads the text with any decoder.
    public init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

    /// Writes the text with any encoder.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Base64: JSONCodable {
    /// Reads a JSON string.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) { text = try String(json: element) }

    /// Writes the text.
    public func encode(into writer: inout JSONWriter) { writer.string(text) }
}
