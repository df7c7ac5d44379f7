/// Writes compact JSON into a growing buffer.
public struct JSONWriter: ~Copyable {
    @usableFromInline package var bytes: UnsafeMutablePointer<UInt8>
    @usableFromInline package var count = 0
    @usableFromInline package var capacity: Int
    /// True where equal values have to become equal bytes: members sorted, numbers in one form.
    package let isCanonical: Bool
    /// The first thing that has no JSON, for example a double that is not finite; what is written is then of no use.
    package var issue: Issue?

    /// A value that JSON cannot write, and where it is.
    package struct Issue: Sendable {
        package let reason: String
        package var path: [PathPart] = []
    }

    /// A step into a value.
    package enum PathPart: Sendable, Hashable { case member(String), element(Int) }

    package init(isCanonical: Bool = false, capacity: Int = 1024) {
        self.isCanonical = isCanonical
        self.capacity = capacity
        bytes = .allocate(capacity: capacity)
    }

    deinit { bytes.deallocate() }

    /// What has been written.
    package var string: String { String(decoding: buffer, as: UTF8.self) }

    package var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

    // MARK: Bytes

    @inlinable
    package mutating func reserve(_ size: Int) {
        if count &+ size > capacity { grow(size) }
    }

    @usableFromInline
    mutating func grow(_ size: Int) {
        capacity = max(capacity * 2, count + size)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = larger
    }

    @inlinable
    package mutating func byte(_ byte: UInt8) {
        reserve(1)
        bytes[count] = byte
        count &+= 1
    }

    @inlinable
    package mutating func ascii(_ text: StaticString) {
        let size = text.utf8CodeUnitCount
        reserve(size)
        (bytes + count).update(from: text.utf8Start, count: size)
        count &+= size
    }

    mutating func raw(_ text: String) {
        var text = text
        text.withUTF8 { source in
            guard let start = source.baseAddress else { return }
            reserve(source.count)
            (bytes + count).update(from: start, count: source.count)
            count += source.count
        }
    }

    // MARK: Values

    package mutating func null() { ascii("null") }

    package mutating func bool(_ value: Bool) { value ? ascii("true") : ascii("false") }

    package mutating func integer(_ value: Int) {
        guard value >= 0 else { return raw(String(value)) }
        reserve(20)
        var rest = UInt(value)
        var size = 1
        while rest >= 10 {
            rest /= 10
            size += 1
        }
        rest = UInt(value)
        var index = count + size
        repeat {
            index -= 1
            bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while index > count
        count += size
    }

    package mutating func integer(_ value: some BinaryInteger) {
        if let small = Int(exactly: value) { integer(small) } else { raw(String(value)) }
    }

    package mutating func double(_ value: Double) {
        guard value.isFinite else { return fail("a number has to be finite, not \(value)") }
        if value == value.rounded(), abs(value) < 1e15, value != 0 || value.sign == .plus {
            integer(Int(value))
        } else {
            isCanonical ? raw(JSONNumber.Decimal(value.description).text) : raw(value.description)
        }
    }

    package mutating func number(_ value: JSONNumber) {
        raw(isCanonical ? JSONNumber.Decimal(value.text).text : value.text)
    }

    /// Notes the first thing that cannot be written.
    package mutating func fail(_ reason: String) {
        if issue == nil { issue = Issue(reason: reason) }
    }

    // MARK: Strings

    package mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { quoted($0) }
    }

    /// A member name with its colon.
    @inlinable
    package mutating func name(_ name: StaticString) {
        quoted(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        byte(UInt8(ascii: ":"))
    }

    package mutating func name(_ name: String) {
        string(name)
        byte(UInt8(ascii: ":"))
    }

    @usableFromInline
    mutating func quoted(_ text: UnsafeBufferPointer<UInt8>) {
        reserve(text.count + 2)
        bytes[count] = UInt8(ascii: "\"")
        count += 1
        if let start = text.baseAddress {
            let plain = plainPrefix(start, text.count)
            (bytes + count).update(from: start, count: plain)
            count += plain
            if plain < text.count { escaped(UnsafeBufferPointer(rebasing: text[plain...])) }
        }
        byte(UInt8(ascii: "\""))
    }

    /// How many bytes need no escape, eight at a time.
    private func plainPrefix(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var index = 0
        while index + 8 <= length {
            let word = UInt64(littleEndian: UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            let found = ((word &- (ones &* 0x20)) | (quote &- ones) | (backslash &- ones)) & ~word & highs
            if found != 0 { return index + found.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < length, start[index] >= 0x20, start[index] != 0x22, start[index] != 0x5C { index += 1 }
        return index
    }

    private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): ascii("\\\"")
            case UInt8(ascii: "\\"): ascii("\\\\")
            case 0x08: ascii("\\b")
            case 0x09: ascii("\\t")
            case 0x0A: ascii("\\n")
            case 0x0C: ascii("\\f")
            case 0x0D: ascii("\\r")
            case 0x00..<0x20: raw("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
            default: self.byte(byte)
            }
        }
    }

    // MARK: Trees

    package mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let value): bool(value)
        case .number(let value): number(value)
        case .string(let value): string(value)
        case .array(let elements):
            byte(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { byte(UInt8(ascii: ",")) }
                self.value(element)
            }
            byte(UInt8(ascii: "]"))
        case .object(let members): object(members)
        }
    }

    private mutating func object(_ members: JSONMembers) {
        byte(UInt8(ascii: "{"))
        for (index, member) in (isCanonical ? members.sorted : members.list).enumerated() {
            if index > 0 { byte(UInt8(ascii: ",")) }
            name(member.name)
            value(member.value)
        }
        byte(UInt8(ascii: "}"))
    }
}

@available(*, unavailable)
extension JSONWriter: Sendable {}
