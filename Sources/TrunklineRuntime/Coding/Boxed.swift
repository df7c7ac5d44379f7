/// Keeps a value behind a reference, so that a structure can contain its own type.
///
/// It behaves as the value does: a copy is independent of the original.
public struct Boxed<Value: Sendable>: Sendable {
    private final class Box: Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }

    private var box: Box

    /// Boxes a value.
    public init(_ value: Value) { box = Box(value) }

    /// The value.
    public var value: Value {
        get { box.value }
        set { box = Box(newValue) }
    }
}
