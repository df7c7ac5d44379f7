/// What the values of a type are to a parameter style.
struct ParameterKinds: OptionSet {
    let rawValue: UInt8

    static let scalar = ParameterKinds(rawValue: 1)
    static let list = ParameterKinds(rawValue: 2)
    static let object = ParameterKinds(rawValue: 4)
    /// A list inside of a list or an object.
    static let innerList = ParameterKinds(rawValue: 8)
    /// An object inside of a list or an object.
    static let innerObject = ParameterKinds(rawValue: 16)

    /// What the values are inside of others.
    fileprivate var inner: ParameterKinds {
        var inner = intersection([.innerList, .innerObject])
        if contains(.list) { inner.insert(.innerList) }
        if contains(.object) { inner.insert(.innerObject) }
        return inner
    }
}

extension API {
    /// What the values of a type are, as far as the specification says; JSON of any kind is none of them.
    func parameterKinds(of type: TypeID) -> ParameterKinds {
        var seen: Set<TypeID> = []
        return kinds(of: type, &seen)
    }

    private func kinds(of type: TypeID, _ seen: inout Set<TypeID>) -> ParameterKinds {
        guard seen.insert(type).inserted else { return [] }
        defer { seen.remove(type) }
        switch self[type].shape {
        case .string, .binary, .integer, .number, .boolean, .enumeration: return .scalar
        case .array(let element): return inner([element], &seen).union(.list)
        case .tuple(let elements): return inner(elements, &seen).union(.list)
        case .map(let value): return inner([value], &seen).union(.object)
        case .object(let object): return inner(object.properties.map(\.use), &seen).union(.object)
        case .union(let union):
            return union.variants.reduce(into: []) { $0.formUnion(kinds(of: $1.use.type, &seen)) }
        case .null, .any, .never: return []
        }
    }

    private func inner(_ uses: [TypeUse], _ seen: inout Set<TypeID>) -> ParameterKinds {
        uses.reduce(into: []) { $0.formUnion(kinds(of: $1.type, &seen).inner) }
    }
}
