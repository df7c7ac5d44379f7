/// Makes a program of what was read; it recurses as deep as groups are nested, which the reader bounds.
struct PatternCompiler {
    /// How many instructions a repetition may be written out as; a longer one counts at run time.
    private static let greatestCopies = 300
    /// How long a program with repetitions written out may be; otherwise all of them count.
    private static let greatestLength = 50_000

    private let syntax: PatternSyntax
    private var program = PatternProgram()
    private var setIndices: [ScalarSet: Int] = [:]
    /// How many instructions each term becomes, at most.
    private var weights: [Int] = []
    private var copies: Bool
    private var isBackward = false

    static func compile(_ syntax: PatternSyntax) -> PatternProgram {
        var compiler = PatternCompiler(syntax, copies: true)
        if compiler.weights[syntax.root] > greatestLength { compiler = PatternCompiler(syntax, copies: false) }
        return compiler.compile()
    }

    private init(_ syntax: PatternSyntax, copies: Bool) {
        self.syntax = syntax
        self.copies = copies
        for term in syntax.terms { weights.append(weight(of: term)) }
    }

    private mutating func compile() -> PatternProgram {
        program.slotCount = syntax.hasReferences ? 2 * syntax.groupCount : 0
        program.isMemoised = !syntax.hasReferences
        program.isAnchored = isAnchored(syntax.root)
        emit(syntax.root)
        program.instructions.append(.accept)
        return program
    }

    /// Whether a term begins with `^`.
    private func isAnchored(_ root: Int) -> Bool {
        var term = root
        while true {
            switch syntax.terms[term] {
            case .start(let ofLine): return !ofLine
            case .sequence(let parts): term = parts[0]
            case .capture(let content, _): term = content
            case .empty, .scalar, .set, .alternatives, .repetition, .look, .reference, .end, .wordBoundary: return false
            }
        }
    }

    private func weight(of term: PatternTerm) -> Int {
        switch term {
        case .empty: 0
        case .scalar, .set, .start, .end, .wordBoundary, .reference: 1
        case .sequence(let parts): parts.reduce(0) { min($0 + weights[$1], 1 << 30) }
        case .alternatives(let parts): parts.reduce(0) { min($0 + weights[$1] + 2, 1 << 30) }
        case .capture(let content, _): weights[content] + 2
        case .look(let content, _, _): weights[content] + 2
        case .repetition(let content, let repetition):
            isSingle(content) ? 1 : (writtenOut(content, repetition) ?? weights[content] + 6)
        }
    }

    /// How long a repetition is when it is written out; nil where it had better count.
    private func writtenOut(_ content: Int, _ repetition: Repetition) -> Int? {
        let times = max(repetition.most ?? repetition.least + 1, 1)
        if times == 1, repetition.least <= 1 { return weights[content] + 6 }
        guard copies, times <= PatternCompiler.greatestCopies else { return nil }
        let length = times * (weights[content] + 6)
        return length <= PatternCompiler.greatestCopies ? length : nil
    }

    /// Whether a term always matches exactly one scalar.
    private func isSingle(_ term: Int) -> Bool {
        switch syntax.terms[term] {
        case .scalar, .set: true
        case .empty, .sequence, .alternatives, .capture, .repetition, .look, .reference, .start, .end, .wordBoundary:
            false
        }
    }

    // MARK: Instructions

    private var end: Int { program.instructions.count }

    private mutating func append(_ instruction: PatternInstruction) { program.instructions.append(instruction) }

    /// Keeps a place for an instruction whose goal is not known yet.
    private mutating func reserve() -> Int {
        append(.accept)
        return end - 1
    }

    private mutating func newSlot() -> Int {
        program.slotCount += 1
        return program.slotCount - 1
    }

    private mutating func index(of set: ScalarSet) -> Int {
        if let index = setIndices[set] { return index }
        program.sets.append(set)
        setIndices[set] = program.sets.count - 1
        return program.sets.count - 1
    }

    private mutating func emit(_ term: Int) {
        switch syntax.terms[term] {
        case .empty: break
        case .scalar(let scalar): append(.scalar(scalar, isBackward: isBackward))
        case .set(let set): append(.set(index(of: set), isBackward: isBackward))
        case .sequence(let parts): for part in isBackward ? parts.reversed() : parts { emit(part) }
        case .alternatives(let parts): emit(alternatives: parts)
        case .capture(let content, let group): emit(capture: content, group)
        case .repetition(let content, let repetition): emit(content, repetition)
        case .look(let content, let isBehind, let isNegated): emit(look: content, isBehind, isNegated)
        case .reference(let groups, let ignoresCase):
            append(.reference(groups, ignoresCase: ignoresCase, isBackward: isBackward))
        case .start(let ofLine): append(.start(ofLine: ofLine))
        case .end(let ofLine): append(.end(ofLine: ofLine))
        case .wordBoundary(let isNegated, let ignoresCase):
            append(.wordBoundary(isNegated: isNegated, ignoresCase: ignoresCase))
        }
    }

    private mutating func emit(alternatives parts: [Int]) {
        var jumps: [Int] = []
        for part in parts.dropLast() {
            let fork = reserve()
            emit(part)
            jumps.append(reserve())
            program.instructions[fork] = .fork(fork + 1, end)
        }
        if let last = parts.last { emit(last) }
        for jump in jumps { program.instructions[jump] = .jump(end) }
    }

    /// What a group matched is of interest only where something refers to it.
    private mutating func emit(capture content: Int, _ group: Int) {
        guard syntax.hasReferences else { return emit(content) }
        let slots = [2 * group - 2, 2 * group - 1]
        append(.save(slots[isBackward ? 1 : 0]))
        emit(content)
        append(.save(slots[isBackward ? 0 : 1]))
    }

    private mutating func emit(look content: Int, _ isBehind: Bool, _ isNegated: Bool) {
        let outside = isBackward
        let look = reserve()
        isBackward = isBehind
        emit(content)
        isBackward = outside
        append(.accept)
        program.instructions[look] = .look(isNegated: isNegated, next: end)
    }

    // MARK: Repetitions

    private mutating func emit(_ content: Int, _ repetition: Repetition) {
        let most = repetition.most ?? Int.max
        if isSingle(content) {
            let set = index(of: singleSet(content))
            append(
                .run(
                    set: set, least: repetition.least, most: most, isLazy: repetition.isLazy, isBackward: isBackward))
        } else if most == 0 {
            return
        } else if writtenOut(content, repetition) != nil {
            emitCopies(content, repetition)
        } else {
            emitCounted(content, repetition)
        }
    }

    private func singleSet(_ term: Int) -> ScalarSet {
        switch syntax.terms[term] {
        case .set(let set): set
        case .scalar(let scalar): ScalarSet([.ranges(ScalarRanges([scalar...scalar]))])
        case .empty, .sequence, .alternatives, .capture, .repetition, .look, .reference, .start, .end, .wordBoundary:
            ScalarSet([])
        }
    }

    /// For example, `(ab){1,3}` as `ab(ab(ab)?)?` and `(ab)*` as a loop.
    private mutating func emitCopies(_ content: Int, _ repetition: Repetition) {
        for _ in 0..<repetition.least { emitBody(content, repetition) }
        guard let most = repetition.most else { return emitLoop(content, repetition) }
        var forks: [Int] = []
        for _ in repetition.least..<max(most, repetition.least) {
            forks.append(reserve())
            emitOptional(content, repetition)
        }
        for fork in forks { program.instructions[fork] = self.fork(body: fork + 1, exit: end, repetition) }
    }

    private mutating func emitLoop(_ content: Int, _ repetition: Repetition) {
        let fork = reserve()
        emitOptional(content, repetition)
        append(.jump(fork))
        program.instructions[fork] = self.fork(body: fork + 1, exit: end, repetition)
    }

    private func fork(body: Int, exit: Int, _ repetition: Repetition) -> PatternInstruction {
        repetition.isLazy ? .fork(exit, body) : .fork(body, exit)
    }

    /// A body that need not be there has to match something.
    private mutating func emitOptional(_ content: Int, _ repetition: Repetition) {
        let slot = newSlot()
        append(.save(slot))
        emitBody(content, repetition)
        append(.progress(slot))
    }

    private mutating func emitBody(_ content: Int, _ repetition: Repetition) {
        if syntax.hasReferences, !repetition.groups.isEmpty { append(.forget(repetition.groups)) }
        emit(content)
    }

    private mutating func emitCounted(_ content: Int, _ repetition: Repetition) {
        program.isMemoised = false
        let (counter, position) = (newSlot(), newSlot())
        append(.beginCount(counter))
        let head = reserve()
        append(.save(position))
        emitBody(content, repetition)
        append(.jump(head))
        program.instructions[head] = .count(
            slot: counter, least: repetition.least, most: repetition.most ?? Int.max, isLazy: repetition.isLazy,
            exit: end)
    }
}
