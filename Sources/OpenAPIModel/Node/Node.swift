/// A value of a YAML or JSON text: an index into the `NodeArena` that holds it.
package struct Node: Hashable, Sendable {
    let index: UInt32
}

/// What a node is; `integer` and `number` keep the exact text.
package enum NodeKind: UInt8, Sendable {
    case null, boolean, integer, number, string, sequence, mapping

    /// The kind as it is called in messages.
    package var name: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .number: "a number"
        case .string: "a string"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    package var isScalar: Bool { self != .sequence && self != .mapping }
}

/// One key of a mapping with its value.
package struct MappingEntry: Sendable {
    package let key: String
    package let keyRange: SourceRange
    package let value: Node
}
