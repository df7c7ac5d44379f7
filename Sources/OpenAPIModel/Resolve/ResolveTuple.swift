extension Resolver {
    /// An array whose first elements have schemas of their own.
    ///
    /// An element has to be there where `minItems` says so. It is called by its title, or by its place.
    mutating func resolveTuple(_ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        let tuple = begin(id, schema, identity)
        var names: Set<String> = []
        var elements: [Property] = []
        for (index, item) in schema.prefixItems.enumerated() {
            var name = description.schema(description.resolved(item)).title ?? "element\(index)"
            if !names.insert(name).inserted { name = "element\(index)" }
            elements.append(element(item, name, isRequired: index < (schema.limits.minItems ?? 0), identity))
        }
        let (isOpen, rest) = restOfTuple(schema, identity)
        api[tuple].shape = .tuple(ObjectShape(properties: elements, isOpen: isOpen, additional: rest))
        return TypeUse(tuple)
    }

    private mutating func element(
        _ item: SchemaID, _ name: String, isRequired: Bool, _ identity: TypeIdentity
    ) -> Property {
        let schema = description.schema(item)
        let bounds = bounds(of: item)
        var documentation = documentation(of: item, bounds)
        documentation.title = nil
        return Property(
            name: name, use: laterType(of: item, identity.part(.member(name))), isRequired: isRequired,
            directions: [.sent, .received], constant: nil,
            documentation: documentation, origin: schema.node)
    }

    /// Whether more elements may follow, and their type, if they have one.
    private mutating func restOfTuple(_ schema: Schema, _ identity: TypeIdentity) -> (isOpen: Bool, use: TypeUse?) {
        let isFull = schema.limits.maxItems.map { $0 <= schema.prefixItems.count } ?? false
        guard !isFull, let rest = schema.items ?? schema.applicators.unevaluatedItems else { return (!isFull, nil) }
        switch description.schema(rest).form {
        case .never: return (false, nil)
        case .always: return (true, nil)
        case .keywords:
            let use = laterType(of: rest, identity.part(.element))
            return (true, isAny(use) ? nil : use)
        }
    }
}
