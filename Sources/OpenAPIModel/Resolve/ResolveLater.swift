extension Resolver {
    /// The type of a schema in a place that does not look at its shape, such as a member or an element.
    ///
    /// The type gets its id now and its shape later, from a list and not by recursion: a chain of schemas, each a member of
    /// the one before, may be as long as it likes.
    mutating func laterType(of id: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        let target = description.resolved(id)
        if let use = known[target] { return settled(use) }
        let schema = description.schema(target)
        let own = self.identity(of: target, reachedBy: id, from: identity)
        if schema.isLeaf { return resolveNow(target, own) }
        if aliased(schema) != nil { return resolveAliases(target, own) }
        return reserve(target, schema, own)
    }

    private func identity(of target: SchemaID, reachedBy id: SchemaID, from place: TypeIdentity) -> TypeIdentity {
        if let name = named(target) { return name }
        return home(of: target, reachedBy: id, from: place) ?? place
    }

    /// What a pending type becomes, once that is known; the use itself for every other type.
    func settled(_ use: TypeUse) -> TypeUse { Self.settled(use, forwards) }

    private static func settled(_ use: TypeUse, _ forwards: [TypeID: TypeUse]) -> TypeUse {
        var use = use
        while let next = forwards[use.type] {
            use.isNullable = use.isNullable || next.isNullable
            if next.type == use.type { break }
            use.type = next.type
        }
        return use
    }

    /// Makes the shape of a type that has none yet.
    mutating func fill(_ use: TypeUse) {
        guard let pending = pending.removeValue(forKey: use.type) else { return }
        depth += 1
        let result = resolveNow(pending.schema, pending.identity)
        depth -= 1
        let isBegun = places.removeValue(forKey: pending.schema) == nil
        if result.type == use.type, !isBegun { return reportSelf(use.type) }
        if result != TypeUse(use.type) { forwards[use.type] = result }
    }

    /// A use whose type has its shape, where that has to be looked at; not many deep, so that no chain needs a stack.
    mutating func filled(_ use: TypeUse) -> TypeUse {
        if depth < Self.greatestDepth { fill(use) }
        return settled(use)
    }

    /// How many types are resolved for the sake of one, each inside of the one before.
    private static var greatestDepth: Int { 8 }

    /// Every schema's type, once none is pending any more, and every use of a type that has become another one since, such as in
    /// a candidate for a base, which nothing refers to.
    mutating func settleKnown() {
        let forwards = forwards
        known = known.mapValues { Self.settled($0, forwards) }
        for index in api.types.indices {
            api.types[index].shape = api.types[index].shape.mapping { Self.settled($0, forwards) }
        }
    }

    /// Gives every type its shape, and every use the type that it has become.
    mutating func fillPending() {
        while let next = queue.popLast() { fill(TypeUse(next)) }
        // A closure that held the resolver would make every change copy all types.
        let forwards = forwards
        for index in settledCount..<api.types.count {
            api.types[index].shape = api.types[index].shape.mapping { Self.settled($0, forwards) }
        }
        narrowOverlaps()
        settledCount = api.types.count
    }

    /// The type that a schema was given in advance, or a new one; every object and array begins with it, as it may contain
    /// itself.
    mutating func begin(_ id: SchemaID, _ schema: Schema, _ identity: TypeIdentity) -> TypeID {
        if let place = places.removeValue(forKey: id) { return place }
        return add(.union(UnionShape()), identity, schema)
    }

    // MARK: Steps

    /// A type without a shape, and where it comes from.
    struct PendingType {
        let schema: SchemaID
        let identity: TypeIdentity
    }

    private mutating func resolveNow(_ target: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        let resolved = resolveSchema(target, identity: identity)
        let use = settled(resolved)
        known[target] = use
        return use
    }

    private mutating func reserve(_ target: SchemaID, _ schema: Schema, _ identity: TypeIdentity) -> TypeUse {
        // A union without variants may still be of any kind.
        let place = add(.union(UnionShape()), identity, schema)
        if schema.isObject || !schema.allOf.isEmpty || schema.ref != nil {
            api[place].shape = .object(ObjectShape(properties: [], isOpen: true))
        } else if schema.types.filter({ $0 != .null }) == [.array] {
            api[place].shape = .array(of: TypeUse(place))
        }
        known[target] = TypeUse(place)
        places[target] = place
        pending[place] = PendingType(schema: target, identity: identity)
        queue.append(place)
        return TypeUse(place)
    }

    /// Schemas that say nothing but that they are another one, from the end of their chain.
    private mutating func resolveAliases(_ first: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        var chain: [(id: SchemaID, identity: TypeIdentity)] = []
        var seen: Set<SchemaID> = []
        var current: SchemaID? = first
        while let id = current, known[id] == nil {
            guard seen.insert(id).inserted else {
                // Nothing is at the end of a ring.
                _ = reserve(id, description.schema(id), named(id) ?? identity)
                break
            }
            chain.append((id, named(id) ?? chain.last?.identity ?? identity))
            current = aliased(description.schema(id)).map { description.resolved($0.part) }
        }
        for (id, identity) in chain.reversed() where known[id] == nil { _ = laterOrNow(id, identity) }
        return known[first].map(settled) ?? TypeUse(add(.any, identity, description.schema(first)))
    }

    private mutating func laterOrNow(_ id: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        aliased(description.schema(id)) == nil ? laterType(of: id, identity) : resolveNow(id, identity)
    }

    private mutating func reportSelf(_ type: TypeID) {
        api[type].shape = .any
        // A ring of references was reported where they were bound.
        guard arena.value(in: api[type].origin, for: "$ref") == nil else { return }
        reportUnsupported("a schema that is made of itself alone", at: api[type].origin, instead: "it is kept as JSON")
    }
}

// MARK: Schemas

extension Resolver {
    /// The schema that another one is in full, apart from words: a single part of `allOf`, a single variant beside null,
    /// a reference with a description.
    func aliased(_ schema: Schema) -> (part: SchemaID, isNullable: Bool)? {
        if let reference = schema.ref {
            guard !schema.hasShapeKeywords else { return nil }
            return description.schemaID(of: reference).map { ($0, false) }
        }
        guard !schema.isObjectLike, schema.discriminator == nil else { return nil }
        if !schema.allOf.isEmpty { return onlyPart(of: schema).map { ($0, false) } }
        let parts = schema.oneOf + schema.anyOf
        let others = parts.filter { !isNull($0) }
        return others.count == 1 ? (others[0], others.count < parts.count) : nil
    }
}

extension Schema {
    /// Whether nothing else has to be resolved for its type.
    fileprivate var isLeaf: Bool {
        ref == nil && discriminator == nil && !isObject && allOf.isEmpty && oneOf.isEmpty && anyOf.isEmpty
            && items == nil
            && prefixItems.isEmpty && types.count <= 1 && types != [.array]
    }

    fileprivate var isObject: Bool { isObjectLike || types == [.object] }
}
