/// What a schema says about a value beside its type: in words and as rules that can be checked.
struct Bounds {
    /// For example `at most 40 characters`.
    var phrases: [String] = []
    var rules: [Rule] = []
    /// The schemas that say it.
    var sources: [Node] = []
}

/// Something that can be checked of a value's JSON; a rule says nothing about values of other kinds than its own.
package indirect enum Rule: Hashable, Sendable {
    /// In Unicode code points.
    case minLength(Int)
    case maxLength(Int)
    /// Numbers as they are written.
    case minimum(String, isExclusive: Bool)
    case maximum(String, isExclusive: Bool)
    case multipleOf(String)
    case minItems(Int)
    case maxItems(Int)
    case uniqueItems
    case minProperties(Int)
    case maxProperties(Int)
    case dependentRequired(String, [String])
    case each([Rule])
}

/// The schemas whose bounds a documentation says. They are no part of what is said: all are equal.
package struct DocumentationSources: Hashable, Sendable, CustomStringConvertible {
    package var nodes: [Node] = []
    package var description: String { "" }

    package static func == (left: Self, right: Self) -> Bool { true }
    package func hash(into hasher: inout Hasher) {}
}
