/// Turns libyaml's positions, which count code points, into byte offsets.
///
/// libyaml asks nearly in order, so a cursor that walks from the last answer costs one or two passes over the text;
/// in an ASCII text both are the same.
struct TextPositions {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The bytes before the text that libyaml sees, which is a byte order mark or nothing.
    private let base: Int
    private let isASCII: Bool
    private var index = 0
    private var offset: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
        self.bytes = bytes
        self.base = base
        isASCII = bytes[base...].allSatisfy { $0 < 0x80 }
        offset = base
    }

    mutating func byteOffset(ofCodePoint target: Int) -> UInt32 {
        if isASCII { return UInt32(min(base + target, bytes.count)) }
        while index < target, offset < bytes.count {
            index += 1
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        while index > target, offset > base {
            index -= 1
            offset -= 1
            while offset > base, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        }
        return UInt32(offset)
    }
}
