import OpenAPIModel

extension SchemaChecker {
    /// Checks a value against the schema at a node.
    ///
    /// - Parameters:
    ///   - direction: Which way the value goes; nil where `readOnly` and `writeOnly` change nothing.
    ///   - steps: How many keywords and schemas may be judged.
    package func check(
        _ instance: Node, against schema: Node, direction: SchemaDirection? = nil, steps: Int = 1_000_000
    ) -> [SchemaFinding] {
        let resource = resources.index(around: schema, arena) ?? addDocument(schema, address: "", dialect)
        return check(instance, against: index(of: schema, in: resource), direction: direction, steps: steps)
    }

    /// Checks a value against the schema of a number.
    func check(_ instance: Node, against schema: Int, direction: SchemaDirection?, steps: Int) -> [SchemaFinding] {
        var check = InstanceCheck(checker: self, direction: direction, steps: steps)
        defer { spentSteps += steps - check.stepsLeft + (InstanceCheck.patternSteps - check.patternStepsLeft) / 8 }
        return check.run(schema, Instance(node: instance))
    }
}

/// Applies schemas to a value and what is in it. What is being applied is a list, so that neither deep values nor deep
/// schemas need a deep stack; steps are counted.
struct InstanceCheck {
    /// How many mismatches of one value are told.
    private static let greatestCount = 50
    /// How many mismatches are kept, those of alternatives among them.
    private static let greatestMemory = 10_000
    /// How many steps the patterns of one check may take together.
    static let patternSteps = 4 * Pattern.greatestSteps

    let checker: SchemaChecker
    let direction: SchemaDirection?
    var stepsLeft: Int
    var patternStepsLeft = InstanceCheck.patternSteps
    var frames: [CheckFrame] = []
    var mismatches: [Mismatch] = []
    var interruption: SchemaFinding?
    var isValid = true

    init(checker: SchemaChecker, direction: SchemaDirection?, steps: Int) {
        self.checker = checker
        self.direction = direction
        stepsLeft = steps
    }

    mutating func run(_ schema: Int, _ instance: Instance) -> [SchemaFinding] {
        push(CheckFrame.Part(schema: schema, instance: instance), isQuiet: false)
        while !frames.isEmpty, interruption == nil {
            stepsLeft -= 1
            if stepsLeft <= 0 { interruptForCost() }
            let top = frames.count - 1
            if frames[top].nextPart < frames[top].parts.count {
                pushPart()
            } else if frames[top].isApplying {
                conclude()
            } else {
                advance()
            }
        }
        if let interruption { return [interruption] }
        return isValid ? [] : toldFindings
    }

    /// As many mismatches as are told; the last one says how many more there are.
    private var toldFindings: [SchemaFinding] {
        let told = mismatches.prefix(InstanceCheck.greatestCount).map(finding)
        let rest = mismatches.count - told.count
        guard rest > 0, let last = told.last else { return told }
        return told.dropLast() + [last.saying(" (and \(rest) more that do not fit)")]
    }

    // MARK: Frames

    private mutating func push(_ part: CheckFrame.Part, isQuiet: Bool) {
        let parent = frames.last
        let isInPlace = parent?.instance == part.instance
        let compiled = checker.compiled(part.schema)
        let depth = isInPlace ? (parent?.depthInPlace ?? 0) + 1 : 0
        frames.append(
            CheckFrame(
                schema: part.schema, instance: part.instance, depthInPlace: depth, isQuiet: isQuiet,
                isTracking: compiled.hasUnevaluated || (isInPlace && parent?.isTracking == true)))
        // Each schema once is no circle; the list is looked at seldom, so that long ways stay cheap.
        if depth >= 32, depth & (depth - 1) == 0 { findCircle(depth) }
    }

    private mutating func findCircle(_ depth: Int) {
        var seen: Set<Int> = []
        for frame in frames.suffix(depth + 1) where !seen.insert(frame.schema).inserted {
            interruption = describe(
                .endless, frame.schema, frame.instance,
                "the schema applies itself to the same value, so that checking would never end")
            return
        }
    }

    private mutating func interruptForCost() {
        guard let frame = frames.last else { return }
        interruption = describe(
            .tooCostly, frame.schema, frame.instance, "checking the value takes more steps than are spent on one")
    }

    private func describe(
        _ kind: SchemaFinding.Kind, _ schema: Int, _ instance: Instance, _ message: String
    ) -> SchemaFinding {
        SchemaFinding(
            kind: kind, message: message, range: checker.arena.range(of: instance), keyword: "",
            keywordRange: checker.arena.range(of: checker.place(of: schema).node), causes: [])
    }

    /// Goes to the next keyword, or out of the schema.
    private mutating func advance() {
        let top = frames.count - 1
        frames[top].rule += 1
        let schema = checker.compiled(frames[top].schema)
        let isNull = schema.isNullable && checker.arena.types(of: frames[top].instance) == .null
        let isOver = frames[top].rule >= schema.rules.count || isNull
        guard !isOver, frames[top].isValid || !frames[top].isQuiet else { return pop() }
        frames[top].ruleMismatch = mismatches.count
        judge(schema.rules[frames[top].rule], frames[top].instance)
    }

    private mutating func pop() {
        let frame = frames.removeLast()
        if frames.isEmpty { isValid = frame.isValid } else { receive(frame) }
    }

    /// Notes that the value does not fit the keyword that is being judged.
    mutating func fail(_ detail: MismatchDetail = .none, causes: [Mismatch] = []) {
        let top = frames.count - 1
        frames[top].isValid = false
        guard !frames[top].isQuiet, mismatches.count < InstanceCheck.greatestMemory else { return }
        mismatches.append(
            Mismatch(
                schema: frames[top].schema, rule: frames[top].rule, instance: frames[top].instance, detail: detail,
                causes: causes))
    }

    // MARK: Schemas in keywords

    mutating func apply(_ parts: [CheckFrame.Part], _ combination: CheckFrame.Combination = .all) {
        let top = frames.count - 1
        frames[top].parts = parts
        frames[top].nextPart = 0
        frames[top].passed = 0
        frames[top].combination = combination
        frames[top].partMismatches.removeAll(keepingCapacity: true)
        frames[top].isApplying = true
    }

    private mutating func pushPart() {
        let top = frames.count - 1
        let part = frames[top].parts[frames[top].nextPart]
        frames[top].nextPart += 1
        frames[top].partMismatches.append(mismatches.count)
        let isQuiet =
            switch frames[top].combination {
            case .all, .any, .one: frames[top].isQuiet
            case .none, .contains: true
            case .condition: frames[top].isQuiet || frames[top].nextPart == 1
            }
        push(part, isQuiet: isQuiet)
    }

    /// Takes in what one schema of the keyword said.
    private mutating func receive(_ child: CheckFrame) {
        let top = frames.count - 1
        let part = frames[top].parts[frames[top].nextPart - 1]
        if child.isValid { frames[top].passed += 1 }
        if frames[top].isTracking { note(child, part) }
        let isSettled: Bool
        switch frames[top].combination {
        case .all: isSettled = !child.isValid && frames[top].isQuiet
        case .any: isSettled = child.isValid && !frames[top].isTracking
        case .one: isSettled = frames[top].passed > 1
        case .none: isSettled = child.isValid
        case .contains(let least, let most):
            isSettled =
                most.map { frames[top].passed > $0 } ?? (frames[top].passed >= least && !frames[top].isTracking)
        case .condition(let then, let otherwise):
            isSettled = false
            if frames[top].nextPart == 2 {
                if !child.isValid { frames[top].isValid = false }
            } else if let next = child.isValid ? then : otherwise {
                frames[top].parts.append(CheckFrame.Part(schema: next, instance: child.instance))
            }
        }
        if isSettled { frames[top].nextPart = frames[top].parts.count }
    }

    private mutating func note(_ child: CheckFrame, _ part: CheckFrame.Part) {
        let top = frames.count - 1
        switch frames[top].combination {
        // Where everything has to fit, the value does not any more; what was looked at need not be reported again.
        case .all: break
        case .none: return
        case .any, .one, .condition, .contains: if !child.isValid { return }
        }
        if part.place >= 0 { frames[top].evaluated.insert(part.place) }
        guard child.instance == frames[top].instance else { return }
        stepsLeft -= child.evaluated.count / 8
        frames[top].evaluated.formUnion(child.evaluated)
    }

    /// Says whether the keyword is satisfied, now that its schemas have been applied.
    private mutating func conclude() {
        let top = frames.count - 1
        let frame = frames[top]
        frames[top].isApplying = false
        frames[top].parts = []
        frames[top].nextPart = 0
        switch frame.combination {
        case .all: if frame.passed < frame.parts.count { frames[top].isValid = false }
        case .any: concludeAlternatives(frame, isSatisfied: frame.passed > 0)
        case .one: concludeAlternatives(frame, isSatisfied: frame.passed == 1)
        case .none: if frame.passed > 0 { fail() }
        case .contains(let least, let most):
            if frame.passed < least || most.map({ frame.passed > $0 }) == true { fail(.count(frame.passed)) }
        case .condition: break
        }
    }

    private mutating func concludeAlternatives(_ frame: CheckFrame, isSatisfied: Bool) {
        let causes = isSatisfied || frame.isQuiet || frame.passed > 0 ? [] : closest(frame)
        mismatches.removeSubrange(frame.ruleMismatch...)
        if !isSatisfied { fail(.count(frame.passed), causes: causes) }
    }

    /// Why the alternative does not fit that is most likely meant: the only one that is of the value's type or, of those,
    /// the only one whose constants are the value's.
    private func closest(_ frame: CheckFrame) -> [Mismatch] {
        let ends = frame.partMismatches.dropFirst() + [mismatches.count]
        let reasons = zip(frame.partMismatches, ends).map { Array(mismatches[$0..<$1]) }
        let typed = reasons.filter { list in
            !list.contains { $0.instance == frame.instance && name(of: $0) == "type" }
        }
        let tagged = typed.filter { list in !list.contains { ["const", "enum"].contains(name(of: $0)) } }
        let meant = typed.count == 1 ? typed : tagged
        return meant.count == 1 ? Array(meant[0].flatMap { [$0] + $0.causes }.prefix(3)) : []
    }

    private func name(of mismatch: Mismatch) -> String {
        checker.compiled(mismatch.schema).rules[mismatch.rule].name
    }
}
