import TrunklineJSON

extension API {
    /// The types that are no unions among a type and its variants, and theirs; a union that has no variants yet is one, and so are
    /// those behind very many others.
    func leaves(of type: TypeID) -> [TypeID] {
        var leaves: [TypeID] = []
        var visited: Set<TypeID> = []
        var pending = [type]
        while let next = pending.popLast() {
            guard visited.insert(next).inserted else { continue }
            if case .union(let union) = self[next].shape, !union.variants.isEmpty, visited.count <= 32 {
                pending += union.variants.reversed().map(\.use.type)
            } else {
                leaves.append(next)
            }
        }
        return leaves
    }

    /// The only values that a member may have, where they are strings, or integers and booleans; nil where it takes others.
    func tags(_ member: String, of type: TypeID) -> (texts: [String], isText: Bool, isRequired: Bool)? {
        guard case .object(let object) = self[type].shape,
            let property = object.properties.first(where: { $0.name == member })
        else { return nil }
        var values = property.constant.map { [$0] } ?? []
        if values.isEmpty, case .enumeration(let enumeration) = self[property.use.type].shape {
            values = enumeration.values.map(\.json)
        }
        let texts = values.compactMap(\.tagText)
        let isText = values.allSatisfy { $0.string != nil }
        guard !texts.isEmpty, texts.count == values.count, isText || values.allSatisfy({ $0.string == nil }) else {
            return nil
        }
        return (texts, isText, property.isRequired && !property.use.isNullable)
    }
}

extension JSONValue {
    /// The text of a string, an integer or a boolean, as a union compares it.
    fileprivate var tagText: String? {
        switch self {
        case .string(let text): text
        case .bool(let value): value ? "true" : "false"
        case .number(let number): number.integer(Int.self).map(String.init)
        case .null, .array, .object: nil
        }
    }
}
