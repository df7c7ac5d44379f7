/// What one place of a pattern matches: a class, an escape such as `\d`, a dot.
struct ScalarSet: Hashable, Sendable {
    /// One part of a class.
    enum Item: Hashable, Sendable {
        case ranges(ScalarRanges)
        case property(ScalarProperty, isNegated: Bool)
    }

    private let items: [Item]
    private let isNegated: Bool
    /// Whether `a` also matches `A`.
    private let ignoresCase: Bool
    /// The answers for ASCII, a bit for each scalar.
    private var asciiLow: UInt64 = 0
    private var asciiHigh: UInt64 = 0

    init(_ items: [Item], isNegated: Bool = false, ignoresCase: Bool = false) {
        var seen: Set<Item> = []
        self.items = items.filter { seen.insert($0).inserted }
        self.isNegated = isNegated
        self.ignoresCase = ignoresCase
        for scalar in UInt32(0)..<128 where decides(scalar) {
            if scalar < 64 { asciiLow |= 1 << scalar } else { asciiHigh |= 1 << (scalar - 64) }
        }
    }

    func contains(_ scalar: UInt32) -> Bool {
        guard scalar < 128 else { return decides(scalar) }
        return scalar < 64 ? asciiLow >> scalar & 1 == 1 : asciiHigh >> (scalar - 64) & 1 == 1
    }

    private func decides(_ scalar: UInt32) -> Bool {
        let isIn = ignoresCase ? CaseVariants.of(scalar).contains(where: isListed) : isListed(scalar)
        return isIn != isNegated
    }

    private func isListed(_ scalar: UInt32) -> Bool {
        items.contains { item in
            switch item {
            case .ranges(let ranges): ranges.contains(scalar)
            case .property(let property, let isNegated): property.contains(scalar) != isNegated
            }
        }
    }
}

/// The scalars that are the same without regard to case.
enum CaseVariants {
    /// A scalar with those that simple case folding takes for the same.
    static func of(_ scalar: UInt32) -> [UInt32] {
        guard let character = Unicode.Scalar(scalar) else { return [scalar] }
        let lower = single(character.properties.lowercaseMapping) ?? scalar
        let upper = single(character.properties.uppercaseMapping) ?? scalar
        let lowerOfUpper = Unicode.Scalar(upper).flatMap { single($0.properties.lowercaseMapping) } ?? lower
        return [scalar, lower, upper, lowerOfUpper] + others[lowerOfUpper, default: []]
    }

    /// Whether two scalars differ in case at most.
    static func areAlike(_ left: UInt32, _ right: UInt32) -> Bool {
        left == right || of(left).contains { of(right).contains($0) }
    }

    private static func single(_ text: String) -> UInt32? {
        text.unicodeScalars.count == 1 ? text.unicodeScalars.first?.value : nil
    }

    /// The scalars of old letters and units, by the small letter that stands for them: long s, Kelvin, Ångström, Ohm, ….
    private static let others: [UInt32: [UInt32]] = [
        0x73: [0x17F], 0x6B: [0x212A], 0xE5: [0x212B], 0x3C9: [0x2126], 0xDF: [0x1E9E], 0x3BC: [0xB5],
        0x3C3: [0x3C2], 0x3B2: [0x3D0], 0x3B5: [0x3F5], 0x3B8: [0x3D1, 0x3F4], 0x3B9: [0x345, 0x1FBE], 0x3BA: [0x3F0],
        0x3C0: [0x3D6], 0x3C1: [0x3F1], 0x3C6: [0x3D5], 0x1E61: [0x1E9B],
    ]
}
