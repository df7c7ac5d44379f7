public import TrunklineJSON

extension JSONValue {
    /// Creates the value that a JSON text of the specification stands for, for example `{"unit": "cm"}`.
    ///
    /// Generated code says constants this way that are neither strings, numbers nor booleans. A text that is not JSON is null.
    public init(constant text: StaticString) { self = (try? JSONValue(parsing: text.description)) ?? .null }

    /// Creates the value that a value of another type is written as.
    ///
    /// - Throws: `EncodingIssue` where a number is not finite.
    public init(encoding value: some JSONCodable) throws(EncodingIssue) {
        var writer = JSONWriter()
        value.encode(into: &writer)
        if let issue = writer.issue { throw EncodingIssue(issue) }
        self = (try? JSONValue(parsing: writer.buffer, limits: .init(depth: .max))) ?? .null
    }

    /// Reads the value as a type.
    ///
    /// - Throws: `DecodingIssue` where the value is not what the type needs.
    public func decode<Value: JSONCodable>(_ type: Value.Type = Value.self) throws(DecodingIssue) -> Value {
        try JSONCodec.convert(self, to: type)
    }
}
