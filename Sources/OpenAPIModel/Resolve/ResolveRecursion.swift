extension Resolver {
    /// What stands for the type of a schema that is only another name for a type that contains it.
    ///
    /// For example, `Tree: { oneOf: [{ properties: { left: { $ref: Tree } } }] }`: the only part is the type.
    mutating func placeholder(for id: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        if let placeholder = placeholders[id] { return TypeUse(placeholder) }
        let placeholder = add(.any, identity, description.schema(id))
        placeholders[id] = placeholder
        return TypeUse(placeholder)
    }

    /// Puts the types in the place of what stood for them.
    mutating func fillPlaceholders() {
        guard !placeholders.isEmpty else { return }
        var substitutes: [TypeID: TypeUse] = [:]
        for (schema, placeholder) in placeholders {
            guard let use = known[schema] else { continue }
            if use.type == placeholder { continue }
            substitutes[placeholder] = use
        }
        for id in placeholders.values.sorted(by: { $0.index < $1.index }) where substitutes[id] == nil {
            diagnostics.error(
                "schema-cycle", "the schema says nothing but that it is itself; any value is taken",
                at: arena.range(of: api[id].origin))
        }
        for id in api.typeIDs {
            api[id].shape = api[id].shape.mapping { use in
                guard let substitute = substitutes[use.type] else { return use }
                return TypeUse(substitute.type, isNullable: use.isNullable || substitute.isNullable)
            }
        }
    }
}

extension Shape {
    /// The shape with every use of a type replaced.
    func mapping(_ replace: (TypeUse) -> TypeUse) -> Shape {
        switch self {
        case .object(var object):
            for index in object.properties.indices {
                object.properties[index].use = replace(object.properties[index].use)
            }
            return .object(object)
        case .array(let element): return .array(of: replace(element))
        case .tuple(let elements): return .tuple(elements.map(replace))
        case .map(let value): return .map(of: replace(value))
        case .union(var union):
            for index in union.variants.indices { union.variants[index].use = replace(union.variants[index].use) }
            return .union(union)
        case .string, .binary, .integer, .number, .boolean, .null, .enumeration, .any, .never: return self
        }
    }
}
