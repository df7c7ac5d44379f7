public import TrunklineJSON

/// Keeps a value behind a reference.
///
/// It behaves as the value does: a copy is independent of the original.
public struct Boxed<Value: JSONCodable>: JSONCodable {
    private final class Box: Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }

    private let box: Box

    /// Boxes a value.
    public init(_ value: Value) { box = Box(value) }

    /// Boxes a value, if there is one.
    public init?(_ value: Value?) {
        guard let value else { return nil }
        box = Box(value)
    }

    /// The value.
    public var value: Value { box.value }

    /// Reads a value.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) { box = Box(try Value(json: element)) }

    /// Writes the value.
    public func encode(into writer: inout JSONWriter) { box.value.encode(into: &writer) }
}
