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
}

extension API {
    /// What the values of a type are, as far as the specification says; JSON of any kind is none of them.
    func parameterKinds(of type: TypeID) -> ParameterKinds {
        var kinds: ParameterKinds = []
        var seen: Set<Place> = []
        var pending = [Place(type: type, isInner: false)]
        while let place = pending.popLast() {
            guard seen.insert(place).inserted else { continue }
            let shape = self[place.type].shape
            kinds.formUnion(shape.parameterKind(isInner: place.isInner))
            var isInner = true
            if case .union = shape { isInner = place.isInner }
            pending += shape.parts(in: [.sent, .received]).map { Place(type: $0, isInner: isInner) }
        }
        return kinds
    }

    /// A type as a parameter's own, or as one inside of it.
    private struct Place: Hashable {
        let type: TypeID
        let isInner: Bool
    }
}

extension Shape {
    fileprivate func parameterKind(isInner: Bool) -> ParameterKinds {
        switch self {
        case .string, .binary, .integer, .number, .boolean, .enumeration: isInner ? [] : .scalar
        case .array, .tuple: isInner ? .innerList : .list
        case .map, .object: isInner ? .innerObject : .object
        case .union, .null, .any, .never: []
        }
    }
}
