/// Reads of strings and numbers that the tape has already checked.
package enum JSONText {
    /// A string between its quotes, escape sequences resolved.
    @inlinable
    package static func string(_ token: JSONToken, in text: UnsafePointer<UInt8>) -> String {
        let bytes = UnsafeBufferPointer(start: text + Int(token.start), count: token.length)
        return token.isIntricate ? unescaped(bytes) : String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a member name is `name`.
    @inlinable @inline(__always)
    package static func matches(
        _ token: JSONToken, _ name: StaticString, in text: UnsafePointer<UInt8>
    ) -> Bool {
        if token.isIntricate { return string(token, in: text) == name.description }
        guard token.length == name.utf8CodeUnitCount else { return false }
        return equal(text + Int(token.start), name.utf8Start, token.length)
    }

    /// Moves over members, from the one whose name is at `cursor`, to one called `name`; false where `end` comes first.
    ///
    /// - Parameter ordinal: The place of the member among those of the object; moves along.
    package static func seek(
        _ name: StaticString, _ tokens: UnsafePointer<JSONToken>, in text: UnsafePointer<UInt8>, cursor: inout Int,
        ordinal: inout Int, end: Int
    ) -> Bool {
        while cursor < end {
            if matches(tokens[cursor], name, in: text) { return true }
            cursor = Int(tokens[cursor &+ 1].next)
            ordinal &+= 1
        }
        return false
    }

    @inlinable @inline(__always)
    static func equal(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        var index = 0
        while index &+ 8 <= length {
            let first = UnsafeRawPointer(left + index).loadUnaligned(as: UInt64.self)
            guard first == UnsafeRawPointer(right + index).loadUnaligned(as: UInt64.self) else { return false }
            index &+= 8
        }
        while index < length {
            if left[index] != right[index] { return false }
            index &+= 1
        }
        return true
    }

    /// An integer, written as one or with an empty fraction (`60`, `60.0`, `6e1`); nil where it is not integral or too large.
    @inlinable
    package static func integer<Integer: FixedWidthInteger>(
        _ token: JSONToken, in text: UnsafePointer<UInt8>, as type: Integer.Type = Integer.self
    ) -> Integer? {
        if !token.isIntricate, let value = smallInteger(token, in: text) { return Integer(exactly: value) }
        return largeInteger(number(token, in: text))
    }

    /// An integer of at most 18 digits, which cannot overflow 64 bits.
    @inlinable
    static func smallInteger(_ token: JSONToken, in text: UnsafePointer<UInt8>) -> Int64? {
        guard token.length <= 18 else { return nil }
        var index = Int(token.start)
        let isNegative = text[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var value: Int64 = 0
        while index < Int(token.end) {
            value = value &* 10 &+ Int64(text[index] &- UInt8(ascii: "0"))
            index += 1
        }
        return isNegative ? 0 &- value : value
    }

    @usableFromInline
    static func largeInteger<Integer: FixedWidthInteger>(_ number: JSONNumber) -> Integer? {
        number.integer()
    }

    /// The exact text of a number.
    @inlinable
    package static func number(_ token: JSONToken, in text: UnsafePointer<UInt8>) -> JSONNumber {
        JSONNumber(
            unchecked: String(
                decoding: UnsafeBufferPointer(start: text + Int(token.start), count: token.length), as: UTF8.self))
    }

    /// The nearest double; nil where the magnitude is beyond it.
    package static func double(_ token: JSONToken, in text: UnsafePointer<UInt8>) -> Double? {
        if let value = exactDouble(token, in: text) { return value }
        return number(token, in: text).double
    }

    /// A double whose digits fit 53 bits and whose exponent is small: one division or multiplication is exact (Clinger).
    private static func exactDouble(_ token: JSONToken, in text: UnsafePointer<UInt8>) -> Double? {
        guard token.length <= 17 else { return nil }
        var index = Int(token.start)
        let isNegative = text[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var digits: UInt64 = 0
        var fractionDigits = 0
        var isFraction = false
        while index < Int(token.end) {
            let byte = text[index]
            if byte == UInt8(ascii: ".") {
                isFraction = true
            } else if byte &- UInt8(ascii: "0") < 10 {
                digits = digits &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
                if isFraction { fractionDigits += 1 }
            } else {
                return nil
            }
            index += 1
        }
        guard digits < 1 << 53 else { return nil }
        let value = Double(digits) / powersOfTen[fractionDigits]
        return isNegative ? -value : value
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    ]

    /// Resolves escape sequences.
    @usableFromInline
    static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard let start = bytes.baseAddress else { return "" }
        return String(unsafeUninitializedCapacity: bytes.count) { target in
            var read = 0
            var written = 0
            while read < bytes.count {
                guard start[read] == UInt8(ascii: "\\") else {
                    target[written] = start[read]
                    read += 1
                    written += 1
                    continue
                }
                read += 1
                written += resolveEscape(start, &read, target, at: written)
            }
            return written
        }
    }

    /// Writes what the sequence after a backslash means; moves `read` past it; returns the bytes written.
    private static func resolveEscape(
        _ start: UnsafePointer<UInt8>, _ read: inout Int, _ target: UnsafeMutableBufferPointer<UInt8>, at written: Int
    ) -> Int {
        let letter = start[read]
        read += 1
        switch letter {
        case UInt8(ascii: "b"): target[written] = 0x08
        case UInt8(ascii: "f"): target[written] = 0x0C
        case UInt8(ascii: "n"): target[written] = 0x0A
        case UInt8(ascii: "r"): target[written] = 0x0D
        case UInt8(ascii: "t"): target[written] = 0x09
        case UInt8(ascii: "u"):
            var size = written
            for byte in String(Character(unicodeEscape(start, &read))).utf8 {
                target[size] = byte
                size += 1
            }
            return size - written
        default: target[written] = letter
        }
        return 1
    }

    private static func unicodeEscape(_ start: UnsafePointer<UInt8>, _ read: inout Int) -> Unicode.Scalar {
        var value = hexadecimalUnit(start + read) ?? 0
        read += 4
        if value & 0xFC00 == 0xD800 {
            value = 0x10000 + (value & 0x3FF) << 10 + ((hexadecimalUnit(start + read + 2) ?? 0) & 0x3FF)
            read += 6
        }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}
