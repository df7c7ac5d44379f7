extension Resolver {
    /// A schema with a discriminator and no choice of its own: a union of those that have it in `allOf`.
    ///
    /// For example, `Pet` with `discriminator: { propertyName: kind }`, and `Cat: { allOf: [{ $ref: Pet }, …] }`. Nil where the
    /// schema is nobody's parent.
    mutating func resolveParent(_ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity) -> TypeUse? {
        guard let discriminator = discriminator(schema), schema.oneOf.isEmpty, schema.anyOf.isEmpty else { return nil }
        let mapped = discriminator.mapping.map(\.schema) + [discriminator.fallback].compactMap { $0 }
        var members: [SchemaID] = []
        for child in descendants(of: id) + mapped where child != id && !members.contains(child) {
            members.append(child)
        }
        guard !members.isEmpty else { return nil }
        let union = begin(id, schema, identity)
        var variants = members.enumerated().map { index, child in
            variant(type(of: child, identity.part(.variant(word(for: child, index)))), child, index)
        }
        if mapped.contains(id) { variants.append(base(schema, id, identity)) }
        return settle(union, variants, discriminator, identity)
    }

    /// The parent itself, where the mapping names it.
    private mutating func base(_ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity) -> UnionShape.Variant {
        let own = identity.part(.variant("base"))
        let type = add(.object(ObjectShape(properties: [], isOpen: true)), own, schema)
        var list = MemberList()
        collect(id, into: &list, own)
        complete(type, list, own, schema)
        return UnionShape.Variant(use: TypeUse(type), label: "base", name: nil, schema: id, origin: schema.node)
    }

    /// The named schemas that have a schema in `allOf`, and those that have them; one with a discriminator of its own stands for
    /// its own descendants.
    private mutating func descendants(of id: SchemaID) -> [SchemaID] {
        let children = self.children ?? findChildren()
        self.children = children
        var found: [SchemaID] = []
        var visited: Set<SchemaID> = [id]
        var pending = Array((children[id] ?? []).reversed())
        while let next = pending.popLast() {
            guard visited.insert(next).inserted else { continue }
            found.append(next)
            if description.schema(next).discriminator == nil { pending += (children[next] ?? []).reversed() }
        }
        return found
    }

    private func findChildren() -> [SchemaID: [SchemaID]] {
        var children: [SchemaID: [SchemaID]] = [:]
        let ids = description.schemaIndices.sorted {
            description.schema($0).node.index < description.schema($1).node.index
        }
        for id in ids {
            let schema = description.schema(id)
            guard !schema.allOf.isEmpty || schema.ref != nil, !schema.isPureReference, named(id) != nil else {
                continue
            }
            let parents = schema.allOf + [schema.ref.flatMap { description.schemaID(of: $0) }].compactMap { $0 }
            for parent in parents where description.schema(parent).ref != nil || schema.ref != nil {
                children[description.resolved(parent), default: []].append(id)
            }
        }
        return children
    }
}
