extension Resolver {
    /// A string with named values; nil where the schema is something else.
    ///
    /// A single value is a constant: where it is a member, the member says so; elsewhere it is a string like any other.
    mutating func resolveEnumeration(_ schema: Schema, _ identity: TypeIdentity) -> TypeUse? {
        guard let values = schema.enumeration else { return nil }
        let strings = values.filter { !arena.isNull($0) }
        let isNullable = strings.count < values.count
        guard strings.allSatisfy({ arena.string($0) != nil }), !strings.isEmpty else {
            let instead = "the values are not named"
            reportUnsupported(
                "an enumeration of other values than strings", at: schema.node, key: "enum", instead: instead)
            return nil
        }
        let type: TypeID
        if strings.count == 1 {
            type = add(.string(format: schema.format), identity, schema)
        } else {
            type = add(.enumeration(enumeration(strings, schema)), identity, schema)
        }
        return TypeUse(type, isNullable: isNullable)
    }

    /// `anyOf` of strings, at least one of them with named values: an open enumeration; nil where it is something else.
    mutating func resolveOpenEnumeration(
        _ parts: [SchemaID], _ schema: Schema, _ identity: TypeIdentity
    ) -> TypeUse? {
        let schemas = parts.map { description.schema(description.resolved($0)) }
        let isStrings = schemas.allSatisfy { part in
            (part.types == [.string] || (part.types.isEmpty && part.enumeration != nil)) && part.ref == nil
        }
        let values = schemas.flatMap { $0.enumeration ?? [] }
        guard isStrings, !values.isEmpty, values.allSatisfy({ arena.string($0) != nil }) else { return nil }
        return TypeUse(add(.enumeration(enumeration(values, schema)), identity, schema))
    }

    private func enumeration(_ nodes: [Node], _ schema: Schema) -> EnumerationShape {
        var seen: Set<String> = []
        let values = nodes.compactMap { node -> EnumerationShape.Value? in
            guard let text = arena.string(node), seen.insert(text).inserted else { return nil }
            return .init(text: text, origin: node)
        }
        return EnumerationShape(values: values, isClosed: isClosed(schema))
    }

    /// `x-enumeration: closed` says that other values are errors.
    private func isClosed(_ schema: Schema) -> Bool {
        arena.value(in: schema.node, for: "x-enumeration").flatMap(arena.string) == "closed"
    }
}
