#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import TrunklineJSON

/// A point in time as RFC 3339 writes it (the format `date-time`): the instant, the fraction's digits and the offset are
/// kept as they were read, so that `2026-04-14T18:22:05.120+02:00` is written back as it came.
///
/// Two timestamps are equal when they are written alike; compare `date` to compare instants.
public struct Timestamp: Sendable, Hashable {
    /// Whole seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64
    /// Everything else in one word, because a module pays for each field of a member's type wherever it copies a model.
    private let details: Details

    /// The fraction of the second, in nanoseconds; digits beyond the ninth are not kept.
    public var nanoseconds: Int32 { details.nanoseconds }
    /// The offset from UTC in minutes, as it was written; nil for `Z`.
    public var offset: Int16? { details.offset }
    /// How many digits the fraction was written with.
    var fractionDigits: Int8 { details.fractionDigits }
    var style: Style { details.style }

    /// Spellings that mean the same.
    struct Style: OptionSet, Hashable {
        let rawValue: UInt8
        static let lowercaseT = Style(rawValue: 1)
        static let space = Style(rawValue: 2)
        static let lowercaseZ = Style(rawValue: 4)
        static let negativeZero = Style(rawValue: 8)
        static let leapSecond = Style(rawValue: 16)
    }

    /// From the low end: nanoseconds (32 bits), offset (16 bits, `Int16.min` for none), digits (8 bits), style (8 bits).
    private struct Details: Hashable {
        let bits: UInt64

        init(nanoseconds: Int32, offset: Int16?, fractionDigits: Int8, style: Style) {
            bits =
                UInt64(UInt32(bitPattern: nanoseconds)) | UInt64(UInt16(bitPattern: offset ?? .min)) << 32
                | UInt64(UInt8(bitPattern: fractionDigits)) << 48 | UInt64(style.rawValue) << 56
        }

        var nanoseconds: Int32 { Int32(truncatingIfNeeded: bits) }
        var fractionDigits: Int8 { Int8(truncatingIfNeeded: bits >> 48) }
        var style: Style { Style(rawValue: UInt8(truncatingIfNeeded: bits >> 56)) }

        var offset: Int16? {
            let offset = Int16(truncatingIfNeeded: bits >> 32)
            return offset == .min ? nil : offset
        }
    }

    /// Creates a timestamp in UTC with the milliseconds that a date has.
    public init(_ date: Date) {
        let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
        let whole = Int64(max(-62_135_596_800_000, min(253_402_300_799_999, milliseconds)))
        let fraction = ((whole % 1000) + 1000) % 1000
        seconds = (whole - fraction) / 1000
        details = Details(
            nanoseconds: Int32(fraction) * 1_000_000, offset: nil, fractionDigits: fraction == 0 ? 0 : 3, style: [])
    }

    /// The instant, as Foundation has it: to about a tenth of a microsecond.
    public var date: Date { Date(timeIntervalSince1970: Double(seconds) + Double(nanoseconds) / 1e9) }

    /// Reads a timestamp, for example `2024-01-15T09:30:00Z`; nil where the text is not one of RFC 3339, section 5.6.
    public init?(_ text: String) {
        var text = text
        let parsed = text.withUTF8 { bytes -> Timestamp? in Parser.parse(bytes) }
        guard let parsed else { return nil }
        self = parsed
    }

    fileprivate init(
        seconds: Int64, nanoseconds: Int32, offset: Int16?, fractionDigits: Int8, style: Style
    ) {
        self.seconds = seconds
        details = Details(nanoseconds: nanoseconds, offset: offset, fractionDigits: fractionDigits, style: style)
    }
}

// MARK: Reading

extension Timestamp {
    /// A cursor over the bytes of a timestamp.
    private struct Parser {
        let bytes: UnsafeBufferPointer<UInt8>
        var index = 0
        var style: Style = []

        static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
            var parser = Parser(bytes: bytes)
            return parser.timestamp()
        }

        mutating func timestamp() -> Timestamp? {
            guard let day = day(), separator(), let second = secondOfDay(), let fraction = fraction(),
                let offset = offset(), index == bytes.count
            else { return nil }
            let shift = Int64(offset ?? 0) * 60
            return Timestamp(
                seconds: day * 86_400 + second - shift, nanoseconds: fraction.nanoseconds, offset: offset,
                fractionDigits: fraction.digits, style: style)
        }

        /// `full-date`, as days since 1970-01-01.
        private mutating func day() -> Int64? {
            guard let year = digits(4), literal("-"), let month = digits(2), literal("-"), let day = digits(2),
                (1...12).contains(month), day >= 1, day <= Calendar.days(in: month, of: year)
            else { return nil }
            return Calendar.days(year: year, month: month, day: day)
        }

        private mutating func separator() -> Bool {
            if literal("T") { return true }
            if literal("t") {
                style.insert(.lowercaseT)
                return true
            }
            guard literal(" ") else { return false }
            style.insert(.space)
            return true
        }

        private mutating func secondOfDay() -> Int64? {
            guard let hour = digits(2), hour < 24, literal(":"), let minute = digits(2), minute < 60, literal(":"),
                var second = digits(2), second <= 60
            else { return nil }
            if second == 60 {
                style.insert(.leapSecond)
                second = 59
            }
            return hour * 3600 + minute * 60 + second
        }

        private mutating func fraction() -> (nanoseconds: Int32, digits: Int8)? {
            guard literal(".") else { return (0, 0) }
            var value: Int32 = 0
            var count: Int8 = 0
            let start = index
            while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 {
                if count < 9 {
                    value = value * 10 + Int32(bytes[index] - UInt8(ascii: "0"))
                    count += 1
                }
                index += 1
            }
            guard index > start else { return nil }
            for _ in count..<9 { value *= 10 }
            return (value, count)
        }

        /// `time-offset`, in minutes; the inner nil is `Z`, the outer one a fault.
        private mutating func offset() -> Int16?? {
            if literal("Z") { return .some(nil) }
            if literal("z") {
                style.insert(.lowercaseZ)
                return .some(nil)
            }
            let isNegative = literal("-")
            guard isNegative || literal("+"), let hour = digits(2), hour < 24, literal(":"), let minute = digits(2),
                minute < 60
            else { return .none }
            if isNegative, hour == 0, minute == 0 { style.insert(.negativeZero) }
            let value = Int16(hour * 60 + minute)
            return .some(isNegative ? -value : value)
        }

        private mutating func digits(_ count: Int) -> Int64? {
            guard index + count <= bytes.count else { return nil }
            var value: Int64 = 0
            for _ in 0..<count {
                let digit = bytes[index] &- UInt8(ascii: "0")
                guard digit < 10 else { return nil }
                value = value * 10 + Int64(digit)
                index += 1
            }
            return value
        }

        private mutating func literal(_ character: Unicode.Scalar) -> Bool {
            guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
            index += 1
            return true
        }
    }

    /// The proleptic Gregorian calendar: days are counted in eras of 400 years that begin in March.
    private enum Calendar {
        static func days(in month: Int64, of year: Int64) -> Int64 {
            switch month {
            case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
            case 4, 6, 9, 11: 30
            default: 31
            }
        }

        static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
            let shifted = month <= 2 ? year - 1 : year
            let era = (shifted >= 0 ? shifted : shifted - 399) / 400
            let yearOfEra = shifted - era * 400
            let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
            return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        }

        static func date(days: Int64) -> (year: Int64, month: Int64, day: Int64) {
            let shifted = days + 719_468
            let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
            let dayOfEra = shifted - era * 146_097
            let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
            let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
            let monthFromMarch = (5 * dayOfYear + 2) / 153
            let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
            return (
                yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
            )
        }
    }
}

// MARK: Writing

extension Timestamp: CustomStringConvertible {
    /// The timestamp as it was read.
    public var description: String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest) { buffer in
            String(decoding: buffer[..<write(to: buffer)], as: UTF8.self)
        }
    }

    /// `2024-01-15T09:30:00.123456789+00:00`.
    private static let longest = 40

    /// Writes the text; returns its length.
    private func write(to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var text = TextWriter(buffer: buffer)
        let local = seconds + Int64(offset ?? 0) * 60
        let secondOfDay = ((local % 86_400) + 86_400) % 86_400
        let (year, month, day) = Calendar.date(days: (local - secondOfDay) / 86_400)
        text.digits(year, 4)
        text.byte("-")
        text.digits(month, 2)
        text.byte("-")
        text.digits(day, 2)
        text.byte(style.contains(.lowercaseT) ? "t" : style.contains(.space) ? " " : "T")
        text.digits(secondOfDay / 3600, 2)
        text.byte(":")
        text.digits(secondOfDay / 60 % 60, 2)
        text.byte(":")
        text.digits(style.contains(.leapSecond) ? 60 : secondOfDay % 60, 2)
        writeFraction(to: &text)
        writeOffset(to: &text)
        return text.count
    }

    private func writeFraction(to text: inout TextWriter) {
        guard fractionDigits > 0 else { return }
        var value = Int64(nanoseconds)
        for _ in fractionDigits..<9 { value /= 10 }
        text.byte(".")
        text.digits(value, Int(fractionDigits))
    }

    private func writeOffset(to text: inout TextWriter) {
        guard let offset else { return text.byte(style.contains(.lowercaseZ) ? "z" : "Z") }
        text.byte(offset < 0 || style.contains(.negativeZero) ? "-" : "+")
        text.digits(Int64(abs(offset)) / 60, 2)
        text.byte(":")
        text.digits(Int64(abs(offset)) % 60, 2)
    }

    /// Digits and signs, one after the other.
    private struct TextWriter {
        let buffer: UnsafeMutableBufferPointer<UInt8>
        var count = 0

        mutating func byte(_ character: Unicode.Scalar) {
            buffer[count] = UInt8(truncatingIfNeeded: character.value)
            count += 1
        }

        mutating func digits(_ value: Int64, _ width: Int) {
            var rest = value
            for index in stride(from: count + width - 1, through: count, by: -1) {
                buffer[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            count += width
        }
    }
}

extension Timestamp: JSONCodable {
    /// Reads a JSON string that is a timestamp of RFC 3339.
    public init(json element: borrowing JSONElement) throws(DecodingIssue) {
        let token = element.token
        guard token.is(.string) else { throw element.mismatch("a date-time (RFC 3339)") }
        if !token.isIntricate {
            let bytes = UnsafeBufferPointer(start: element.text + Int(token.start), count: token.length)
            if let value = Parser.parse(bytes) {
                self = value
                return
            }
        } else if let value = Timestamp(JSONText.string(token, in: element.text)) {
            self = value
            return
        }
        throw element.mismatch("a date-time (RFC 3339)")
    }

    /// Writes the timestamp as it was read.
    public func encode(into writer: inout JSONWriter) {
        writer.byte(UInt8(ascii: "\""))
        writer.reserve(Self.longest)
        writer.count += write(to: UnsafeMutableBufferPointer(start: writer.bytes + writer.count, count: Self.longest))
        writer.byte(UInt8(ascii: "\""))
    }
}

extension Timestamp: Codable {
    /// Reads the timestamp from a string.
    ///
    /// - Throws: `DecodingError` where the string is not a timestamp.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Timestamp(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a date-time (RFC 3339), found \"\(text)\"")
        }
        self = value
    }

    /// Writes the timestamp as a string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
