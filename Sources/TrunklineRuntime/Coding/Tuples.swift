public import TrunklineJSON

/// A generated type that is a JSON array whose elements have types and names of their own.
///
/// Source: JSON Schema 2020-12, core, section 10.3.1.1 (`prefixItems`).
public protocol TupleModel: Model {
    /// Reads the elements.
    ///
    /// - Throws: `DecodingIssue` where an element that has to be there is missing or one is not what its type needs.
    init(from array: inout ArrayDecoder) throws(DecodingIssue)

    /// Writes the elements.
    func encode(into array: inout ArrayEncoder)
}

extension TupleModel {
    /// Reads an array.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        var array = try ArrayDecoder(element)
        try self.init(from: &array)
    }

    /// Writes an array.
    public func encode(into writer: inout JSONWriter) {
        withUnsafeMutablePointer(to: &writer) { pointer in
            var array = ArrayEncoder(pointer)
            encode(into: &array)
            pointer.pointee.byte(UInt8(ascii: "]"))
        }
    }
}

/// The elements of a JSON array that is being decoded, asked for one after the other.
public struct ArrayDecoder: ~Copyable {
    private let tokens: UnsafePointer<JSONToken>
    private let text: UnsafePointer<UInt8>
    private let end: Int
    private var cursor: Int
    private var position = 0

    init(_ element: borrowing JSONElement) throws(DecodingIssue) {
        let token = element.token
        guard token.is(.array) else { throw element.mismatch("an array") }
        tokens = element.tokens
        text = element.text
        end = Int(token.next)
        cursor = element.index + 1
    }

    /// Reads an element that has to be there.
    ///
    /// - Throws: `DecodingIssue` where the element is missing or not what the type needs.
    public mutating func required<Value: JSONCodable>() throws(DecodingIssue) -> Value {
        guard cursor < end else {
            throw DecodingIssue(expected: "more elements", found: "the end of the array").inside(position)
        }
        return try next()
    }

    /// Reads an element that may be missing; null reads as missing.
    ///
    /// - Throws: `DecodingIssue` where the element is not what the type needs.
    public mutating func optional<Value: JSONCodable>() throws(DecodingIssue) -> Value? {
        guard cursor < end else { return nil }
        return try next()
    }

    /// Reads the elements that are left.
    ///
    /// - Throws: `DecodingIssue` where one of them is not what the type needs.
    public mutating func rest<Value: JSONCodable>() throws(DecodingIssue) -> [Value] {
        var values: [Value] = []
        while cursor < end { values.append(try next()) }
        return values
    }

    private mutating func next<Value: JSONCodable>() throws(DecodingIssue) -> Value {
        let index = cursor
        do throws(DecodingIssue) {
            let value = try Value(json: JSONElement(tokens, index, text))
            cursor = Int(tokens[index].next)
            position += 1
            return value
        } catch {
            throw error.inside(position)
        }
    }
}

@available(*, unavailable)
extension ArrayDecoder: Sendable {}

/// The elements of a JSON array that is being encoded, in their order.
public struct ArrayEncoder: ~Copyable {
    private let writer: UnsafeMutablePointer<JSONWriter>
    private var count = 0
    /// Elements without a value that are written, as null, only where another follows.
    private var omitted = 0

    init(_ writer: UnsafeMutablePointer<JSONWriter>) {
        self.writer = writer
        writer.pointee.byte(UInt8(ascii: "["))
    }

    /// Writes an element.
    public mutating func required<Value: JSONCodable>(_ value: Value) {
        while omitted > 0 {
            separate()
            writer.pointee.null()
            omitted -= 1
        }
        separate()
        guard writer.pointee.issue == nil else { return }
        value.encode(into: &writer.pointee)
        if writer.pointee.issue != nil { writer.pointee.issue?.path.append(.element(count - 1)) }
    }

    /// Writes an element that has a value; one without is null where others follow, and else left out.
    public mutating func optional<Value: JSONCodable>(_ value: Value?) {
        if let value { required(value) } else { omitted += 1 }
    }

    /// Writes the elements behind those with names.
    public mutating func rest<Value: JSONCodable>(_ values: [Value]) {
        for value in values { required(value) }
    }

    private mutating func separate() {
        if count > 0 { writer.pointee.byte(UInt8(ascii: ",")) }
        count += 1
    }
}

@available(*, unavailable)
extension ArrayEncoder: Sendable {}
