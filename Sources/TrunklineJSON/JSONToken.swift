/// One value or member name of a parsed text, as the tape keeps it: 16 bytes, no references.
@frozen @usableFromInline
package struct JSONToken: Sendable {
    /// The first byte of the value in the text; for a string, the first byte after the quote.
    @usableFromInline package var start: UInt32
    /// The byte after the last one; for a string, the closing quote.
    @usableFromInline package var end: UInt32
    /// The index of the token that follows this value and everything in it.
    @usableFromInline package var next: UInt32
    /// Kind (low three bits), flag (fourth bit), and the number of elements or members of a collection.
    @usableFromInline var details: UInt32

    @inlinable
    package init(_ kind: Kind, start: Int, end: Int, next: Int, flag: Bool = false) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
        self.next = UInt32(truncatingIfNeeded: next)
        details = UInt32(kind.rawValue) | (flag ? 8 : 0)
    }

    /// What a token can be.
    @frozen @usableFromInline
    package enum Kind: UInt8, Sendable { case null, `false`, `true`, number, string, array, object }

    @inlinable
    package var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: details & 7)) ?? .null }

    /// Whether this is a value of a kind; quicker than a comparison of kinds.
    @inlinable @inline(__always)
    package func `is`(_ kind: Kind) -> Bool { details & 7 == UInt32(kind.rawValue) }

    /// True for a string with escape sequences and for a number with a fraction or an exponent: the slow path.
    @inlinable @inline(__always)
    package var isIntricate: Bool { details & 8 != 0 }

    /// The number of elements of an array or members of an object.
    @inlinable
    package var count: Int { Int(details >> 4) }

    @inlinable @inline(__always)
    package var length: Int { Int(end &- start) }

    mutating func close(end: Int, next: Int, count: Int) {
        self.end = UInt32(truncatingIfNeeded: end)
        self.next = UInt32(truncatingIfNeeded: next)
        details |= UInt32(truncatingIfNeeded: min(count, 0x0FFF_FFFF)) << 4
    }
}
