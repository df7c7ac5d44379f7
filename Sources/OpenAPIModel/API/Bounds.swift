/// What a schema says about a value beside its type.
struct Bounds {
    /// For example `at most 40 characters`.
    var phrases: [String] = []
    /// The only values that elements and alternatives have, for example `` `asc` ``.
    var constants: [String] = []
    /// The schemas that say it.
    var sources: [Node] = []

    /// The phrases, and those of the constants.
    var words: [String] { phrases + constants.map { "always \($0)" } }
}

/// The schemas whose bounds a documentation says. They are no part of what is said: all are equal.
package struct DocumentationSources: Hashable, Sendable, CustomStringConvertible {
    package var nodes: [Node] = []
    package var description: String { "" }

    package static func == (left: Self, right: Self) -> Bool { true }
    package func hash(into hasher: inout Hasher) {}
}
