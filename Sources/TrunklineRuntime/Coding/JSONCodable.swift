@_exported public import TrunklineJSON

/// A type that is read from and written as one JSON value.
///
/// Strings, numbers, booleans, arrays, string-keyed dictionaries, `JSONValue` and every generated type are.
public protocol JSONCodable: Sendable {
    /// Reads the value.
    ///
    /// - Throws: `DecodingIssue` where the JSON is not what the type needs.
    init(json element: borrowing JSONElement) throws(DecodingIssue)

    /// Writes the value.
    func encode(into writer: inout JSONWriter)
}

/// A generated type: a structure, a union or an enumeration.
///
/// Equality, hashing and `Codable` come from what the type reads and writes, not from the compiler: a module with hundreds
/// of types stays small and quick to compile. Under `JSONDecoder` and `JSONEncoder` with their default strategies a model
/// behaves as it does under `JSONCodec`, but for the spelling of numbers and integers beyond 64 bits.
///
/// A type names `Hashable` and `Codable` beside its kind of model, and gets their requirements from here. Were the protocols
/// below this one, each type would carry functions that put its witness tables together when the program runs.
public protocol Model: JSONCodable {}

/// A generated type that is a JSON object with known members.
public protocol ObjectModel: Model {
    /// Reads the members.
    ///
    /// - Throws: `DecodingIssue` where a required member is missing or a member is not what its type needs.
    init(from object: inout ObjectDecoder) throws(DecodingIssue)

    /// Writes the members.
    func encode(into object: inout ObjectEncoder)
}

extension ObjectModel {
    /// Reads an object.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        var object = try ObjectDecoder(element)
        try self.init(from: &object)
        try object.finish()
    }

    /// Writes an object.
    public func encode(into writer: inout JSONWriter) {
        withUnsafeMutablePointer(to: &writer) { pointer in
            var object = ObjectEncoder(pointer)
            encode(into: &object)
            object.finish()
        }
    }
}
