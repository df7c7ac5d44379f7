/// One step of a matcher; places in the program are absolute.
enum PatternInstruction: Sendable {
    case scalar(UInt32, isBackward: Bool)
    case set(Int, isBackward: Bool)
    /// Many scalars of one set, in one step: what `[a-z]*` needs no loop for.
    case run(set: Int, least: Int, most: Int, isLazy: Bool, isBackward: Bool)
    /// Goes on at the first place and, where that fails, at the second.
    case fork(Int, Int)
    case jump(Int)
    /// Writes the position into a slot.
    case save(Int)
    /// Forgets what groups matched.
    case forget(Range<Int>)
    /// Fails where the position is the one in a slot: the body of a loop matched nothing.
    case progress(Int)
    /// Writes zero into a slot.
    case beginCount(Int)
    /// Goes on in the body of a loop, which follows, or behind it, by how often the body was there.
    case count(slot: Int, least: Int, most: Int, isLazy: Bool, exit: Int)
    case start(ofLine: Bool)
    case end(ofLine: Bool)
    case wordBoundary(isNegated: Bool, ignoresCase: Bool)
    case reference([Int], ignoresCase: Bool, isBackward: Bool)
    /// What is looked for follows and ends with `accept`; then the matcher goes on at the place.
    case look(isNegated: Bool, next: Int)
    case accept
}

/// What a matcher runs.
struct PatternProgram: Sendable {
    var instructions: [PatternInstruction] = []
    var sets: [ScalarSet] = []
    /// How many positions and counts there are to keep.
    var slotCount = 0
    /// Whether success depends on nothing but the place in the program and in the text, so that no pair is tried twice.
    var isMemoised = true
    /// Whether a match can only begin where the text does.
    var isAnchored = false
}
