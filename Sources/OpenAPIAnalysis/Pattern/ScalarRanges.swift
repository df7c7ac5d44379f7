/// A set of Unicode scalars as sorted ranges that do not touch.
struct ScalarRanges: Hashable, Sendable {
    static let greatest: UInt32 = 0x10FFFF

    private(set) var ranges: [ClosedRange<UInt32>]

    /// - Parameter ranges: In any order; they may overlap.
    init(_ ranges: [ClosedRange<UInt32>]) {
        self.ranges = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = self.ranges.last, range.lowerBound <= last.upperBound &+ 1 {
                self.ranges[self.ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                self.ranges.append(range)
            }
        }
    }

    /// Reads words such as `1740-1751` or `A9`.
    init(hexadecimal words: some Sequence<Substring>) {
        self.init(
            words.compactMap { word in
                let ends = word.split(separator: "-").compactMap { UInt32($0, radix: 16) }
                guard let first = ends.first, let last = ends.last, first <= last else { return nil }
                return first...last
            })
    }

    func contains(_ scalar: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(scalar)
    }

    func union(_ other: ScalarRanges) -> ScalarRanges { ScalarRanges(ranges + other.ranges) }

    /// All scalars, surrogates among them, that are not in the set.
    var inverted: ScalarRanges {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { result.append(next...range.lowerBound - 1) }
            next = range.upperBound + 1
        }
        if next <= ScalarRanges.greatest { result.append(next...ScalarRanges.greatest) }
        return ScalarRanges(result)
    }

    func intersection(_ other: ScalarRanges) -> ScalarRanges {
        inverted.union(other.inverted).inverted
    }
}

extension ScalarRanges {
    /// `\d`.
    static let digits = ScalarRanges([0x30...0x39])
    /// `\w`, without regard to case.
    static let wordScalars = ScalarRanges([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    /// `\s`: ECMA-262's white space and line terminators.
    static let space = ScalarRanges([
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    /// What ends a line: what `.` does not match.
    static let lineEnds = ScalarRanges([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])
}
