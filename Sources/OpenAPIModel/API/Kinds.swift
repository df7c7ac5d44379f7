import TrunklineJSON

extension API {
    /// The kinds of JSON value that a type can be; null belongs to the use of a type.
    ///
    /// A union that is not resolved yet may be of any kind.
    package func kinds(of type: TypeID) -> Set<UnionShape.JSONKind> {
        var visited: Set<TypeID> = []
        return kinds(of: type, &visited)
    }

    private func kinds(of type: TypeID, _ visited: inout Set<TypeID>) -> Set<UnionShape.JSONKind> {
        switch self[type].shape {
        case .object, .map: return [.object]
        case .array, .tuple: return [.array]
        case .string, .binary: return [.string]
        case .integer, .number: return [.number]
        case .boolean: return [.boolean]
        case .enumeration(let enumeration): return Set(enumeration.values.compactMap { UnionShape.JSONKind($0.json) })
        case .null, .never: return []
        case .any: return Set(UnionShape.JSONKind.allCases)
        case .union(let union):
            guard visited.insert(type).inserted else { return [] }
            if union.variants.isEmpty { return Set(UnionShape.JSONKind.allCases) }
            return union.variants.reduce(into: []) { kinds, variant in
                kinds.formUnion(self.kinds(of: variant.use.type, &visited))
            }
        }
    }
}

extension UnionShape.JSONKind {
    /// The kind of a value; nil for null.
    init?(_ value: JSONValue) {
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
