import OpenAPIModel

/// Counts what a description says, by construct, and what became of each: generated, reported, or neither.
///
/// What is neither is an error (`silent`) at its place, unless the configuration leaves it out. The count is made from the nodes and from tables of its own, not by the readers or the emitter. Components count where
/// operations reach them; a node counts once, however many operations reach it.
package func coverage(
    of description: Description, _ api: API, _ configuration: Configuration, _ diagnostics: inout Diagnostics
) -> [CoverageRow] {
    var counter = ConstructCounter(description, api, configuration, diagnostics)
    counter.visit(description.root, .openAPI, .root)
    for (construct, place) in counter.ledger.silent {
        diagnostics.error("silent", "\(construct) is neither generated nor reported", at: place)
    }
    return counter.ledger.rows
}

/// What became of each occurrence, by its node: a node that several ways lead to is looked at once for each outcome above it.
struct Ledger {
    struct Key: Hashable {
        let construct: Construct
        let node: Node
        /// Tells the values of a list apart that share a node.
        let place: SourceRange
    }

    /// What became of an occurrence, in all places that lead to it.
    struct Outcome: OptionSet {
        let rawValue: UInt8

        static let generated = Outcome(rawValue: 1)
        static let reported = Outcome(rawValue: 2)
        static let leftOut = Outcome(rawValue: 4)
    }

    private(set) var outcomes: [Key: Outcome] = [:]

    mutating func note(_ key: Key, isGenerated: Bool, isReported: Bool, isLeftOut: Bool) {
        var outcome: Outcome = []
        if isGenerated { outcome.insert(.generated) }
        if isReported { outcome.insert(.reported) }
        if isLeftOut { outcome.insert(.leftOut) }
        outcomes[key, default: []].formUnion(outcome)
    }

    /// What became nothing, with its places.
    var silent: [(Construct, SourceRange)] {
        outcomes.filter(\.value.isEmpty).map { ($0.key.construct, $0.key.place) }
    }

    /// A row for each construct, sorted.
    var rows: [CoverageRow] {
        var rows: [Construct: CoverageRow] = [:]
        for (key, outcome) in outcomes {
            var row = rows[key.construct] ?? CoverageRow(construct: key.construct)
            row.occurrences += 1
            if outcome.contains(.generated) { row.generated += 1 }
            if outcome.contains(.reported) { row.reported += 1 }
            if outcome == .leftOut { row.leftOut += 1 }
            if outcome.isEmpty { row.silent += 1 }
            rows[key.construct] = row
        }
        return rows.values.sorted { $0.construct < $1.construct }
    }
}

/// What is known where an object stands.
struct Surroundings: Hashable {
    /// Whether something around the object was reported and not generated, which says it of the object, too.
    var isReported: Bool
    /// Whether the owner of the place was generated.
    var isGenerated: Bool
    /// Whether the object is a part of that owner.
    var isPart = false
    /// Whether the object is what a body is in a media type.
    var isBody = false
    /// Whether the API makes the requests that are spoken of: webhooks and callbacks.
    var isNotification = false
    /// Whether the configuration leaves out what the object is a part of.
    var isLeftOut = false
    /// Whether the object is within a member that the other direction alone has.
    var isOfOtherDirection = false

    static let root = Surroundings(isReported: false, isGenerated: true, isPart: true)
}
