import TrunklineJSON

extension Resolver {
    /// What a value in a place has to satisfy beside its type: the bounds of its schema, of those that it refers to or is
    /// composed of, and of the elements or values in it, as far as no declared type has them itself.
    ///
    /// What only some of several alternatives ask for is not in here, nor are patterns: a text can be checked against one
    /// only by a matcher of regular expressions that cannot be kept busy.
    func rules(of id: SchemaID, depth: Int = 0) -> [ValueRule] {
        guard configuration.validates else { return [] }
        var rules: [ValueRule] = []
        var seen: Set<SchemaID> = []
        var pending = [id]
        while seen.count < 64, let next = pending.popLast() {
            let schema = description.schema(next)
            guard seen.insert(next).inserted, !hasRulesOfItsOwn(schema) else { continue }
            rules += self.rules(of: schema).filter { !rules.contains($0) }
            if depth < 4, let inner = elements(of: schema) {
                let each = self.rules(of: inner, depth: depth + 1)
                if !each.isEmpty { rules.append(.each(each)) }
            }
            pending += schema.allOf.reversed()
            if let target = schema.ref.flatMap({ description.schemaID(of: $0) }) { pending.append(target) }
        }
        return rules
    }

    /// What an object with members of its own has to satisfy as a whole.
    func rules(ofObject schema: Schema) -> [ValueRule] {
        guard configuration.validates else { return [] }
        let counts: [ValueRule?] = [
            schema.limits.minProperties.map { .minProperties($0) },
            schema.limits.maxProperties.map { .maxProperties($0) },
        ]
        return counts.compactMap(\.self)
            + schema.applicators.dependentRequired.map { .dependentRequired($0.name, $0.value) }
    }

    private func rules(of schema: Schema) -> [ValueRule] {
        let limits = schema.limits
        var rules: [ValueRule?] = [
            limits.minLength.map { .minLength($0) }, limits.maxLength.map { .maxLength($0) },
            limits.minItems.map { .minItems($0) }, limits.maxItems.map { .maxItems($0) },
            limits.uniqueItems ? .uniqueItems : nil, number(limits.multipleOf).map { .multipleOf($0) },
        ]
        rules += [
            number(limits.minimum).map { limits.exclusiveMinimum.isFlag ? .exclusiveMinimum($0) : .minimum($0) },
            number(limits.maximum).map { limits.exclusiveMaximum.isFlag ? .exclusiveMaximum($0) : .maximum($0) },
            number(limits.exclusiveMinimum.number).map { .exclusiveMinimum($0) },
            number(limits.exclusiveMaximum.number).map { .exclusiveMaximum($0) },
        ]
        return rules.compactMap(\.self) + self.rules(ofObject: schema)
    }

    private func number(_ node: Node?) -> JSONNumber? {
        guard let node, case .number(let number) = arena.json(node) else { return nil }
        return number
    }

    private func elements(of schema: Schema) -> SchemaID? {
        if !schema.prefixItems.isEmpty || !schema.properties.isEmpty { return nil }
        return schema.items ?? schema.additionalProperties
    }

    /// Whether the type of a schema checks itself.
    private func hasRulesOfItsOwn(_ schema: Schema) -> Bool {
        !schema.properties.isEmpty || !schema.prefixItems.isEmpty
    }
}

extension ExclusiveLimit? {
    /// Whether the limit beside it is not included, as OpenAPI 3.0 says it.
    fileprivate var isFlag: Bool { if case .flag(true) = self { true } else { false } }

    fileprivate var number: Node? { if case .value(let node) = self { node } else { nil } }
}
