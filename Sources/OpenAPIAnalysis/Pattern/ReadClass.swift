extension PatternReader {
    /// Reads a class such as `[^a-z\d]`, of which `[` has been read.
    mutating func readClass(_ offset: Int) throws(PatternError) -> ScalarSet {
        let isNegated = skip("^")
        var ranges: [ClosedRange<UInt32>] = []
        var items: [ScalarSet.Item] = []
        while !skip("]") {
            guard next != nil else { throw error("a class that is not closed", at: offset) }
            let start = index
            let first = try readClassAtom()
            guard isRangeNext else {
                keep(first, &ranges, &items)
                continue
            }
            index += 1
            let last = try readClassAtom()
            if case .scalar(let low) = first, case .scalar(let high) = last {
                guard low <= high else { throw error("a range whose end is before its beginning", at: start) }
                ranges.append(low...high)
            } else {
                guard !isStrict else { throw error("a range with a class at its end", at: start) }
                for atom in [first, .scalar(0x2D), last] { keep(atom, &ranges, &items) }
            }
        }
        if !ranges.isEmpty { items.append(.ranges(ScalarRanges(ranges))) }
        return ScalarSet(items, isNegated: isNegated, ignoresCase: flags.ignoresCase)
    }

    private enum ClassAtom {
        case scalar(UInt32)
        case item(ScalarSet.Item)
    }

    /// Whether a `-` stands here that is not the last of the class.
    private var isRangeNext: Bool {
        next == "-" && index + 1 < scalars.count && scalars[index + 1] != 0x5D
    }

    private mutating func readClassAtom() throws(PatternError) -> ClassAtom {
        let offset = index
        guard let scalar = take() else { throw error("a class that is not closed", at: offset) }
        guard scalar == "\\" else { return .scalar(scalar.value) }
        if let item = try readClassEscape(offset) { return .item(item) }
        if !isStrict, let digit = next, ("1"..."7").contains(digit) { return .scalar(readOctal() ?? digit.value) }
        return .scalar(try readScalarEscape(offset, isInClass: true))
    }

    private func keep(
        _ atom: ClassAtom, _ ranges: inout [ClosedRange<UInt32>], _ items: inout [ScalarSet.Item]
    ) {
        switch atom {
        case .scalar(let scalar): ranges.append(scalar...scalar)
        case .item(let item): items.append(item)
        }
    }
}
