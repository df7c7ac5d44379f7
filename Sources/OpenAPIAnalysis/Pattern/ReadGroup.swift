extension PatternReader {
    /// Reads what stands behind `(`.
    mutating func openGroup(_ offset: Int) throws(PatternError) {
        guard open.count <= PatternReader.greatestDepth else {
            throw error("groups nested more than \(PatternReader.greatestDepth) deep", at: offset)
        }
        let outside = flags
        let kind = try readGroupKind(offset)
        let first = syntax.groupCount
        if case .capture = kind { syntax.groupCount += 1 }
        open.append(OpenGroup(kind: kind, offset: offset, flagsOutside: outside, firstGroup: first))
    }

    private mutating func readGroupKind(_ offset: Int) throws(PatternError) -> GroupKind {
        guard skip("?") else { return .capture(syntax.groupCount + 1) }
        if skip(":") { return .plain }
        if skip("=") { return .look(isBehind: false, isNegated: false) }
        if skip("!") { return .look(isBehind: false, isNegated: true) }
        if skip(text: "<=") { return .look(isBehind: true, isNegated: false) }
        if skip(text: "<!") { return .look(isBehind: true, isNegated: true) }
        if skip("<") {
            let start = index
            let name = try readGroupName(offset)
            guard !open.contains(where: { $0.names.contains(name) }) else {
                throw error("the group name `\(name)` a second time", at: start)
            }
            open[open.count - 1].names.insert(name)
            return .capture(syntax.groupCount + 1)
        }
        try readModifiers(offset)
        return .plain
    }

    /// Reads the flags of `(?i-s:…)`.
    private mutating func readModifiers(_ offset: Int) throws(PatternError) {
        var seen: Set<Unicode.Scalar> = []
        var turnsOn = true
        while let scalar = take() {
            switch scalar {
            case ":" where !seen.isEmpty: return
            case "-" where turnsOn: turnsOn = false
            case "i" where seen.insert("i").inserted: flags.ignoresCase = turnsOn
            case "m" where seen.insert("m").inserted: flags.isMultiline = turnsOn
            case "s" where seen.insert("s").inserted: flags.dotMatchesAll = turnsOn
            default: throw error("`(?` that begins no group of ECMA-262", at: offset)
            }
        }
        throw error("`(?` that begins no group of ECMA-262", at: offset)
    }

    /// Reads a name up to its `>`.
    mutating func readGroupName(_ offset: Int) throws(PatternError) -> String {
        var name = String.UnicodeScalarView()
        while let scalar = take(), scalar != ">" {
            let isAllowed =
                scalar == "$" || scalar == "_" || scalar.properties.isIDStart
                || (!name.isEmpty
                    && (scalar.properties.isIDContinue || scalar.value == 0x200C || scalar.value == 0x200D))
            guard isAllowed else { throw error("a group name that is none", at: index - 1) }
            name.append(scalar)
        }
        guard !name.isEmpty, scalars[index - 1] == 0x3E else { throw error("a group name that is none", at: offset) }
        return String(name)
    }

    mutating func closeGroup(_ offset: Int) throws(PatternError) {
        guard open.count > 1 else { throw error("a `)` that closes nothing", at: offset) }
        let content = closeAlternatives()
        let group = open.removeLast()
        flags = group.flagsOutside
        open[open.count - 1].names.formUnion(group.namesBefore)
        var isQuantifiable = true
        switch group.kind {
        case .whole, .plain: append(group: content)
        case .capture(let number): append(.capture(content, group: number))
        case .look(let isBehind, let isNegated):
            append(.look(content, isBehind: isBehind, isNegated: isNegated))
            isQuantifiable = !isStrict && !isBehind
        }
        open[open.count - 1].lastFirstGroup = group.firstGroup
        open[open.count - 1].lastIsQuantifiable = isQuantifiable
    }

    /// A group that captures nothing is its content.
    private mutating func append(group content: Int) { open[open.count - 1].terms.append(content) }
}
