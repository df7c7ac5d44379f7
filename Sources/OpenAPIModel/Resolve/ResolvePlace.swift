extension Resolver {
    /// The identity of a schema inside a component as its place gives it, whoever refers to it.
    ///
    /// For example, `#/components/schemas/Pet/properties/owner` is the member `owner` of `Pet`, also where the first to need
    /// it is an operation. Nil where the schema is in no component.
    func placeIdentity(of id: SchemaID) -> TypeIdentity? {
        var steps: [TypeIdentity.Step] = []
        var current = description.schema(id).node
        while let (around, step) = enclosingSchema(of: current) {
            if let step { steps.append(step) }
            if let owner = named(around) { return steps.reversed().reduce(owner) { $0.part($1) } }
            current = description.schema(around).node
        }
        return nil
    }

    /// The schema that a schema is written in, and the step from it, if there is one.
    private func enclosingSchema(of node: Node) -> (SchemaID, TypeIdentity.Step?)? {
        guard let parent = arena.parent(of: node), let place = arena.place(of: node, in: parent) else { return nil }
        if let around = description.schemaID(at: parent) {
            switch arena.entries(of: parent).dropFirst(place).first?.key {
            case "items": return (around, .element)
            case "additionalProperties": return (around, .additional)
            default: return nil
            }
        }
        guard let holder = arena.parent(of: parent), let around = description.schemaID(at: holder) else { return nil }
        switch description.schema(around).keyword(of: parent, in: arena) {
        case "properties": return (around, .member(arena.entries(of: parent).dropFirst(place).first?.key ?? ""))
        case "oneOf", "anyOf": return variantStep(node, around)
        case "allOf": return (around, nil)
        default: return nil
        }
    }

    private func variantStep(_ node: Node, _ around: SchemaID) -> (SchemaID, TypeIdentity.Step?)? {
        let union = description.schema(around)
        let parts = union.oneOf + union.anyOf
        guard let id = description.schemaID(at: node), let index = parts.firstIndex(of: id) else { return nil }
        let others = parts.filter { !isNull($0) }
        return (around, others.count == 1 ? nil : .variant(word(for: id, others.firstIndex(of: id) ?? index)))
    }
}

extension Schema {
    /// The keyword that a value in the schema stands under.
    fileprivate func keyword(of value: Node, in arena: NodeArena) -> String? {
        arena.place(of: value, in: node).flatMap { arena.entries(of: node).dropFirst($0).first?.key }
    }
}
