import TrunklineJSON

extension Resolver {
    /// Variants of one scalar or array type become the wider of them; the others stay as they are.
    ///
    /// For example, a string and a `date-time` are a string, an integer and a number are a number, and a string beside an
    /// enumeration of strings is that enumeration, which takes other values too.
    mutating func merge(
        _ variants: [UnionShape.Variant], for union: TypeID, _ identity: TypeIdentity
    ) -> [UnionShape.Variant] {
        var merged = withoutRepetition(variants.filter { !isNull($0.use.type) })
        merged = mergeAll(merged, where: \.isText, label: "string") { $0.mergedText($1, for: union) }
        merged = mergeAll(merged, where: \.isNumeric, label: "number") { $0.mergedNumber($1, for: union) }
        merged = mergeAll(merged, where: \.isBoolean, label: "boolean") { _, variants in variants[0].use.type }
        merged = mergeAll(merged, where: \.isArray, label: "array") { $0.mergedArray($1, identity) }
        return mergeAll(merged, where: \.isMap, label: "object") { $0.mergedMap($1, identity) }
    }

    /// The variants, each type once.
    private func withoutRepetition(_ variants: [UnionShape.Variant]) -> [UnionShape.Variant] {
        var seen: Set<TypeID> = []
        return variants.filter { seen.insert($0.use.type).inserted }
    }

    /// Puts what `combine` makes of all variants of a kind in the place of the first; where it makes nothing, they stay.
    private mutating func mergeAll(
        _ variants: [UnionShape.Variant], where isOfKind: (Shape) -> Bool, label: String,
        _ combine: (inout Resolver, [UnionShape.Variant]) -> TypeID?
    ) -> [UnionShape.Variant] {
        let indices = variants.indices.filter { isOfKind(api[variants[$0].use.type].shape) }
        guard indices.count > 1, let type = combine(&self, indices.map { variants[$0] }) else { return variants }
        for variant in indices.map({ variants[$0] }) where variant.use.type != type {
            api[type].alike.append(api[variant.use.type])
        }
        let kept = variants[indices[0]]
        let same = indices.map { variants[$0] }.first { $0.use.type == type }
        var merged = variants.enumerated().filter { !indices.dropFirst().contains($0.offset) }.map(\.element)
        if let place = merged.firstIndex(where: { $0.use.type == kept.use.type }) {
            merged[place] = .init(
                use: TypeUse(type), label: same?.label ?? label, name: same?.name, schema: same?.schema,
                origin: kept.origin)
        }
        return merged
    }

    // MARK: Scalars

    private mutating func mergedText(_ variants: [UnionShape.Variant], for union: TypeID) -> TypeID? {
        let types = variants.map(\.use.type)
        if let enumeration = mergedEnumeration(types, for: union, kind: .string) { return enumeration }
        return widest(types, .string(format: nil), for: union) { shape in
            if case .string(let format) = shape { return format ?? "" }
            return nil
        }
    }

    private mutating func mergedNumber(_ variants: [UnionShape.Variant], for union: TypeID) -> TypeID? {
        let types = variants.map(\.use.type)
        let isIntegers = types.allSatisfy { api[$0].shape.isInteger }
        if isIntegers, let enumeration = mergedEnumeration(types, for: union, kind: .integer) { return enumeration }
        if isIntegers {
            return widest(types, .integer(format: nil), for: union) { shape in
                if case .integer(let format) = shape { return format ?? "" }
                return nil
            }
        }
        return widest(types, .number(format: nil), for: union) { shape in
            if case .number(let format) = shape { return format ?? "" }
            return nil
        }
    }

    /// The type that all are of or, where their formats differ, one without a format.
    private mutating func widest(
        _ types: [TypeID], _ wide: Shape, for union: TypeID, _ format: (Shape) -> String?
    ) -> TypeID {
        let formats = types.compactMap { format(api[$0].shape) }
        if formats.count == types.count, Set(formats).count == 1 { return types[0] }
        return addLike(union, wide)
    }

    /// The enumeration of all named values, open where any other value is allowed; nil where no value is named.
    private mutating func mergedEnumeration(
        _ types: [TypeID], for union: TypeID, kind: EnumerationShape.Kind
    ) -> TypeID? {
        let shapes = types.map { type -> EnumerationShape? in
            if case .enumeration(let shape) = api[type].shape { shape } else { constantEnumeration(type) }
        }
        let named = shapes.compactMap { $0 }
        guard !named.isEmpty, named.allSatisfy({ $0.kind == kind }) else { return nil }
        let isOpen = named.count < types.count || !named.allSatisfy(\.isClosed)
        if named.count == 1, !named[0].isClosed, let type = types.first(where: isNamedEnumeration) { return type }
        var seen: Set<JSONValue> = []
        let values = named.flatMap(\.values).filter { seen.insert($0.json).inserted }
        guard values.count > 1 || isOpen && named.count < types.count else { return nil }
        return addLike(union, .enumeration(EnumerationShape(values: values, kind: kind, isClosed: !isOpen)))
    }

    /// A constant as an enumeration of one value: it has a name beside others.
    private func constantEnumeration(_ type: TypeID) -> EnumerationShape? {
        guard let value = constantTypes[type] else { return nil }
        let values = [EnumerationShape.Value(json: value, name: nil, documentation: nil, origin: api[type].origin)]
        return EnumerationShape(values: values, kind: .init(of: [value]), isClosed: false)
    }

    // MARK: Collections

    /// Arrays whose elements are of different kinds stay apart; the others become an array of any of their elements.
    private mutating func mergedArray(_ variants: [UnionShape.Variant], _ identity: TypeIdentity) -> TypeID? {
        let elements = variants.compactMap { variant -> TypeUse? in
            if case .array(let element) = api[variant.use.type].shape { filled(element) } else { nil }
        }
        guard elements.count == variants.count, !areDisjoint(elements.map(\.type)) else { return nil }
        let element = union(of: elements, like: variants, identity.part(.element))
        return addLike(variants[0].use.type, .array(of: element))
    }

    private mutating func mergedMap(_ variants: [UnionShape.Variant], _ identity: TypeIdentity) -> TypeID? {
        let values = variants.compactMap { variant -> TypeUse? in
            if case .map(let value) = api[variant.use.type].shape { filled(value) } else { nil }
        }
        let value = union(of: values, like: variants, identity.part(.additional))
        return addLike(variants[0].use.type, .map(of: value))
    }

    private mutating func union(
        of uses: [TypeUse], like variants: [UnionShape.Variant], _ identity: TypeIdentity
    ) -> TypeUse {
        let parts = zip(uses, variants).map { use, variant -> UnionShape.Variant in
            var name: String?
            if case .named(let text) = api[use.type].identity { name = text }
            return .init(use: use, label: name ?? label(ofShape: use.type), name: name, origin: variant.origin)
        }
        if parts.contains(where: { isAny($0.use) }) { return TypeUse(addLike(parts[0].use.type, .any)) }
        api.types.append(
            TypeDefinition(
                origin: variants[0].origin, identity: identity, shape: .union(UnionShape()),
                documentation: Documentation()))
        return settle(TypeID(index: api.types.count - 1), parts, nil, identity)
    }

    /// Whether the kind of a value tells which type it is of.
    private func areDisjoint(_ types: [TypeID]) -> Bool {
        var seen: Set<UnionShape.JSONKind> = []
        for kinds in types.map({ api.kinds(of: $0) }) {
            guard !kinds.isEmpty, seen.isDisjoint(with: kinds) else { return false }
            seen.formUnion(kinds)
        }
        return true
    }

    /// A type in the place of another.
    mutating func addLike(_ type: TypeID, _ shape: Shape) -> TypeID {
        var definition = api[type]
        definition.shape = shape
        api.types.append(definition)
        return TypeID(index: api.types.count - 1)
    }

    // MARK: Questions

    func isAny(_ use: TypeUse) -> Bool { if case .any = api[use.type].shape { true } else { false } }

    /// Whether a type is an enumeration that other places can refer to.
    private func isNamedEnumeration(_ id: TypeID) -> Bool {
        guard case .enumeration = api[id].shape, case .named = api[id].identity else { return false }
        return true
    }

    private func isNull(_ id: TypeID) -> Bool { if case .null = api[id].shape { true } else { false } }
}

extension Shape {
    fileprivate var isBoolean: Bool { if case .boolean = self { true } else { false } }

    fileprivate var isArray: Bool { if case .array = self { true } else { false } }

    fileprivate var isMap: Bool { if case .map = self { true } else { false } }

    fileprivate var isText: Bool {
        switch self {
        case .string, .binary: true
        case .enumeration(let enumeration): enumeration.kind == .string
        case .object, .array, .tuple, .map, .integer, .number, .boolean, .null, .union, .any, .never: false
        }
    }

    fileprivate var isInteger: Bool {
        switch self {
        case .integer: true
        case .enumeration(let enumeration): enumeration.kind == .integer
        case .object, .array, .tuple, .map, .string, .binary, .number, .boolean, .null, .union, .any, .never: false
        }
    }

    fileprivate var isNumeric: Bool {
        switch self {
        case .integer, .number: true
        case .enumeration(let enumeration): enumeration.kind == .integer || enumeration.kind == .number
        case .object, .array, .tuple, .map, .string, .binary, .boolean, .null, .union, .any, .never: false
        }
    }
}
