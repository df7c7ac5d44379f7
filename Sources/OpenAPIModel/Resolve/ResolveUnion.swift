extension Resolver {
    /// `oneOf` and `anyOf`: one of several types.
    mutating func resolveUnion(_ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        if schema.isObjectLike { return resolveObject(schema, id, identity) }
        var visited: Set<SchemaID> = [description.resolved(id)]
        let parts = parts(of: schema, &visited)
        let others = unique(parts.filter { !isNull($0) && !isNever($0) })
        let isNullable = parts.contains(where: isNull)
        var use: TypeUse
        if others.isEmpty {
            use = TypeUse(add(isNullable ? .null : .any, identity, schema))
        } else if others.count == 1, schema.discriminator == nil {
            use = type(of: others[0], identity)
        } else {
            use = resolveVariants(others, schema, id, identity)
        }
        if isNullable { use.isNullable = true }
        return use
    }

    /// The parts of `oneOf` and `anyOf`; a choice that stands in a part without a name of its own is part of this one.
    private mutating func parts(of schema: Schema, _ visited: inout Set<SchemaID>) -> [SchemaID] {
        var parts: [SchemaID] = []
        for part in schema.oneOf + schema.anyOf {
            let target = description.resolved(part)
            let inner = description.schema(target)
            if visited.contains(target) {
                diagnostics.warning(
                    "schema-cycle", "a choice between a schema and itself says nothing; this part is left out",
                    at: arena.range(of: description.schema(part).node))
            } else if part == target, named(target) == nil, inner.isPureChoice, inner.discriminator == nil,
                !inner.nullable,
                visited.count < 1000
            {
                visited.insert(target)
                parts += self.parts(of: inner, &visited)
            } else {
                parts.append(part)
            }
        }
        return parts
    }

    /// Each schema once, however often it is referred to.
    private func unique(_ parts: [SchemaID]) -> [SchemaID] {
        var seen: Set<SchemaID> = []
        return parts.filter { seen.insert(description.resolved($0)).inserted }
    }

    func isNull(_ id: SchemaID) -> Bool { isNull(description.schema(description.resolved(id))) }

    func isNull(_ schema: Schema) -> Bool {
        schema.types == [.null] || schema.const.map(arena.isNull) == true
            || schema.enumeration.map { !$0.isEmpty && $0.allSatisfy(arena.isNull) } == true
    }

    /// `false` fits nothing.
    private func isNever(_ id: SchemaID) -> Bool { description.schema(description.resolved(id)).form == .never }

    private mutating func resolveVariants(
        _ parts: [SchemaID], _ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity
    ) -> TypeUse {
        let union = begin(id, schema, identity)
        var variants: [UnionShape.Variant] = []
        for (index, part) in parts.enumerated() {
            let word = word(for: part, index)
            let use = type(of: part, identity.part(.variant(word)))
            variants.append(variant(use, part, index))
        }
        return settle(union, variants, discriminator(schema), identity)
    }

    /// One of the types, called by its component or by what tells it apart.
    func variant(_ use: TypeUse, _ part: SchemaID, _ index: Int) -> UnionShape.Variant {
        let name = description.origin(of: description.resolved(part)).name
        return UnionShape.Variant(
            use: use, label: name ?? word(for: part, index), name: name, schema: description.resolved(part),
            origin: description.schema(part).node)
    }

    /// Merges what is of one kind and makes the union of the rest, which is decided when everything is resolved.
    mutating func settle(
        _ union: TypeID, _ variants: [UnionShape.Variant], _ discriminator: UnionShape.Discriminator?,
        _ identity: TypeIdentity
    ) -> TypeUse {
        let isNullable = variants.contains { $0.use.isNullable }
        let merged = merge(variants, for: union, identity)
        if merged.count == 1, discriminator == nil || !isObject(merged[0].use.type) {
            let type = merged[0].use.type
            if isDeclared(type), type != union { return TypeUse(type, isNullable: isNullable) }
            api[union].shape = api[type].shape
            if type != union { api[union].alike += api[type].alike }
        } else {
            api[union].shape = .union(UnionShape(variants: merged, discriminator: discriminator))
            pendingUnions.append(union)
        }
        return TypeUse(union, isNullable: isNullable)
    }

    private func isObject(_ id: TypeID) -> Bool { if case .object = api[id].shape { true } else { false } }

    /// Whether a type is one of its own, which others can refer to.
    func isDeclared(_ id: TypeID) -> Bool {
        switch api[id].shape {
        case .object, .tuple, .enumeration, .union: true
        case .array, .map, .string, .binary, .integer, .number, .boolean, .null, .any, .never: false
        }
    }

    /// What an inline variant is called: its title, the first constant that it requires, or its place.
    func word(for part: SchemaID, _ index: Int) -> String {
        let schema = description.schema(description.resolved(part))
        if let title = schema.title { return title }
        for property in schema.properties where schema.required.contains(property.name) {
            guard let constant = constant(of: description.schema(description.resolved(property.value))) else {
                continue
            }
            return constant.string ?? constant.description
        }
        return "\(index + 1)"
    }

    /// What a schema says about telling its variants apart.
    func discriminator(_ schema: Schema) -> UnionShape.Discriminator? {
        guard let discriminator = schema.discriminator else { return nil }
        let mapping = discriminator.mapping.compactMap { entry in
            description.schemaID(of: entry.value).map { (tag: entry.name, schema: description.resolved($0)) }
        }
        let fallback = discriminator.defaultMapping.flatMap { description.schemaID(of: $0) }
        return .init(
            member: discriminator.propertyName, mapping: mapping, fallback: fallback.map { description.resolved($0) })
    }
}

extension Schema {
    /// Whether the schema is a choice and nothing else but words about it.
    var isPureChoice: Bool {
        (!oneOf.isEmpty || !anyOf.isEmpty) && !isObjectLike && allOf.isEmpty && ref == nil
            && (types.isEmpty || types == [.object])
    }
}
