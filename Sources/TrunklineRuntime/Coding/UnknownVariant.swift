public import TrunklineJSON

/// A variant of a union that the specification does not name: its tag and its JSON, which is written back as it came.
public struct UnknownVariant: Model, Hashable, Codable {
    /// The value of the discriminator; nil where the union has none, or the value has none.
    public let tag: String?
    /// The whole value.
    public let json: JSONValue

    /// Reads any value.
    public init(_ element: borrowing JSONElement, tag discriminator: StaticString) {
        tag = element.tag(discriminator) ?? element.literal(discriminator)
        json = JSONValue(element.tokens, element.index, in: element.text)
    }

    /// Reads any value of a union without a discriminator.
    public init(json element: borrowing JSONElement) {
        tag = nil
        json = JSONValue(element.tokens, element.index, in: element.text)
    }

    /// Creates a variant to be sent.
    ///
    /// - Parameters:
    ///   - tag: The value of the discriminator; it is written only where `json` has it.
    ///   - json: The whole value.
    public init(tag: String? = nil, json: JSONValue) {
        self.tag = tag
        self.json = json
    }

    /// Writes the value as it came.
    public func encode(into writer: inout JSONWriter) { json.encode(into: &writer) }
}
