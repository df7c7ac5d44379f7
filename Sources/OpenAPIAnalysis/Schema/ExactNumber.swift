/// The value of a number as it is written, to the last digit: sign, digits without zeros at either end, and the power of
/// ten of the last digit.
///
/// For example, `1.10`, `11e-1` and `1.1` are the digits `11` and the exponent -1.
struct ExactNumber: Hashable, Sendable, Comparable {
    /// How many digits are worked with where more than a machine word is needed.
    private static let greatestLength = 400

    private(set) var isNegative = false
    private(set) var digits: [UInt8] = []
    private(set) var exponent = 0

    /// Reads a number of JSON or YAML, for example `1e3`, `+.5`, `0x1F`; nil for infinities and what is no number.
    init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        if bytes.starts(with: [0x30, 0x78]) || bytes.starts(with: [0x30, 0x6F]) {
            guard let read = ExactNumber.decimal(bytes.dropFirst(2), radix: bytes[1] == 0x78 ? 16 : 8) else {
                return nil
            }
            digits = read
            trim()
            return
        }
        isNegative = bytes.first == 0x2D
        if bytes.first == 0x2D || bytes.first == 0x2B { bytes.removeFirst() }
        let mantissa = bytes.prefix { $0 | 0x20 != 0x65 }
        let halves = mantissa.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = halves.first, !mantissa.isEmpty, halves.joined().allSatisfy({ (0x30...0x39).contains($0) }),
            let power = ExactNumber.power(bytes.dropFirst(mantissa.count))
        else { return nil }
        let fraction = halves.count > 1 ? halves[1] : []
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        exponent = power - fraction.count
        digits = (whole + fraction).drop { $0 == 0x30 }.map { $0 - 0x30 }
        trim()
    }

    init(_ value: Int) {
        isNegative = value < 0
        digits = String(value.magnitude).utf8.map { $0 - 0x30 }
        trim()
    }

    /// The decimal digits of a hexadecimal or octal number.
    private static func decimal(_ bytes: ArraySlice<UInt8>, radix: UInt32) -> [UInt8]? {
        guard !bytes.isEmpty, bytes.count <= greatestLength else { return nil }
        var digits: [UInt8] = []
        for byte in bytes {
            guard var carry = UInt32(String(UnicodeScalar(byte)), radix: Int(radix)) else { return nil }
            for place in digits.indices.reversed() {
                carry += UInt32(digits[place]) * radix
                digits[place] = UInt8(carry % 10)
                carry /= 10
            }
            while carry > 0 {
                digits.insert(UInt8(carry % 10), at: 0)
                carry /= 10
            }
        }
        return digits
    }

    /// The number behind `e`, bounded so that one can count with it; 0 where there is none.
    private static func power(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard !bytes.isEmpty else { return 0 }
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
        let limit = Int(Int32.max)
        if let value = Int(text) { return max(-limit, min(limit, value)) }
        let isNumber = text.utf8.drop { $0 == 0x2B || $0 == 0x2D }.allSatisfy { (0x30...0x39).contains($0) }
        return isNumber && text.utf8.count > 1 ? (text.utf8.first == 0x2D ? -limit : limit) : nil
    }

    private mutating func trim() {
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { (isNegative, exponent) = (false, 0) }
    }

    var isZero: Bool { digits.isEmpty }
    var isInteger: Bool { digits.isEmpty || exponent >= 0 }

    static func < (left: ExactNumber, right: ExactNumber) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? right.isSmaller(than: left) : left.isSmaller(than: right)
    }

    /// Compares without regard to the signs.
    private func isSmaller(than other: ExactNumber) -> Bool {
        if isZero || other.isZero { return isZero && !other.isZero }
        let (size, otherSize) = (digits.count + exponent, other.digits.count + other.exponent)
        return size == otherSize ? digits.lexicographicallyPrecedes(other.digits) : size < otherSize
    }

    /// How many steps asking for multiples of the number is worth.
    var multipleCost: Int { digits.count <= 18 ? 0 : 20_000 }

    /// Whether a divisor goes into the number without a rest; nil where the numbers are too long to tell.
    func isMultiple(of divisor: ExactNumber) -> Bool? {
        guard !isZero, !divisor.isZero else { return isZero }
        // Digits end with none that is zero, so finer ones than the divisor's leave a rest.
        guard exponent >= divisor.exponent else { return false }
        let zeros = exponent - divisor.exponent
        return divisor.digits.count <= 18
            ? remainder(shortDivisor: divisor.digits, zeros) == 0 : hasNoRest(divisor.digits, zeros)
    }

    private func remainder(shortDivisor: [UInt8], _ zeros: Int) -> UInt64 {
        let divisor = shortDivisor.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
        let rest = digits.reduce(UInt64(0)) { ($0 * 10 + UInt64($1)) % divisor }
        return ExactNumber.product(rest, ExactNumber.powerOfTen(zeros, modulo: divisor), modulo: divisor)
    }

    private static func product(_ left: UInt64, _ right: UInt64, modulo divisor: UInt64) -> UInt64 {
        divisor.dividingFullWidth((left % divisor).multipliedFullWidth(by: right % divisor)).remainder
    }

    private static func powerOfTen(_ exponent: Int, modulo divisor: UInt64) -> UInt64 {
        var result: UInt64 = 1 % divisor
        var base: UInt64 = 10 % divisor
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result = product(result, base, modulo: divisor) }
            base = product(base, base, modulo: divisor)
            rest >>= 1
        }
        return result
    }

    /// Divides on paper.
    private func hasNoRest(_ divisor: [UInt8], _ zeros: Int) -> Bool? {
        guard zeros + digits.count <= ExactNumber.greatestLength, divisor.count <= ExactNumber.greatestLength else {
            return nil
        }
        var rest: [UInt8] = []
        for digit in digits + Array(repeating: 0, count: zeros) {
            if !rest.isEmpty || digit != 0 { rest.append(digit) }
            while ExactNumber.isAtLeast(rest, divisor) { ExactNumber.subtract(divisor, from: &rest) }
        }
        return rest.isEmpty
    }

    private static func isAtLeast(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count ? !left.lexicographicallyPrecedes(right) : left.count > right.count
    }

    private static func subtract(_ right: [UInt8], from left: inout [UInt8]) {
        var borrow: UInt8 = 0
        for offset in 1...left.count {
            let taken = (offset <= right.count ? right[right.count - offset] : 0) + borrow
            let place = left.count - offset
            borrow = left[place] < taken ? 1 : 0
            left[place] = left[place] + 10 * borrow - taken
        }
        left = Array(left.drop { $0 == 0 })
    }
}
