extension Resolver {
    /// Notes the components that an object is composed of; each has a type, as its members alone may be kept in one.
    ///
    /// A type that only a candidate's candidate needs has none itself after a while: a chain of parts would else be as many
    /// types, each with the members of all behind it.
    mutating func noteBaseCandidates(of object: TypeID, _ schema: Schema) {
        let depth = candidateDepths[object] ?? 0
        guard depth < BaseFinder.greatestDepth else { return }
        for part in composed(schema) {
            let target = description.resolved(part)
            guard let name = named(target), description.schema(target).canBeBase else { continue }
            let isNew = known[target] == nil
            let candidate = laterType(of: target, name)
            if isNew { candidateDepths[candidate.type] = depth + 1 }
            baseCandidates[object, default: []].append(candidate)
        }
    }

    /// The candidates, once every type has its shape.
    var settledCandidates: [TypeID: [TypeID]] { baseCandidates.mapValues { $0.map { settled($0).type } } }
}

extension Schema {
    /// Whether the schema is an object, and not one of several.
    fileprivate var canBeBase: Bool {
        discriminator == nil && oneOf.isEmpty && anyOf.isEmpty && (isObjectLike || !allOf.isEmpty)
    }
}

/// Lets objects that are composed of another one keep it as their base.
///
/// Flattened, each of them would declare, read and write all members in code of its own. For example, `Twilio` and `Vonage`,
/// each `allOf: [{ $ref: Number }, …]`, both have `Number` as their base. Whether a type has a base, and which, depends on
/// its schema alone: what else the specification holds makes no base, and so no name, come or go.
func findBases(_ api: inout API, _ candidates: [TypeID: [TypeID]]) {
    let bases = BaseFinder(api: api, candidates: candidates).find()
    for type in bases.keys.sorted(by: { $0.index < $1.index }) {
        guard case .object(var object) = api[type].shape, let base = bases[type] else { continue }
        object.base = base
        api[type].shape = .object(object)
    }
    for (type, base) in bases {
        for direction in [Directions.sent, .received] where api[type].directions.contains(direction) {
            mark(base, direction, &api)
        }
    }
}

/// Chooses bases.
private struct BaseFinder {
    let api: API
    let candidates: [TypeID: [TypeID]]

    /// Smaller ones are no less to compile than their members in place.
    private static var fewestMembers: Int { 4 }
    /// Members of a base are read by a call inside of a call.
    static var greatestDepth: Int { 8 }
    /// How many parts of an object, and of its parts, are looked at; the nearest come first.
    private static var mostCandidates: Int { 16 }

    func find() -> [TypeID: TypeID] {
        var bases: [TypeID: TypeID] = [:]
        var pending = candidates.keys.filter { !api[$0].directions.isEmpty }
        while let type = pending.popLast() {
            guard bases[type] == nil, let base = greatestBase(of: type) else { continue }
            bases[type] = base
            pending.append(base)
        }
        return bases.filter { depth(of: $0.key, bases) <= Self.greatestDepth }
    }

    private func depth(of type: TypeID, _ bases: [TypeID: TypeID]) -> Int {
        var depth = 0
        var current = type
        while depth <= Self.greatestDepth, let base = bases[current] {
            depth += 1
            current = base
        }
        return depth
    }

    /// Of the components that an object is composed of, and theirs, the one with most members that the object has unchanged.
    private func greatestBase(of type: TypeID) -> TypeID? {
        guard case .object(let object) = api[type].shape, object.isFree else { return nil }
        let properties = Dictionary(object.properties.map { ($0.name, $0) }) { first, _ in first }
        var seen: Set<TypeID> = [type]
        var greatest: (type: TypeID, count: Int)?
        var pending = candidates[type] ?? []
        while seen.count <= Self.mostCandidates, !pending.isEmpty {
            let candidate = pending.removeFirst()
            guard seen.insert(candidate).inserted, case .object(let base) = api[candidate].shape else { continue }
            pending += candidates[candidate] ?? []
            guard base.properties.count >= Self.fewestMembers, base.properties.count < object.properties.count,
                base.properties.count > greatest?.count ?? 0, base.isFree,
                base.properties.allSatisfy({ properties[$0.name]?.isSame(as: $0) == true })
            else { continue }
            greatest = (candidate, base.properties.count)
        }
        return greatest?.type
    }
}

extension ObjectShape {
    /// Whether members that are not known may be any JSON.
    fileprivate var isFree: Bool { isOpen && additional == nil }
}

extension Property {
    /// Whether the property is the other one, and nothing else is said of it.
    fileprivate func isSame(as other: Property) -> Bool {
        origin == other.origin && use == other.use && isRequired == other.isRequired && directions == other.directions
            && constant == other.constant && defaultValue == other.defaultValue && documentation == other.documentation
    }
}
