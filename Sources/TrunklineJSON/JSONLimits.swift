/// What a reader accepts before it refuses a text.
public struct JSONLimits: Sendable, Hashable {
    /// How deep arrays and objects may nest.
    public var depth: Int
    /// The greatest length of a text, in bytes; never more than 4 GiB.
    public var bytes: Int

    /// Creates limits.
    ///
    /// - Parameters:
    ///   - depth: How deep arrays and objects may nest; 128 unless told, which fits a stack of 512 KiB.
    ///   - bytes: The greatest length of a text in bytes; 1 GiB unless told.
    public init(depth: Int = 128, bytes: Int = 1 << 30) {
        self.depth = depth
        self.bytes = min(bytes, Int(UInt32.max) - 1)
    }
}
