import OpenAPIModel

extension Namer {
    /// An object keeps members in its base where they go by the same names in both, and where none hides the other: a member
    /// called `base`, or one of the base that is called like a method of every model.
    mutating func nameBases() {
        for id in api.typeIDs where names.types[id] != nil {
            guard case .object(let object) = api[id].shape, let base = object.base, names.types[base] != nil,
                case .object(let shared) = api[base].shape,
                shared.properties.allSatisfy({ isReached($0.name, in: base, from: id) }),
                !object.properties.contains(where: { names.member($0.name, of: id).name == "base" })
            else { continue }
            names.bases[id] = base
        }
    }

    private func isReached(_ property: String, in base: TypeID, from id: TypeID) -> Bool {
        let name = names.member(property, of: base)
        return names.member(property, of: id) == name && !ReservedNames.methods.contains(name.name)
    }
}
