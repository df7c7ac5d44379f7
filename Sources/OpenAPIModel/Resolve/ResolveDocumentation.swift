extension Resolver {
    /// What a schema says to people.
    func documentation(of schema: Schema) -> Documentation {
        var documentation = Documentation(
            title: schema.title, text: schema.description, constraints: constraints(of: schema),
            url: schema.externalDocs?.url)
        documentation.isDeprecated = schema.deprecated
        documentation.defaultText = schema.defaultValue.flatMap(defaultText)
        documentation.sources.nodes = sources(of: schema)
        return documentation
    }

    /// What is said of a value in a place: the words of its schema there, and the bounds of all that it is made of.
    func documentation(of id: SchemaID, _ bounds: Bounds) -> Documentation {
        var documentation = documentation(of: description.schema(id))
        documentation.constraints = bounds.phrases
        documentation.sources.nodes = bounds.sources
        return documentation
    }

    /// A default in short.
    func defaultText(_ value: Node) -> String? {
        arena.isNull(value) ? "null" : arena.scalarText(value) ?? shortJSON(value)
    }

    /// Bounds as phrases.
    func constraints(of schema: Schema) -> [String] {
        var phrases = bounds(of: schema)
        phrases += contentPhrase(schema.applicators)
        return phrases + memberPhrases(schema.applicators) + containsPhrase(schema)
    }

    private func bounds(of schema: Schema) -> [String] {
        let limits = schema.limits
        var phrases: [String] = []
        phrases += range("character", limits.minLength, limits.maxLength)
        phrases += range("element", limits.minItems, limits.maxItems)
        phrases += range("member", limits.minProperties, limits.maxProperties)
        if limits.uniqueItems { phrases.append("no element twice") }
        phrases += numberRange(limits)
        if let multiple = limits.multipleOf.flatMap(arena.scalarText) { phrases.append("a multiple of \(multiple)") }
        if let pattern = limits.pattern { phrases.append("matches `\(pattern)`") }
        return phrases
    }

    /// What a string holds.
    private func contentPhrase(_ rare: SchemaApplicators) -> [String] {
        switch (rare.contentMediaType, rare.contentEncoding) {
        case (let type?, let encoding?): ["`\(type)` in `\(encoding)`"]
        case (let type?, nil): ["`\(type)`"]
        case (nil, let encoding?): ["bytes in `\(encoding)`"]
        case (nil, nil): []
        }
    }

    /// What is said about the names of members, and which need each other.
    private func memberPhrases(_ rare: SchemaApplicators) -> [String] {
        var phrases = rare.patternProperties.map { "further members are named like `\($0.name)`" }
        if let names = rare.propertyNames.map({ description.schema(description.resolved($0)) }) {
            let values = (names.enumeration ?? []).compactMap(arena.scalarText)
            let words = bounds(of: names) + (values.isEmpty ? [] : ["one of " + list(values)])
            if !words.isEmpty { phrases.append("each name " + words.joined(separator: " and ")) }
        }
        return phrases + rare.dependentRequired.map { "`\($0.name)` only with \(list($0.value))" }
    }

    private func containsPhrase(_ schema: Schema) -> [String] {
        guard let contained = schema.applicators.contains else { return [] }
        let kind = description.schema(description.resolved(contained))
        let word =
            kind.const.flatMap(arena.scalarText).map { "`\($0)`" } ?? kind.title
            ?? description.origin(of: description.resolved(contained)).name ?? kind.types.first.map {
                $0.rawValue + "s"
            } ?? "certain ones"
        let (least, most) = (schema.limits.minContains ?? 1, schema.limits.maxContains)
        return range("element", least == 0 && most != nil ? nil : least, most, of: " that are \(word)")
    }

    /// The JSON of a list or an object, where it is short.
    private func shortJSON(_ node: Node) -> String? {
        arena.json(node).map(\.description).flatMap { $0.count <= 60 ? $0 : nil }
    }

    private func list(_ values: [String]) -> String { values.map { "`\($0)`" }.joined(separator: ", ") }

    private func range(_ noun: String, _ minimum: Int?, _ maximum: Int?, of rest: String = "") -> [String] {
        let counted = { (count: Int) in "\(count) \(noun)\(count == 1 ? "" : "s")\(rest)" }
        return switch (minimum, maximum) {
        case (nil, nil): []
        case (let minimum?, let maximum?) where minimum == maximum: ["exactly \(counted(minimum))"]
        case (let minimum?, let maximum?): ["\(minimum) to \(counted(maximum))"]
        case (let minimum?, nil): ["at least \(counted(minimum))"]
        case (nil, let maximum?): ["at most \(counted(maximum))"]
        }
    }

    private func numberRange(_ limits: SchemaLimits) -> [String] {
        let bounds: [(String, Node?)] = [
            (limits.exclusiveMinimum.isSet ? "more than" : "at least", limits.minimum),
            (limits.exclusiveMaximum.isSet ? "less than" : "at most", limits.maximum),
        ]
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

extension ExclusiveLimit? {
    /// Whether the limit beside it is not included, as OpenAPI 3.0 says it.
    fileprivate var isSet: Bool {
        if case .flag(true) = self { true } else { false }
    }
}
