extension Resolver {
    /// The type of a schema in a place that gives it its identity, where it has none of its own.
    mutating func type(of id: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        let use = laterType(of: id, identity)
        guard depth > 0 else {
            let first = settledCount
            fillPending()
            return sharing(settled(use), since: first)
        }
        return filled(use)
    }

    /// The identity that the description gives a schema.
    func named(_ id: SchemaID) -> TypeIdentity? { description.origin(of: id).name.map(TypeIdentity.named) }

    mutating func resolveSchema(_ id: SchemaID, identity: TypeIdentity) -> TypeUse {
        let schema = description.schema(id)
        switch schema.form {
        case .always: return TypeUse(add(.any, identity, schema))
        case .never: return TypeUse(add(.never, identity, schema))
        case .keywords: break
        }
        reportIgnoredKeywords(schema)
        reportMisplacedKeywords(schema)
        if let reference = schema.ref, let target = description.schemaID(of: reference) {
            return resolveReference(to: target, schema, id, identity)
        }
        var use = resolveShape(schema, id, identity)
        if schema.nullable || isNullableByType(schema) { use.isNullable = true }
        return use
    }

    /// A reference with keywords beside it: words about the place leave the type alone, the rest is flattened.
    private mutating func resolveReference(
        to target: SchemaID, _ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity
    ) -> TypeUse {
        guard schema.hasShapeKeywords else { return laterType(of: target, identity) }
        return resolveObject(schema, id, identity)
    }

    private func isNullableByType(_ schema: Schema) -> Bool {
        schema.types.count > 1 && schema.types.contains(.null)
    }

    mutating func resolveShape(_ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        reportSkippedParts(schema)
        if let (part, isNullable) = aliased(schema) {
            let use = laterType(of: part, identity)
            return TypeUse(use.type, isNullable: use.isNullable || isNullable)
        }
        if let parent = resolveParent(schema, id, identity) { return parent }
        if !schema.allOf.isEmpty { return resolveAllOf(schema, id, identity) }
        if !schema.oneOf.isEmpty || !schema.anyOf.isEmpty { return resolveUnion(schema, id, identity) }
        if let const = schema.const, let use = resolveConstant(const, schema, identity) { return use }
        if let enumeration = resolveEnumeration(schema, identity) { return enumeration }
        let types = schema.types.filter { $0 != .null }
        switch types.count {
        case 0: return resolveUntyped(schema, id, identity)
        case 1: return resolveType(types[0], schema, id, identity)
        default: return resolveTypeList(types, schema, id, identity)
        }
    }

    /// A schema without `type`: its other keywords say what it is about.
    private mutating func resolveUntyped(_ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        if schema.types == [.null] { return TypeUse(add(.null, identity, schema), isNullable: true) }
        if schema.isObjectLike { return resolveObject(schema, id, identity) }
        if !schema.prefixItems.isEmpty { return resolveTuple(schema, id, identity) }
        if let items = schema.items { return resolveArray(items, schema, id, identity) }
        if schema.format != nil {
            return TypeUse(add(formatShape(schema), identity, schema))
        }
        return TypeUse(add(.any, identity, schema))
    }

    private mutating func resolveType(
        _ type: SchemaType, _ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity
    ) -> TypeUse {
        switch type {
        case .object: return resolveObject(schema, id, identity)
        case .array:
            if !schema.prefixItems.isEmpty { return resolveTuple(schema, id, identity) }
            guard let items = schema.items else {
                let element = TypeUse(add(.any, identity.part(.element), schema))
                return TypeUse(add(.array(of: element), identity, schema))
            }
            return resolveArray(items, schema, id, identity)
        case .string: return TypeUse(add(.string(format: textFormat(schema)), identity, schema))
        case .integer: return TypeUse(add(.integer(format: integerFormat(schema)), identity, schema))
        case .number: return TypeUse(add(numberShape(schema), identity, schema))
        case .boolean: return TypeUse(add(.boolean, identity, schema))
        case .null: return TypeUse(add(.null, identity, schema), isNullable: true)
        }
    }

    private mutating func resolveArray(
        _ items: SchemaID, _ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity
    ) -> TypeUse {
        let array = begin(id, schema, identity)
        api[array].shape = .array(of: laterType(of: items, identity.part(.element)))
        return TypeUse(array)
    }

    /// Several types: a union that the kind of a value decides.
    private mutating func resolveTypeList(
        _ types: [SchemaType], _ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity
    ) -> TypeUse {
        // The type that the schema was given is that of the union, not of a variant.
        let union = begin(id, schema, identity)
        let variants = types.map { type in
            UnionShape.Variant(
                use: resolveType(type, schema, id, identity.part(.variant(type.rawValue))), label: type.rawValue,
                name: nil, origin: schema.node)
        }
        known[id] = TypeUse(union)
        return settle(union, variants, nil, identity)
    }

    /// Keywords that change which values fit and that no type expresses.
    mutating func reportIgnoredKeywords(_ schema: Schema) {
        let rare = schema.applicators
        let found: [(String, Bool)] = [
            ("not", schema.not != nil), ("if", rare.ifSchema != nil),
            ("dependentSchemas", !rare.dependentSchemas.isEmpty),
            ("unevaluatedItems", rare.unevaluatedItems != nil && schema.prefixItems.isEmpty),
            ("$dynamicRef", schema.identity.dynamicRef != nil),
            ("contentSchema", rare.contentSchema != nil),
        ]
        for (keyword, isThere) in found where isThere {
            reportUnsupported("`\(keyword)`", at: schema.node, key: keyword, instead: "it is not checked")
        }
    }
}

extension Schema {
    /// Whether the schema speaks of members.
    var isObjectLike: Bool {
        !properties.isEmpty || additionalProperties != nil || !required.isEmpty
            || !applicators.patternProperties.isEmpty || applicators.unevaluatedProperties != nil
    }

    /// Whether there is more than words about the place.
    var hasShapeKeywords: Bool {
        isObjectLike || !types.isEmpty || !allOf.isEmpty || !oneOf.isEmpty || !anyOf.isEmpty || enumeration != nil
            || const != nil || items != nil || !prefixItems.isEmpty
    }
}
