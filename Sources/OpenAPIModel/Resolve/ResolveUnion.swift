extension Resolver {
    /// `oneOf` and `anyOf`: one of several types.
    mutating func resolveUnion(_ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        if schema.isObjectLike { return resolveObject(schema, id, identity) }
        let parts = schema.oneOf + schema.anyOf
        let others = parts.filter { !isNull($0) }
        let isNullable = others.count < parts.count
        var use: TypeUse
        if others.count == 1 {
            use = type(of: others[0], identity)
        } else if let enumeration = resolveOpenEnumeration(others, schema, identity) {
            use = enumeration
        } else {
            use = resolveVariants(others, schema, id, identity)
        }
        if isNullable { use.isNullable = true }
        return use
    }

    private func isNull(_ id: SchemaID) -> Bool {
        let schema = description.schema(description.resolved(id))
        return schema.types == [.null] || schema.const.map(arena.isNull) == true
    }

    private mutating func resolveVariants(
        _ parts: [SchemaID], _ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity
    ) -> TypeUse {
        // The id comes first: a union may contain itself.
        let union = add(.any, identity, schema)
        known[id] = TypeUse(union)
        let tags = mappedTags(schema.discriminator)
        let variants = parts.enumerated().map { index, part in
            variant(part, tags, schema.discriminator?.propertyName, identity.part(.variant(word(for: part, index))))
        }
        let use = resolveDecision(
            withoutSharedTags(variants), discriminator: schema.discriminator?.propertyName, schema, identity)
        api[union].shape = api[use.type].shape
        if use.type.index == api.types.count - 1 { api.types.removeLast() }
        return TypeUse(union)
    }

    /// What an inline variant is called: its title, the first constant that it requires, or its place.
    private func word(for part: SchemaID, _ index: Int) -> String {
        let schema = description.schema(description.resolved(part))
        let constants = schema.properties.lazy.filter { schema.required.contains($0.name) }.compactMap { property in
            constant(of: description.schema(description.resolved(property.value)))
        }
        return schema.title ?? constants.first.map { $0.string ?? $0.description } ?? "\(index + 1)"
    }

    /// The values that a discriminator's mapping gives each schema.
    private func mappedTags(_ discriminator: Discriminator?) -> [SchemaID: [String]] {
        var tags: [SchemaID: [String]] = [:]
        for entry in discriminator?.mapping ?? [] {
            guard let target = description.schemaID(of: entry.value) else { continue }
            tags[description.resolved(target), default: []].append(entry.name)
        }
        return tags
    }

    private mutating func variant(
        _ part: SchemaID, _ mapped: [SchemaID: [String]], _ discriminator: String?, _ identity: TypeIdentity
    ) -> UnionShape.Variant {
        let target = description.resolved(part)
        let use = type(of: part, identity)
        let name = description.origin(of: target).name
        var tags = mapped[target] ?? []
        if tags.isEmpty, let discriminator {
            tags = [constant(discriminator, of: use)].compactMap { $0 }
            if tags.isEmpty, let name { tags = [name] }
        }
        return UnionShape.Variant(
            use: use, tags: tags, label: tags.first ?? name ?? label(of: use), origin: description.schema(part).node)
    }

    /// What a type without a name is called among variants.
    private func label(of use: TypeUse) -> String {
        switch api[use.type].shape {
        case .object, .map: "object"
        case .array, .tuple: "array"
        case .string, .binary, .enumeration: "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .null, .never: "null"
        case .union, .any: "value"
        }
    }

    /// The value of a member that may have only one.
    private func constant(_ name: String, of use: TypeUse) -> String? {
        guard case .object(let object) = api[use.type].shape else { return nil }
        return object.properties.first { $0.name == name }?.constant?.string
    }

    /// A tag belongs to the first variant that has it.
    private mutating func withoutSharedTags(_ variants: [UnionShape.Variant]) -> [UnionShape.Variant] {
        var owners: [String: Node] = [:]
        return variants.map { variant in
            var tags: [String] = []
            for tag in variant.tags {
                if let owner = owners[tag] {
                    diagnostics.warning(
                        "union-undecidable", "two variants have the tag `\(tag)`; it means the first of them",
                        at: arena.range(of: variant.origin), related: [.init("the first one", arena.range(of: owner))])
                } else {
                    owners[tag] = variant.origin
                    tags.append(tag)
                }
            }
            return .init(use: variant.use, tags: tags, label: variant.label, origin: variant.origin)
        }
    }

    // MARK: Decision

    /// The union of variants, or any JSON where nothing tells them apart.
    mutating func resolveDecision(
        _ variants: [UnionShape.Variant], discriminator: String?, _ schema: Schema, _ identity: TypeIdentity
    ) -> TypeUse {
        let objects = variants.indices.filter { kind(of: variants[$0].use) == .object }
        var variants = variants
        var discriminator = discriminator
        if discriminator == nil, objects.count > 1 {
            discriminator = tagByConstant(&variants, objects)
        }
        guard let decision = decide(variants, objects, discriminator) else {
            diagnostics.warning(
                "union-undecidable", "nothing tells these variants apart; the value is kept as JSON",
                at: arena.keyRange(in: schema.node, for: schema.oneOf.isEmpty ? "anyOf" : "oneOf"),
                help: "give each variant a required member with a constant of its own, or add a discriminator")
            return TypeUse(add(.any, identity, schema))
        }
        return TypeUse(add(.union(UnionShape(variants: variants, decision: decision)), identity, schema))
    }

    private func decide(
        _ variants: [UnionShape.Variant], _ objects: [Int], _ discriminator: String?
    ) -> UnionShape.Decision? {
        var kinds: [(kind: UnionShape.JSONKind, variant: Int)] = []
        let byKind = discriminator == nil ? Array(variants.indices) : variants.indices.filter { !objects.contains($0) }
        for index in byKind {
            guard let kind = kind(of: variants[index].use), !kinds.contains(where: { $0.kind == kind }) else {
                return nil
            }
            kinds.append((kind, index))
        }
        return .init(discriminator: discriminator, kinds: kinds)
    }

    /// Finds a member that every object requires with a constant of its own, and tags the variants by it.
    private func tagByConstant(_ variants: inout [UnionShape.Variant], _ objects: [Int]) -> String? {
        guard let first = objects.first, case .object(let object) = api[variants[first].use.type].shape else {
            return nil
        }
        for property in object.properties where property.isRequired && property.constant != nil {
            let constants = objects.map { constant(property.name, of: variants[$0].use) }
            let values = constants.compactMap { $0 }
            guard values.count == objects.count, Set(values).count == values.count else { continue }
            for (index, value) in zip(objects, values) {
                let variant = variants[index]
                variants[index] = .init(use: variant.use, tags: [value], label: value, origin: variant.origin)
            }
            return property.name
        }
        return nil
    }

    /// The kind of JSON value that a type is; nil where there are several.
    private func kind(of use: TypeUse) -> UnionShape.JSONKind? {
        switch api[use.type].shape {
        case .object, .map: .object
        case .array, .tuple: .array
        case .string, .binary, .enumeration: .string
        case .integer, .number: .number
        case .boolean: .boolean
        case .null, .union, .any, .never: nil
        }
    }
}
