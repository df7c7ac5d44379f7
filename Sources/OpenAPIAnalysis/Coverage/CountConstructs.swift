import OpenAPIModel

/// Counts what a description says, by construct, and what became of each: generated, reported, or neither.
///
/// What is neither is an error (`silent`) at its place. The count is made from the nodes and from tables of its own, not by the readers or the emitter. Components count where
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

    private(set) var outcomes: [Key: (isGenerated: Bool, isReported: Bool)] = [:]

    mutating func note(_ key: Key, isGenerated: Bool, isReported: Bool) {
        let old = outcomes[key] ?? (false, false)
        outcomes[key] = (old.isGenerated || isGenerated, old.isReported || isReported)
    }

    /// What became nothing, with its places.
    var silent: [(Construct, SourceRange)] {
        outcomes.filter { !$0.value.isGenerated && !$0.value.isReported }.map { ($0.key.construct, $0.key.place) }
    }

    /// A row for each construct, sorted.
    var rows: [CoverageRow] {
        var rows: [Construct: CoverageRow] = [:]
        for (key, outcome) in outcomes {
            var row = rows[key.construct] ?? CoverageRow(construct: key.construct)
            row.occurrences += 1
            if outcome.isGenerated { row.generated += 1 }
            if outcome.isReported { row.reported += 1 }
            if !outcome.isGenerated, !outcome.isReported { row.silent += 1 }
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

    static let root = Surroundings(isReported: false, isGenerated: true, isPart: true)
}
