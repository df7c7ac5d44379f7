#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import TrunklineJSON

/// JSON text ⇄ Swift values: strict (RFC 8259), exact with integers, bounded in depth and size.
public enum JSONCodec {
    /// Reads a value.
    ///
    /// - Parameters:
    ///   - type: The type to read.
    ///   - data: JSON as UTF-8.
    ///   - member: The member of the root object that holds the value; nil for the root itself.
    ///   - limits: How deep and long the text may be.
    /// - Throws: `DecodingIssue` where the text is not JSON or not what the type needs.
    public static func decode<Value: JSONCodable>(
        _ type: Value.Type = Value.self, from data: Data, at member: StaticString? = nil, limits: JSONLimits = .init()
    ) throws(DecodingIssue) -> Value {
        let result = data.withUnsafeBytes { bytes in
            Result { () throws(DecodingIssue) in
                try decode(type, from: bytes.bindMemory(to: UInt8.self), at: member, limits: limits)
            }
        }
        return try result.get()
    }

    /// Writes a value as compact JSON.
    ///
    /// - Throws: `EncodingIssue` where a number is not finite.
    public static func encode(_ value: some JSONCodable) throws(EncodingIssue) -> Data {
        var writer = JSONWriter()
        value.encode(into: &writer)
        if let issue = writer.issue { throw EncodingIssue(issue) }
        return Data(writer.buffer)
    }

    /// Reads a value of one type from what a value of another is written as.
    ///
    /// - Throws: `DecodingIssue` where the second type needs what the first does not write.
    public static func convert<Value: JSONCodable>(
        _ value: some JSONCodable, to type: Value.Type = Value.self
    ) throws(DecodingIssue) -> Value {
        var writer = JSONWriter()
        value.encode(into: &writer)
        return try decode(type, from: writer.buffer, limits: .init(depth: .max))
    }

    package static func decode<Value: JSONCodable>(
        _ type: Value.Type, from bytes: UnsafeBufferPointer<UInt8>, at member: StaticString? = nil,
        limits: JSONLimits = .init()
    ) throws(DecodingIssue) -> Value {
        let tape: JSONTape
        do throws(JSONSyntaxError) {
            tape = try JSONTape(parsing: bytes, limits: limits)
        } catch {
            throw DecodingIssue(.syntax(error))
        }
        guard let text = bytes.baseAddress else { throw DecodingIssue(expected: "a value", found: "nothing") }
        let root = JSONElement(tape.tokens, 0, text)
        guard let member else { return try Value(json: root) }
        var object = try ObjectDecoder(root)
        return try object.required(member)
    }
}
