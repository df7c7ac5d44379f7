/// How much a text may ask for before reading it is given up; a specification is hostile input.
///
/// Every limit is counted, never timed, so that a text is read or refused alike on every machine.
package struct Limits: Sendable {
    /// How deep collections may be nested, aliases counted as what they stand for.
    package var depth = 1000
    /// How many values a description may have, all its files together.
    package var nodes = 10_000_000
    /// How many values the aliases of one file may stand for, aliases in them included; merge keys copy no more.
    package var expansions = 1_000_000
    /// How large a file may be, in bytes.
    package var bytes = 256 << 20

    package init() {}

    /// The limits by the names that the command line and messages use.
    package static var names: [String] { fields.map(\.name) }

    private static var fields: [(name: String, path: WritableKeyPath<Limits, Int>)] {
        [("depth", \.depth), ("nodes", \.nodes), ("expansions", \.expansions), ("bytes", \.bytes)]
    }

    /// The greatest `depth`: the stages after reading recurse, and their stack is bounded.
    package static let greatestDepth = 20_000

    /// Changes a limit by its name; false where there is none or the value is less than one or too great.
    package mutating func set(_ name: String, to value: Int) -> Bool {
        guard value > 0, name != "depth" || value <= Limits.greatestDepth,
            let field = Limits.fields.first(where: { $0.name == name })
        else { return false }
        self[keyPath: field.path] = value
        return true
    }

    /// What to do where a limit is reached by a text that can be trusted.
    static func help(_ name: String) -> String { "where the text can be trusted, raise the limit `\(name)`" }
}
