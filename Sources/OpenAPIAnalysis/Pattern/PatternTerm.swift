/// A piece of a pattern as it is written; pieces inside are named by their place in `PatternSyntax.terms`, behind which
/// they never stand.
enum PatternTerm: Sendable {
    case empty
    /// One scalar that is what is written here.
    case scalar(UInt32)
    /// One scalar of a set.
    case set(ScalarSet)
    case sequence([Int])
    case alternatives([Int])
    case capture(Int, group: Int)
    case repetition(Int, Repetition)
    case look(Int, isBehind: Bool, isNegated: Bool)
    /// What one of the groups matched, the first that did.
    case reference([Int], ignoresCase: Bool)
    case start(ofLine: Bool)
    case end(ofLine: Bool)
    case wordBoundary(isNegated: Bool, ignoresCase: Bool)
}

/// How often a piece may stand, and which groups are in it.
struct Repetition: Sendable {
    let least: Int
    /// The greatest number; nil where there is none.
    let most: Int?
    let isLazy: Bool
    let groups: Range<Int>
}

/// A pattern that was read.
struct PatternSyntax: Sendable {
    var terms: [PatternTerm] = []
    var root = 0
    /// The groups that capture; the first has number 1.
    var groupCount = 0
    var hasReferences = false
}

/// What is wrong with a pattern.
package struct PatternError: Error, Hashable, Sendable {
    /// The words, for example ``a `)` that closes nothing``.
    package let message: String
    /// Where it is: Unicode scalars from the beginning of the pattern.
    package let offset: Int

    package init(message: String, offset: Int) {
        self.message = message
        self.offset = offset
    }
}
