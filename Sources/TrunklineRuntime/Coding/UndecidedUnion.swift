public import TrunklineJSON

/// One of several types that nothing in the value tells apart: the value is kept as JSON and written back as it came.
///
/// Generated types have a throwing property for each type that the value may be read as, and an initialiser from each:
///
///     let cat = try pet.cat
public protocol UndecidedUnion: Model {
    /// The whole value.
    var json: JSONValue { get }

    /// Creates a value from any JSON.
    init(json: JSONValue)
}

extension UndecidedUnion {
    /// Reads any value.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        self.init(json: try JSONValue(json: element))
    }

    /// Writes the value as it came.
    public func encode(into writer: inout JSONWriter) { json.encode(into: &writer) }
}
