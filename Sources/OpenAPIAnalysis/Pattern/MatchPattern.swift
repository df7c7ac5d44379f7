/// Searches a text for a pattern by trying and going back, without recursion and with counted steps.
///
/// Where nothing depends on what groups matched, no place of the program is tried twice at one place of the text, which
/// keeps patterns such as `^(a+)+$` from needing more steps the longer the text is than there are pairs.
struct PatternMatcher {
    /// Where to go on when what was tried fails.
    private enum Choice {
        case resume(Int, Int)
        /// The next shorter, or for lazy runs longer, of the runs that a set matched.
        case run(next: Int, position: Int, last: Int, step: Int)
        /// A slot gets back what it held.
        case restore(Int, Int)
    }

    /// Something that is looked for ahead or behind.
    private struct Look {
        let isNegated: Bool
        let next: Int
        let position: Int
        /// How many choices there were before.
        let height: Int
    }

    /// How many bits may be kept about what was tried.
    private static let greatestMemory = 1 << 26
    private static let unset = -1

    private let program: PatternProgram
    private let text: [UInt32]
    private(set) var stepsLeft: Int
    private var choices: [Choice] = []
    private var looks: [Look] = []
    private var slots: [Int]
    private var tried: [UInt64] = []
    private let remembers: Bool

    private var place = 0
    private var position = 0

    init(_ program: PatternProgram, text: [UInt32], steps: Int) {
        self.program = program
        self.text = text
        stepsLeft = steps
        slots = Array(repeating: PatternMatcher.unset, count: program.slotCount)
        let bits = program.instructions.count * (text.count + 1)
        remembers = program.isMemoised && bits <= PatternMatcher.greatestMemory
        if remembers { tried = Array(repeating: 0, count: bits / 64 + 1) }
        stepsLeft -= tried.count / 4
    }

    mutating func search() -> PatternOutcome {
        for start in 0...(program.isAnchored ? 0 : text.count) {
            place = 0
            position = start
            for slot in slots.indices { slots[slot] = PatternMatcher.unset }
            stepsLeft -= slots.count / 16
            let outcome = run()
            if outcome != .differs { return outcome }
        }
        return .differs
    }

    private mutating func run() -> PatternOutcome {
        while true {
            stepsLeft -= 1
            guard stepsLeft > 0 else { return .overBudget }
            if case .accept = program.instructions[place], looks.isEmpty { return .matches }
            guard step() || backtrack() else { return .differs }
        }
    }

    /// Runs one instruction; false where it fails.
    private mutating func step() -> Bool {
        switch program.instructions[place] {
        case .scalar(let scalar, let isBackward): return advance(isBackward) { $0 == scalar }
        case .set(let set, let isBackward): return advance(isBackward, program.sets[set].contains)
        case .run(let set, let least, let most, let isLazy, let isBackward):
            return isNew() && run(program.sets[set], least, most, isLazy, isBackward)
        case .fork(let first, let second):
            guard isNew() else { return false }
            choices.append(.resume(second, position))
            place = first
            return true
        case .jump(let goal):
            place = goal
            return true
        case .save(let slot): return next { $0.write(slot, $0.position) }
        case .forget(let groups):
            return next { for slot in (2 * groups.lowerBound)..<(2 * groups.upperBound) { $0.write(slot, Self.unset) } }
        case .progress(let slot): return slots[slot] != position && next()
        case .beginCount(let slot): return next { $0.write(slot, 0) }
        case .count(let slot, let least, let most, let isLazy, let exit):
            return count(slot, least, most, isLazy, exit)
        case .start(let ofLine): return isStart(ofLine) && next()
        case .end(let ofLine): return isEnd(ofLine) && next()
        case .wordBoundary(let isNegated, let ignoresCase):
            return (isWord(position - 1, ignoresCase) != isWord(position, ignoresCase)) != isNegated && next()
        case .reference(let groups, let ignoresCase, let isBackward):
            return repeats(groups, ignoresCase, isBackward) && next()
        case .look(let isNegated, let next):
            looks.append(Look(isNegated: isNegated, next: next, position: position, height: choices.count))
            place += 1
            return true
        case .accept: return found()
        }
    }

    // MARK: Steps

    private mutating func next(_ change: (inout PatternMatcher) -> Void = { _ in }) -> Bool {
        change(&self)
        place += 1
        return true
    }

    private mutating func advance(_ isBackward: Bool, _ fits: (UInt32) -> Bool) -> Bool {
        let index = isBackward ? position - 1 : position
        guard text.indices.contains(index), fits(text[index]) else { return false }
        position += isBackward ? -1 : 1
        place += 1
        return true
    }

    private mutating func run(
        _ set: ScalarSet, _ least: Int, _ most: Int, _ isLazy: Bool, _ isBackward: Bool
    ) -> Bool {
        let available = isBackward ? position : text.count - position
        let direction = isBackward ? -1 : 1
        var length = 0
        var index = isBackward ? position - 1 : position
        while length < min(most, available), set.contains(text[index]) {
            length += 1
            index += direction
        }
        stepsLeft -= length
        guard length >= least else { return false }
        let (shortest, longest) = (position + direction * least, position + direction * length)
        let (first, last) = isLazy ? (shortest, longest) : (longest, shortest)
        place += 1
        position = first
        if first != last {
            let step = first < last ? 1 : -1
            choices.append(.run(next: place, position: first + step, last: last, step: step))
        }
        return true
    }

    private mutating func count(_ slot: Int, _ least: Int, _ most: Int, _ isLazy: Bool, _ exit: Int) -> Bool {
        let times = slots[slot]
        // A body that matched nothing would match nothing again, which is well where it had to be there.
        let isStuck = times > 0 && slots[slot + 1] == position
        if isStuck, times > least { return false }
        if times >= most || isStuck {
            place = exit
            return true
        }
        if times >= least {
            if isLazy {
                choices.append(.resume(place + 1, position))
                // Only the body counts, so it begins with one more.
                choices.append(.restore(slot, times + 1))
                place = exit
                return true
            }
            choices.append(.resume(exit, position))
        }
        write(slot, times + 1)
        place += 1
        return true
    }

    private mutating func write(_ slot: Int, _ value: Int) {
        choices.append(.restore(slot, slots[slot]))
        slots[slot] = value
    }

    /// Whether the instruction has not been tried at this position; marks it as tried.
    private mutating func isNew() -> Bool {
        // What is looked for may succeed more than once.
        guard remembers, looks.isEmpty else { return true }
        let bit = place * (text.count + 1) + position
        guard tried[bit / 64] >> UInt64(bit % 64) & 1 == 0 else { return false }
        tried[bit / 64] |= 1 << UInt64(bit % 64)
        return true
    }

    // MARK: Assertions

    private func isStart(_ ofLine: Bool) -> Bool {
        position == 0 || (ofLine && ScalarRanges.lineEnds.contains(text[position - 1]))
    }

    private func isEnd(_ ofLine: Bool) -> Bool {
        position == text.count || (ofLine && ScalarRanges.lineEnds.contains(text[position]))
    }

    private func isWord(_ index: Int, _ ignoresCase: Bool) -> Bool {
        guard text.indices.contains(index) else { return false }
        return ScalarRanges.wordScalars.contains(text[index]) || (ignoresCase && [0x17F, 0x212A].contains(text[index]))
    }

    /// Whether what a group matched stands here again; a group that matched nothing yet does.
    private mutating func repeats(_ groups: [Int], _ ignoresCase: Bool, _ isBackward: Bool) -> Bool {
        stepsLeft -= groups.count / 4
        let ranges = groups.map { (slots[2 * $0 - 2], slots[2 * $0 - 1]) }
        guard let (start, end) = ranges.first(where: { $0.0 >= 0 && $0.1 >= $0.0 }) else { return true }
        let length = end - start
        let first = isBackward ? position - length : position
        stepsLeft -= length
        guard first >= 0, first + length <= text.count else { return false }
        for offset in 0..<length where !isSame(text[start + offset], text[first + offset], ignoresCase) { return false }
        position = isBackward ? first : first + length
        return true
    }

    private func isSame(_ left: UInt32, _ right: UInt32, _ ignoresCase: Bool) -> Bool {
        left == right || (ignoresCase && CaseVariants.areAlike(left, right))
    }

    // MARK: Looks and going back

    /// What was looked for is there: goes on behind it, or fails where it must not be there.
    private mutating func found() -> Bool {
        guard let look = looks.popLast() else { return false }
        if look.isNegated {
            while choices.count > look.height { undo(choices.removeLast()) }
            return false
        }
        // Nothing inside is tried again, but what groups matched in it can be undone.
        let kept = choices[look.height...].filter { if case .restore = $0 { true } else { false } }
        choices.replaceSubrange(look.height..., with: kept)
        place = look.next
        position = look.position
        return true
    }

    private mutating func undo(_ choice: Choice) {
        if case .restore(let slot, let value) = choice { slots[slot] = value }
    }

    /// Goes to the last place where there was a choice; false where there is none left.
    private mutating func backtrack() -> Bool {
        while true {
            if let look = looks.last, look.height == choices.count {
                looks.removeLast()
                guard look.isNegated else { continue }
                place = look.next
                position = look.position
                return true
            }
            guard let choice = choices.popLast() else { return false }
            stepsLeft -= 1
            switch choice {
            case .restore(let slot, let value): slots[slot] = value
            case .resume(let place, let position):
                self.place = place
                self.position = position
                return true
            case .run(let place, let position, let last, let step):
                if position != last {
                    choices.append(.run(next: place, position: position + step, last: last, step: step))
                }
                self.place = place
                self.position = position
                return true
            }
        }
    }
}
