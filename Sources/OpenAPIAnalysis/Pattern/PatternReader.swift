/// Reads a pattern as ECMA-262 (section 22.2.1) has it: a grammar without recursion, open groups are a list.
///
/// Strict is what a regular expression with the flag `u` may be; otherwise what Annex B.1.2 allows without it is read too,
/// such as `\-` outside of a class and `{` that stands for itself.
struct PatternReader {
    /// How deep groups may be nested.
    static let greatestDepth = 100
    /// How many scalars a pattern may have.
    static let greatestLength = 100_000

    /// What a group is for.
    enum GroupKind {
        case whole, plain
        case capture(Int)
        case look(isBehind: Bool, isNegated: Bool)
    }

    /// The flags that a part of a pattern may turn on and off, as in `(?i:…)`.
    struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotMatchesAll = false
    }

    /// A group that is not closed yet.
    struct OpenGroup {
        let kind: GroupKind
        let offset: Int
        let flagsOutside: Flags
        let firstGroup: Int
        var alternatives: [Int] = []
        var terms: [Int] = []
        /// Where the first group of the last term stands among the groups, for a quantifier behind it.
        var lastFirstGroup = 0
        var lastIsQuantifiable = false
        /// The group names of the alternative that is being read, which may stand there only once, and of those before it.
        var names: Set<String> = []
        var namesBefore: Set<String> = []
    }

    let scalars: [UInt32]
    let isStrict: Bool
    /// All groups there will be, and which numbers each name has.
    let groups: PatternGroups
    var index = 0
    var flags: Flags
    var syntax = PatternSyntax()
    var open: [OpenGroup] = []

    /// - Throws: `PatternError` where the pattern is none.
    static func read(
        _ text: String, ignoresCase: Bool, isStrict: Bool
    ) throws(PatternError) -> PatternSyntax {
        let scalars = text.unicodeScalars.prefix(greatestLength + 1).map(\.value)
        guard scalars.count <= greatestLength else {
            throw PatternError(message: "more than \(greatestLength) characters", offset: greatestLength)
        }
        let groups = PatternGroups(scalars)
        var flags = Flags()
        flags.ignoresCase = ignoresCase
        var reader = PatternReader(scalars: scalars, isStrict: isStrict, groups: groups, flags: flags)
        try reader.readAll()
        return reader.syntax
    }

    private init(scalars: [UInt32], isStrict: Bool, groups: PatternGroups, flags: Flags) {
        self.scalars = scalars
        self.isStrict = isStrict
        self.groups = groups
        self.flags = flags
    }

    private mutating func readAll() throws(PatternError) {
        open = [OpenGroup(kind: .whole, offset: 0, flagsOutside: flags, firstGroup: 0)]
        while index < scalars.count { try readTerm() }
        guard open.count == 1 else { throw error("a group that is not closed", at: open[open.count - 1].offset) }
        syntax.root = closeAlternatives()
    }

    private mutating func readTerm() throws(PatternError) {
        let offset = index
        switch take() {
        case "|": closeSequence()
        case "(": try openGroup(offset)
        case ")": try closeGroup(offset)
        case "^": append(.start(ofLine: flags.isMultiline), isQuantifiable: false)
        case "$": append(.end(ofLine: flags.isMultiline), isQuantifiable: false)
        case ".":
            append(.set(ScalarSet([.ranges(flags.dotMatchesAll ? ScalarRanges([]) : .lineEnds)], isNegated: true)))
        case "[": append(.set(try readClass(offset)))
        case "\\": try readEscape(offset)
        case "*", "+", "?": try quantify(offset)
        case "{": try readBrace(offset)
        case "]" where isStrict, "}" where isStrict:
            throw error("`\(shown(offset))` has to be written `\\\(shown(offset))`", at: offset)
        default: appendScalar(scalars[offset])
        }
    }

    // MARK: Terms

    mutating func append(_ term: PatternTerm, isQuantifiable: Bool = true) {
        let last = open.count - 1
        open[last].terms.append(add(term))
        open[last].lastFirstGroup = syntax.groupCount
        open[last].lastIsQuantifiable = isQuantifiable
    }

    mutating func appendScalar(_ scalar: UInt32) {
        guard flags.ignoresCase else { return append(.scalar(scalar)) }
        append(.set(ScalarSet([.ranges(ScalarRanges([scalar...scalar]))], ignoresCase: true)))
    }

    mutating func add(_ term: PatternTerm) -> Int {
        syntax.terms.append(term)
        return syntax.terms.count - 1
    }

    private mutating func closeSequence() {
        let last = open.count - 1
        let terms = open[last].terms
        open[last].alternatives.append(terms.count == 1 ? terms[0] : add(terms.isEmpty ? .empty : .sequence(terms)))
        open[last].terms = []
        open[last].lastIsQuantifiable = false
        open[last].namesBefore.formUnion(open[last].names)
        open[last].names = []
    }

    mutating func closeAlternatives() -> Int {
        closeSequence()
        let alternatives = open[open.count - 1].alternatives
        return alternatives.count == 1 ? alternatives[0] : add(.alternatives(alternatives))
    }

    // MARK: Scalars

    var next: Unicode.Scalar? { index < scalars.count ? Unicode.Scalar(scalars[index]) : nil }

    mutating func take() -> Unicode.Scalar? {
        guard let scalar = next else { return nil }
        index += 1
        return scalar
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        index += 1
        return true
    }

    /// Goes behind a text if it stands here.
    mutating func skip(text: String) -> Bool {
        guard scalars[index...].starts(with: text.unicodeScalars.map(\.value)) else { return false }
        index += text.unicodeScalars.count
        return true
    }

    func shown(_ offset: Int) -> String {
        offset < scalars.count ? Unicode.Scalar(scalars[offset]).map { String($0) } ?? "" : ""
    }

    func error(_ message: String, at offset: Int) -> PatternError { PatternError(message: message, offset: offset) }
}
