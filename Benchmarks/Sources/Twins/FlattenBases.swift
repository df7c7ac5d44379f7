/// Puts the members that a model has of its base among its own, as one writes them for the compiler to synthesise `Codable`; a
/// structure that is nothing but a base is left out.
func flattenBases(_ types: [GeneratedType]) -> [GeneratedType] {
    var structures: [String: GeneratedType.Structure] = [:]
    for case .structure(let structure) in types { structures[structure.name] = structure }
    let bases = Set(types.compactMap(\.base))
    return types.compactMap { type in
        switch type {
        case .structure(let structure):
            return bases.contains(structure.name) && !types.contains { $0.mentions(structure.name) }
                ? nil : .structure(flatten(structure, structures))
        case .union(var union):
            if let base = union.base.flatMap({ structures[$0] }) {
                union.getters = flatten(base, structures).members.map { ($0.name, $0.type) } + union.getters
            }
            return .union(union)
        case .enumeration: return type
        }
    }
}

private func flatten(
    _ structure: GeneratedType.Structure, _ structures: [String: GeneratedType.Structure]
) -> GeneratedType.Structure {
    guard let base = structure.base.flatMap({ structures[$0] }) else { return structure }
    let flat = flatten(base, structures)
    var structure = structure
    structure.isOpen = flat.isOpen
    structure.members =
        flat.members.map { member in
            var member = member
            member.isVariable = member.isVariable && structure.isMutable
            return member
        } + structure.members
    return structure
}

extension GeneratedType {
    fileprivate var base: String? {
        switch self {
        case .structure(let structure): structure.base
        case .union(let union): union.base
        case .enumeration: nil
        }
    }

    /// Whether a member or a variant is of a type.
    fileprivate func mentions(_ name: String) -> Bool {
        let types =
            switch self {
            case .structure(let structure): structure.members.map(\.type)
            case .union(let union): union.cases.map(\.type)
            case .enumeration: [String]()
            }
        return types.contains { $0.split { !$0.isLetter && !$0.isNumber }.contains { $0 == name } }
    }
}
