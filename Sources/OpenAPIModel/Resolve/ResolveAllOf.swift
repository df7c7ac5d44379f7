extension Resolver {
    /// `allOf` of several parts: objects are flattened into one, of other types the narrowest is taken.
    mutating func resolveAllOf(_ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        let parts = schema.allOf.filter(saysMore)
        var own = schema
        own.allOf = []
        if parts.isEmpty, !own.isObjectLike { return resolveShape(own, id, identity) }
        guard own.isObjectLike || own.types == [.object] || parts.contains(where: isObject) else {
            return resolveNarrowest(parts, own, schema, id, identity)
        }
        var use = resolveObject(schema, id, identity)
        if !parts.isEmpty, !own.hasShapeKeywords, parts.allSatisfy(allowsNull) { use.isNullable = true }
        return use
    }

    /// The part that a schema is in full, apart from words.
    func onlyPart(of schema: Schema) -> SchemaID? {
        let parts = schema.allOf.filter(saysMore)
        var own = schema
        own.allOf = []
        guard parts.count == 1, !own.hasShapeKeywords || own.isOnly(.object), !isChild(schema, of: parts[0]) else {
            return nil
        }
        return parts[0]
    }

    /// Whether a schema with a name of its own is one of its parent's variants, not another name for all of them.
    private func isChild(_ schema: Schema, of part: SchemaID) -> Bool {
        let parent = description.schema(description.resolved(part))
        guard parent.discriminator != nil, parent.oneOf.isEmpty, parent.anyOf.isEmpty else { return false }
        return description.schemaID(at: schema.node).flatMap(named) != nil
    }

    /// Whether a part is more than words.
    private func saysMore(_ part: SchemaID) -> Bool {
        let schema = description.schema(description.resolved(part))
        return schema.ref != nil || schema.hasShapeKeywords || schema.form == .never
    }

    /// Reports what is not expressed of parts that are left out, for they say nothing else.
    mutating func reportSkippedParts(_ schema: Schema) {
        for part in schema.allOf where !saysMore(part) {
            reportIgnoredKeywords(description.schema(description.resolved(part)))
        }
    }

    /// Whether a schema, or one that it is made of, speaks of objects.
    private func isObject(_ id: SchemaID) -> Bool {
        isAny(of: id, { $0.isObjectLike || $0.types.contains(.object) }, besides: { $0.allOf + $0.oneOf + $0.anyOf })
    }

    /// Whether null is a value of a schema, or of one that it chooses from.
    private func allowsNull(_ id: SchemaID) -> Bool {
        isAny(of: id, { $0.nullable || $0.types.contains(.null) || isNull($0) }, besides: { $0.oneOf + $0.anyOf })
    }

    /// Whether something is true of a schema, of what it refers to, or of parts of these.
    private func isAny(
        of id: SchemaID, _ isTrue: (Schema) -> Bool, besides parts: (Schema) -> [SchemaID]
    ) -> Bool {
        var visited: Set<SchemaID> = []
        var pending = [id]
        while let next = pending.popLast() {
            let target = description.resolved(next)
            guard visited.insert(target).inserted else { continue }
            let schema = description.schema(target)
            if isTrue(schema) { return true }
            pending += parts(schema) + (schema.ref.flatMap { description.schemaID(of: $0) }.map { [$0] } ?? [])
        }
        return false
    }

    /// The type that all parts allow, where none speaks of objects.
    private mutating func resolveNarrowest(
        _ parts: [SchemaID], _ own: Schema, _ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity
    ) -> TypeUse {
        var uses = parts.map { (use: type(of: $0, identity), node: description.schema($0).node) }
        if own.hasShapeKeywords { uses.append((resolveShape(own, id, identity), schema.node)) }
        guard var result = uses.first else { return TypeUse(add(.any, identity, schema)) }
        for part in uses.dropFirst() {
            if let both = narrow(result.use, part.use, identity) {
                result = (both, part.node)
            } else {
                diagnostics.warning(
                    "allof-conflict", "an earlier part is of another type; this one is used",
                    at: arena.range(of: part.node),
                    related: [.init("the earlier one", arena.range(of: result.node))])
                result = part
            }
        }
        return result.use
    }
}

extension Schema {
    /// Whether the schema says nothing but that it is of a type.
    fileprivate func isOnly(_ type: SchemaType) -> Bool {
        var rest = self
        rest.types = []
        return types == [type] && !rest.hasShapeKeywords
    }
}
