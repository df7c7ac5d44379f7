import OpenAPIModel

/// A value that is checked: a node, or the name of one of a mapping's members.
struct Instance: Hashable {
    let node: Node
    /// Which entry of the mapping the name is of; -1 where the value is the node itself.
    var entry: Int32 = -1

    var isName: Bool { entry >= 0 }
}

extension NodeArena {
    func types(of instance: Instance) -> JSONTypes {
        if instance.isName { return .string }
        switch kind(instance.node) {
        case .null: return .null
        case .boolean: return .boolean
        case .integer: return [.integer, .number]
        case .number:
            let isInteger = number(instance.node).flatMap { ExactNumber($0) }?.isInteger ?? false
            return isInteger ? [.integer, .number] : .number
        case .string: return .string
        case .sequence: return .array
        case .mapping: return .object
        }
    }

    /// The text of a string or a name.
    func text(of instance: Instance) -> String? {
        instance.isName ? member(instance).key : string(instance.node)
    }

    func range(of instance: Instance) -> SourceRange {
        instance.isName ? member(instance).keyRange : range(of: instance.node)
    }

    private func member(_ instance: Instance) -> MappingEntry {
        let entries = entries(of: instance.node)
        return entries[entries.startIndex + Int(instance.entry)]
    }
}

/// The members or elements of a value that keywords have looked at.
struct Evaluated {
    private var places: Set<Int> = []

    var count: Int { places.count }

    mutating func insert(_ place: Int) { places.insert(place) }
    mutating func formUnion(_ other: Evaluated) { places.formUnion(other.places) }
    func contains(_ place: Int) -> Bool { places.contains(place) }
}
