import TrunklineJSON

extension Resolver {
    /// A type with named values; nil where the schema has no `enum`, or one that says nothing.
    ///
    /// A single value is a constant: where it is a member, the member says so; elsewhere it is a value like any other.
    mutating func resolveEnumeration(_ schema: Schema, _ identity: TypeIdentity) -> TypeUse? {
        guard let nodes = schema.enumeration else { return nil }
        for node in nodes { reportMistyped(node, schema) }
        reportDuplicates(nodes, schema)
        let all = values(nodes, schema)
        let values = all.filter { $0.json != .null }
        let isNullable = values.count < all.count
        guard let first = values.first else {
            if isNullable { return TypeUse(add(.null, identity, schema), isNullable: true) }
            diagnostics.warning(
                "empty-enumeration", "no value is allowed here; any value of the type is taken",
                at: arena.keyRange(in: schema.node, for: "enum"))
            return nil
        }
        if values.count == 1 {
            return TypeUse(addConstant(first.json, schema, identity), isNullable: isNullable)
        }
        if values.allSatisfy({ $0.json.bool != nil }) {
            return TypeUse(add(.boolean, identity, schema), isNullable: isNullable)
        }
        return TypeUse(add(.enumeration(enumeration(values, schema)), identity, schema), isNullable: isNullable)
    }

    /// An enumeration of values that are not null.
    mutating func enumeration(_ values: [EnumerationShape.Value], _ schema: Schema) -> EnumerationShape {
        let kind = EnumerationShape.Kind(of: values.map(\.json))
        var isClosed = arena.value(in: schema.node, for: "x-enumeration").flatMap(arena.string) == "closed"
        if isClosed, kind == .mixed {
            isClosed = false
            reportUnsupported(
                "a closed enumeration of values of several kinds", at: schema.node, key: "x-enumeration",
                instead: "other values are taken")
        }
        return EnumerationShape(values: values, kind: kind, isClosed: isClosed)
    }

    /// The values, each once, null among them.
    mutating func values(_ nodes: [Node], _ schema: Schema) -> [EnumerationShape.Value] {
        let words = valueWords(nodes, schema)
        var seen: Set<JSONValue> = []
        return nodes.enumerated().compactMap { index, node in
            guard let json = value(node, as: schema.types)?.json, seen.insert(json).inserted else { return nil }
            return .init(
                json: json, name: words.names[node], documentation: words.documentation[node], origin: node)
        }
    }

    private mutating func reportDuplicates(_ nodes: [Node], _ schema: Schema) {
        var seen: [JSONValue: Node] = [:]
        for node in nodes {
            guard let json = value(node, as: schema.types)?.json else { continue }
            guard let first = seen.updateValue(node, forKey: json) else { continue }
            seen[json] = first
            diagnostics.warning(
                "duplicate-value", "the enumeration has this value already", at: arena.range(of: node),
                related: [.init("here", arena.range(of: first))])
        }
    }

    // MARK: Names and descriptions

    /// What vendors say about the values beside the list: `x-enum-varnames`, `x-enumNames`, `x-enum-descriptions`,
    /// `x-enumDescriptions`, and `x-ms-enum` with names and descriptions by value.
    private mutating func valueWords(
        _ nodes: [Node], _ schema: Schema
    ) -> (names: [Node: String], documentation: [Node: String]) {
        var names = words(["x-enum-varnames", "x-enumNames"], nodes, schema)
        var documentation = words(["x-enum-descriptions", "x-enumDescriptions"], nodes, schema)
        let detailed = arena.value(in: schema.node, for: "x-ms-enum").flatMap { arena.value(in: $0, for: "values") }
        for entry in detailed.map(arena.elements) ?? [] {
            guard let value = arena.value(in: entry, for: "value").flatMap({ self.value($0, as: schema.types)?.json }),
                let node = nodes.first(where: { self.value($0, as: schema.types)?.json == value })
            else { continue }
            names[node] = names[node] ?? arena.value(in: entry, for: "name").flatMap(arena.string)
            documentation[node] =
                documentation[node] ?? arena.value(in: entry, for: "description").flatMap(arena.string)
        }
        return (names, documentation)
    }

    /// A text for each value from a list of the same length, or from a map by value.
    private mutating func words(_ keys: [String], _ nodes: [Node], _ schema: Schema) -> [Node: String] {
        for key in keys {
            guard let list = arena.value(in: schema.node, for: key) else { continue }
            let texts = arena.elements(of: list).map { arena.scalarText($0) }
            if texts.count == nodes.count {
                return Dictionary(zip(nodes, texts).compactMap { node, text in text.map { (node, $0) } }) { $1 }
            }
            guard arena.kind(list) == .mapping else {
                diagnostics.warning(
                    "value-names", "the list has \(texts.count) of \(nodes.count) texts; it is not used",
                    at: arena.keyRange(in: schema.node, for: key))
                continue
            }
            let pairs = nodes.compactMap { node in
                arena.scalarText(node).flatMap { arena.value(in: list, for: $0) }.flatMap(arena.scalarText).map {
                    (node, $0)
                }
            }
            return Dictionary(pairs) { $1 }
        }
        return [:]
    }
}

extension EnumerationShape.Kind {
    /// What values have in common.
    init(of values: [JSONValue]) {
        if values.allSatisfy({ $0.string != nil }) {
            self = .string
        } else if values.allSatisfy({ $0.int != nil }) {
            self = .integer
        } else if values.allSatisfy({ if case .number(let number) = $0 { number.isExactAsDouble } else { false } }) {
            self = .number
        } else {
            self = .mixed
        }
    }
}
