extension PatternReader {
    /// Reads what stands behind `*`, `+` or `?`.
    mutating func quantify(_ offset: Int) throws(PatternError) {
        switch scalars[offset] {
        case 0x2A: try repeatLast(0, nil, offset)
        case 0x2B: try repeatLast(1, nil, offset)
        default: try repeatLast(0, 1, offset)
        }
    }

    /// Reads what stands behind `{`: numbers, or nothing special where that is allowed.
    mutating func readBrace(_ offset: Int) throws(PatternError) {
        guard let (least, most) = readBounds() else {
            guard !isStrict else { throw error("`{` has to be written `\\{`", at: offset) }
            index = offset + 1
            return appendScalar(0x7B)
        }
        if let most, most < least { throw error("a greatest number that is less than the least", at: offset) }
        try repeatLast(least, most, offset)
    }

    /// The numbers of `{2}`, `{2,}` or `{2,3}`, with what closes them.
    private mutating func readBounds() -> (Int, Int?)? {
        guard let least = readNumber() else { return nil }
        if skip("}") { return (least, least) }
        guard skip(",") else { return nil }
        if skip("}") { return (least, nil) }
        guard let most = readNumber(), skip("}") else { return nil }
        return (least, most)
    }

    /// A decimal number; what is too great for any text is cut.
    mutating func readNumber() -> Int? {
        var value: Int?
        while let scalar = next, ("0"..."9").contains(scalar) {
            value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), 1 << 40)
            index += 1
        }
        return value
    }

    private mutating func repeatLast(_ least: Int, _ most: Int?, _ offset: Int) throws(PatternError) {
        let isLazy = skip("?")
        let last = open.count - 1
        guard open[last].lastIsQuantifiable, let term = open[last].terms.popLast() else {
            throw error("nothing that could be repeated", at: offset)
        }
        let groups = open[last].lastFirstGroup..<syntax.groupCount
        let repetition = Repetition(least: least, most: most, isLazy: isLazy, groups: groups)
        open[last].terms.append(add(.repetition(term, repetition)))
        open[last].lastIsQuantifiable = false
    }
}
