extension Resolver {
    /// What a schema says to people.
    func documentation(of schema: Schema) -> Documentation {
        var documentation = Documentation(
            title: schema.title, text: schema.description, constraints: constraints(of: schema),
            url: schema.externalDocs?.url)
        documentation.isDeprecated = schema.deprecated
        return documentation
    }

    /// Bounds and the default as phrases.
    private func constraints(of schema: Schema) -> [String] {
        let limits = schema.limits
        var phrases: [String] = []
        phrases += range("characters", limits.minLength, limits.maxLength)
        phrases += range("elements", limits.minItems, limits.maxItems)
        phrases += range("members", limits.minProperties, limits.maxProperties)
        if limits.uniqueItems { phrases.append("no element twice") }
        phrases += numberRange(limits)
        if let multiple = limits.multipleOf.flatMap(arena.scalarText) { phrases.append("a multiple of \(multiple)") }
        if let pattern = limits.pattern { phrases.append("matches `\(pattern)`") }
        if let value = schema.defaultValue, let text = arena.scalarText(value) {
            phrases.append("by default \(arena.isNull(value) ? "null" : "`\(text)`")")
        }
        return phrases
    }

    private func range(_ noun: String, _ minimum: Int?, _ maximum: Int?) -> [String] {
        switch (minimum, maximum) {
        case (nil, nil): []
        case (let minimum?, let maximum?) where minimum == maximum: ["exactly \(minimum) \(noun)"]
        case (let minimum?, let maximum?): ["\(minimum) to \(maximum) \(noun)"]
        case (let minimum?, nil): ["at least \(minimum) \(noun)"]
        case (nil, let maximum?): ["at most \(maximum) \(noun)"]
        }
    }

    private func numberRange(_ limits: SchemaLimits) -> [String] {
        let bounds: [(String, Node?)] = [("at least", limits.minimum), ("at most", limits.maximum)]
        var phrases = bounds.compactMap { word, node in node.flatMap(arena.scalarText).map { "\(word) \($0)" } }
        if case .value(let node) = limits.exclusiveMinimum, let text = arena.scalarText(node) {
            phrases.append("more than \(text)")
        }
        if case .value(let node) = limits.exclusiveMaximum, let text = arena.scalarText(node) {
            phrases.append("less than \(text)")
        }
        return phrases
    }
}
