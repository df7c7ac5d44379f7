import OpenAPIModel

extension Description {
    /// The most schemas that one question about a schema looks at.
    private static let visitedCount = 500

    /// A schema and those that it is made of: what `$ref`, `allOf` and, if asked, the alternatives lead to, each once.
    ///
    /// Nil where there are too many of them to tell.
    func parts(of schema: SchemaID, alternatives: Bool) -> [Schema]? {
        var found: [Schema] = []
        var seen: Set<SchemaID> = [schema]
        var pending = [schema]
        while let id = pending.popLast() {
            let part = self.schema(id)
            found.append(part)
            guard found.count <= Self.visitedCount else { return nil }
            var next = part.isPureReference ? [] : part.allOf
            if alternatives, !part.isPureReference { next += part.anyOf + part.oneOf }
            if let target = part.ref.flatMap({ schemaID(of: $0) }) { next.append(target) }
            pending += next.reversed().filter { seen.insert($0).inserted }
        }
        return found
    }

    /// The names of the members that a schema can have; nil where it takes any or cannot be known.
    func memberNames(of schema: SchemaID) -> Set<String>? {
        guard let parts = parts(of: schema, alternatives: true) else { return nil }
        var names: Set<String> = []
        for part in parts {
            let applicators = part.applicators
            let isOpen =
                part.form == .always || part.additionalProperties != nil || !applicators.patternProperties.isEmpty
                || applicators.thenSchema != nil || applicators.elseSchema != nil
                || !applicators.dependentSchemas.isEmpty || applicators.unevaluatedProperties != nil
            let isClosing = part.additionalProperties.map { self.schema($0).form == .never } ?? false
            if isOpen, !isClosing || part.form == .always { return nil }
            if part.ref != nil, part.ref.flatMap({ schemaID(of: $0) }) == nil { return nil }
            names.formUnion(part.isPureReference ? [] : part.properties.map(\.name))
        }
        return names.isEmpty ? nil : names
    }

    /// The member of that name, and whether it is required, in a schema and what it is made of.
    func member(_ name: String, of schema: SchemaID) -> (isDeclared: Bool, isRequired: Bool)? {
        guard let parts = parts(of: schema, alternatives: false) else { return nil }
        let own = parts.filter { !$0.isPureReference }
        return (own.contains { $0.properties[named: name] != nil }, own.contains { $0.required.contains(name) })
    }
}
