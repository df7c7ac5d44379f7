extension Resolver {
    /// The bounds of a value in a place: those of its schema, of the schemas that it refers to or is composed of, and of the
    /// elements or values in it, as far as no declared type says them itself.
    ///
    /// For example, `{ type: array, items: { $ref: '#/components/schemas/Name' } }` has the bounds of `Name` for each element.
    func bounds(of id: SchemaID, depth: Int = 0) -> Bounds {
        var bounds = Bounds()
        var seen: Set<SchemaID> = []
        var pending = [id]
        // Who composes more than this many schemas has said enough.
        while seen.count < 64, let next = pending.popLast() {
            guard seen.insert(next).inserted else { continue }
            let schema = description.schema(next)
            let isOwn = next == id
            guard isOwn && depth == 0 || !isDeclared(schema) else { continue }
            if schema.ref == nil || !schema.isPureReference {
                add(schema, to: &bounds, isOwn: isOwn && depth == 0, isInner: depth > 0)
            }
            if depth < 4 {
                addElements(of: schema, to: &bounds, depth)
                if isOwn || named(next) == nil { addAlternatives(of: schema, to: &bounds, depth) }
            }
            pending += schema.allOf.reversed()
            if let target = schema.ref.flatMap({ description.schemaID(of: $0) }) { pending.append(target) }
            if schema.allOf.isEmpty, schema.ref == nil, let part = aliased(schema)?.part { pending.append(part) }
        }
        return bounds
    }

    /// - Parameters:
    ///   - isOwn: Whether the schema is that of the place, whose constant is no word but the type.
    ///   - isInner: Whether the place is an element or an alternative, whose default nothing else says.
    private func add(_ schema: Schema, to bounds: inout Bounds, isOwn: Bool, isInner: Bool) {
        var phrases = constraints(of: schema)
        let constants = isOwn ? [] : constantText(schema)
        if isInner { bounds.constants += constants } else { phrases += constants.map { "always \($0)" } }
        if isInner, let text = schema.defaultValue.flatMap(defaultText) {
            phrases.append("by default \(text.isEmpty ? "empty" : "`\(text)`")")
        }
        for phrase in phrases where !bounds.phrases.contains(phrase) { bounds.phrases.append(phrase) }
        if !phrases.isEmpty || !constants.isEmpty || schema.defaultValue != nil {
            bounds.sources += sources(of: schema)
        }
    }

    /// A schema, and those inside of it that are only said in words.
    func sources(of schema: Schema) -> [Node] {
        let inner = [schema.applicators.propertyNames, schema.applicators.contains].compactMap(\.self)
        return [schema.node] + inner.map { description.schema(description.resolved($0)).node }
    }

    /// What is said of each element of an array, or of each value of a map.
    private func addElements(of schema: Schema, to bounds: inout Bounds, _ depth: Int) {
        let parts = [
            ("element", schema.prefixItems.isEmpty ? schema.items : nil),
            ("value", schema.properties.isEmpty ? schema.additionalProperties : nil),
        ]
        for (noun, part) in parts {
            guard let part, !isDeclared(description.schema(part)) else { continue }
            let inner = self.bounds(of: part, depth: depth + 1)
            for phrase in inner.words { bounds.phrases.append("each \(noun) \(phrase)") }
            bounds.sources += inner.sources
        }
    }

    /// What is said of the alternatives of a choice that are no declared types.
    func addAlternatives(of schema: Schema, to bounds: inout Bounds, _ depth: Int) {
        guard aliased(schema) == nil else { return }
        var constants: [String] = []
        for part in schema.oneOf + schema.anyOf where !isDeclared(description.schema(description.resolved(part))) {
            let inner = self.bounds(of: part, depth: depth + 1)
            let kind = description.schema(description.resolved(part)).types.first { $0 != .null }?.rawValue
            for phrase in inner.phrases {
                let word = kind.map { "as \("aeio".contains($0.first ?? " ") ? "an" : "a") \($0) " } ?? ""
                if !bounds.phrases.contains(word + phrase) { bounds.phrases.append(word + phrase) }
            }
            constants += inner.constants.filter { !constants.contains($0) }
            bounds.sources += inner.sources
        }
        if !constants.isEmpty { bounds.phrases.append("can be " + constants.joined(separator: ", ")) }
    }

    /// The only value there is, where no member says it.
    private func constantText(_ schema: Schema) -> [String] {
        guard schema.const != nil || schema.enumeration != nil, let value = constant(of: schema), value != .null else {
            return []
        }
        let text = value.string ?? value.description
        return [text.isEmpty ? "empty" : "`\(text)`"]
    }

    /// Whether a schema has a type with documentation of its own.
    private func isDeclared(_ schema: Schema) -> Bool {
        !schema.properties.isEmpty || !schema.prefixItems.isEmpty || schema.enumeration.map { $0.count > 1 } ?? false
    }
}
