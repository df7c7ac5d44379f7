/// A text of ASCII that is read from its beginning on, byte by byte.
struct FormatText {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { rest = Array(text.utf8)[...] }

    private var isAtEnd: Bool { rest.isEmpty }

    private mutating func skip(_ choices: String) -> Bool {
        guard let byte = rest.first, choices.utf8.contains(byte) else { return false }
        rest.removeFirst()
        return true
    }

    /// A number of exactly so many digits.
    private mutating func number(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private mutating func digits() -> Int {
        let count = rest.prefix { (0x30...0x39).contains($0) }.count
        rest = rest.dropFirst(count)
        return count
    }

    // MARK: Dates and times (RFC 3339, section 5.6)

    var isDate: Bool {
        var text = self
        return text.readDate() && text.isAtEnd
    }

    var isTime: Bool {
        var text = self
        return text.readTime() && text.isAtEnd
    }

    var isDateTime: Bool {
        var text = self
        return text.readDate() && text.skip("Tt") && text.readTime() && text.isAtEnd
    }

    private mutating func readDate() -> Bool {
        guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2),
            (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }

    private mutating func readTime() -> Bool {
        guard let hour = number(2), skip(":"), let minute = number(2), skip(":"), let second = number(2), hour < 24,
            minute < 60, second < 61
        else { return false }
        if skip("."), digits() == 0 { return false }
        guard let offset = readOffset() else { return false }
        // Leap seconds come at the end of a day in UTC.
        let minuteOfDay = (hour * 60 + minute - offset + 2 * 1440) % 1440
        return second < 60 || minuteOfDay == 1439
    }

    /// The minutes that a time is ahead of UTC.
    private mutating func readOffset() -> Int? {
        if skip("Zz") { return 0 }
        let isBehind = rest.first == UInt8(ascii: "-")
        guard skip("+-"), let hour = number(2), skip(":"), let minute = number(2), hour < 24, minute < 60 else {
            return nil
        }
        return (isBehind ? -1 : 1) * (hour * 60 + minute)
    }

    // MARK: Durations (RFC 3339, appendix A)

    var isDuration: Bool {
        var text = self
        guard text.skip("P") else { return false }
        var weeks = text
        if weeks.digits() > 0, weeks.skip("W") { return weeks.isAtEnd }
        guard let dates = text.readUnits("YMD") else { return false }
        guard text.skip("T") else { return dates > 0 && text.isAtEnd }
        return text.readUnits("HMS") ?? 0 > 0 && text.isAtEnd
    }

    /// How many numbers with units there are, none of which may be left out between two; nil where a unit is missing.
    private mutating func readUnits(_ units: String) -> Int? {
        var units = Substring(units)
        var count = 0
        while let digit = rest.first, (0x30...0x39).contains(digit) {
            _ = digits()
            guard let place = units.firstIndex(where: { $0.asciiValue == rest.first }),
                count == 0 || place == units.startIndex
            else { return nil }
            rest.removeFirst()
            units = units[units.index(after: place)...]
            count += 1
        }
        return count
    }
}
