/// The numbers of Punycode (RFC 3492, section 5).
private enum Punycode {
    static let base = 36
    static let firstBias = 72
    static let firstScalar = 128

    static func threshold(_ place: Int, _ bias: Int) -> Int { max(1, min(26, place - bias)) }

    /// Letters stand for 0 to 25, digits for the rest.
    static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? 0x61 + value : 0x30 + value - 26) }

    /// RFC 3492, section 6.1.
    static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var place = 0
        while delta > 455 {
            delta /= 35
            place += base
        }
        return place + 36 * delta / (delta + 38)
    }
}

/// What a label behind `xn--` stands for (RFC 3492, section 6.2); nil where it stands for nothing.
func decodedPunycode(_ label: ArraySlice<UInt8>) -> [UInt32]? {
    guard label.count <= 63 else { return nil }
    let delimiter = label.lastIndex(of: 0x2D)
    var output = delimiter.map { label[..<$0].map { UInt32($0) } } ?? []
    var input = delimiter.map { label[($0 + 1)...] } ?? label
    var (scalar, index, bias) = (Punycode.firstScalar, 0, Punycode.firstBias)
    guard !input.isEmpty else { return nil }
    while !input.isEmpty {
        let old = index
        var weight = 1
        var place = Punycode.base
        while true {
            guard let byte = input.popFirst(), let digit = Int(String(UnicodeScalar(byte)), radix: 36) else {
                return nil
            }
            // Letters come first.
            let value = digit < 10 ? digit + 26 : digit - 10
            index += value * weight
            let threshold = Punycode.threshold(place, bias)
            if value < threshold { break }
            weight *= Punycode.base - threshold
            place += Punycode.base
            guard index < 1 << 40, weight < 1 << 40 else { return nil }
        }
        bias = Punycode.adapted(index - old, output.count + 1, isFirst: old == 0)
        scalar += index / (output.count + 1)
        index %= output.count + 1
        guard let valid = Unicode.Scalar(UInt32(min(scalar, 0x110000))) else { return nil }
        output.insert(valid.value, at: index)
        index += 1
    }
    return output
}

/// A label in Punycode (RFC 3492, section 6.3), without `xn--`; nil where it is far too long.
func encodedPunycode(_ scalars: [UInt32]) -> [UInt8]? {
    guard scalars.count <= 63 else { return nil }
    var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
    let basic = output.count
    var (scalar, delta, bias, handled) = (UInt32(Punycode.firstScalar), 0, Punycode.firstBias, basic)
    if basic > 0 { output.append(0x2D) }
    while handled < scalars.count, let next = scalars.filter({ $0 >= scalar }).min() {
        delta += Int(next - scalar) * (handled + 1)
        for other in scalars {
            if other < next { delta += 1 }
            guard other == next else { continue }
            appendPunycode(delta, bias, to: &output)
            bias = Punycode.adapted(delta, handled + 1, isFirst: handled == basic)
            delta = 0
            handled += 1
        }
        delta += 1
        scalar = next + 1
    }
    return output
}

private func appendPunycode(_ delta: Int, _ bias: Int, to output: inout [UInt8]) {
    var rest = delta
    var place = Punycode.base
    while rest >= Punycode.threshold(place, bias) {
        let threshold = Punycode.threshold(place, bias)
        output.append(Punycode.digit(threshold + (rest - threshold) % (Punycode.base - threshold)))
        rest = (rest - threshold) / (Punycode.base - threshold)
        place += Punycode.base
    }
    output.append(Punycode.digit(rest))
}
