import TrunklineJSON

extension API {
    /// The kinds of JSON value that a type can be; null belongs to the use of a type.
    ///
    /// A union that is not resolved yet may be of any kind.
    package func kinds(of type: TypeID) -> Set<UnionShape.JSONKind> {
        var kinds: Set<UnionShape.JSONKind> = []
        for leaf in leaves(of: type) { kinds.formUnion(ownKinds(of: leaf)) }
        return kinds
    }

    private func ownKinds(of type: TypeID) -> Set<UnionShape.JSONKind> {
        switch self[type].shape {
        case .object, .map: [.object]
        case .array, .tuple: [.array]
        case .string, .binary: [.string]
        case .integer, .number: [.number]
        case .boolean: [.boolean]
        case .enumeration(let enumeration): Set(enumeration.values.compactMap { UnionShape.JSONKind($0.json) })
        case .null, .never: []
        case .any, .union: Set(UnionShape.JSONKind.allCases)
        }
    }
}

extension UnionShape.JSONKind {
    /// The kind of a value; nil for null.
    package init?(_ value: JSONValue) {
        switch value {
        case .null: return nil
        case .bool: self = .boolean
        case .number: self = .number
        case .string: self = .string
        case .array: self = .array
        case .object: self = .object
        }
    }
}
