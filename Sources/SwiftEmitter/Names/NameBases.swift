import OpenAPIModel

extension Namer {
    /// An object keeps members in its base where they go by the same names in both, and none is called `base`.
    mutating func nameBases() {
        for id in api.typeIDs where names.types[id] != nil {
            guard case .object(let object) = api[id].shape, let base = object.base, names.types[base] != nil,
                case .object(let shared) = api[base].shape,
                shared.properties.allSatisfy({ names.member($0.name, of: id) == names.member($0.name, of: base) }),
                !object.properties.contains(where: { names.member($0.name, of: id).name == "base" })
            else { continue }
            names.bases[id] = base
        }
    }
}
