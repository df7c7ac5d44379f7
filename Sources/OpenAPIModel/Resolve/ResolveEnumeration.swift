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
        keepGivenNames(nodes, schema)
        var seen: Set<JSONValue> = []
        return zip(nodes, json(nodes, schema)).compactMap { node, json in
            guard let json, seen.insert(json).inserted else { return nil }
            return .init(
                json: json, name: words.names[node], documentation: words.documentation[node], origin: node)
        }
    }

    /// What each node says; nil where it says nothing that the schema's types take.
    private func json(_ nodes: [Node], _ schema: Schema) -> [JSONValue?] {
        nodes.map { value($0, as: schema.types)?.json }
    }

    private mutating func reportDuplicates(_ nodes: [Node], _ schema: Schema) {
        var seen: [JSONValue: Node] = [:]
        for case (let node, let json?) in zip(nodes, json(nodes, schema)) {
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

    /// A text for each value, from the first of several members that has them.
    private mutating func words(_ keys: [String], _ nodes: [Node], _ schema: Schema) -> [Node: String] {
        for key in keys {
            if let words = words(key, nodes, schema) { return words.compactMapValues(arena.scalarText) }
        }
        return [:]
    }

    /// What a list of the same length, or a map by value, has for each value; nil where there is none.
    private mutating func words(_ key: String, _ nodes: [Node], _ schema: Schema) -> [Node: Node]? {
        guard let list = arena.value(in: schema.node, for: key) else { return nil }
        if arena.kind(list) == .mapping {
            let pairs = nodes.compactMap { node in
                arena.scalarText(node).flatMap { arena.value(in: list, for: $0) }.map { (node, $0) }
            }
            return Dictionary(pairs) { $1 }
        }
        let elements = arena.elements(of: list)
        if elements.count == nodes.count { return Dictionary(zip(nodes, elements)) { $1 } }
        diagnostics.warning(
            "value-names", "the list has \(elements.count) of \(nodes.count) texts; it is not used",
            at: arena.keyRange(in: schema.node, for: key))
        return nil
    }

    /// The Swift names that the specification gives the values; null leaves a value its own.
    ///
    /// For example, `x-trunkline-names: { '#f00': red }` or `x-trunkline-names: [red, green]`.
    private mutating func keepGivenNames(_ nodes: [Node], _ schema: Schema) {
        let key = GivenName.values
        guard let names = words(key, nodes, schema) else { return }
        reportUnknownValues(of: key, nodes, schema)
        for (value, name) in names where !arena.isNull(name) {
            guard let text = arena.string(name), !text.isEmpty else {
                diagnostics.error("wrong-type", "a name is expected here", at: arena.range(of: name))
                continue
            }
            api.givenNames[NamedPlace(.value, value)] = Located(text, arena.range(of: name))
        }
    }

    private mutating func reportUnknownValues(of key: String, _ nodes: [Node], _ schema: Schema) {
        guard let map = arena.value(in: schema.node, for: key), arena.kind(map) == .mapping else { return }
        let values = nodes.compactMap(arena.scalarText)
        for entry in arena.entries(of: map) where !values.contains(entry.key) {
            let meant = suggestion(for: entry.key, among: values).map { "did you mean `\($0)`?" }
            diagnostics.warning(
                "unknown-value", "the enumeration has no value `\(entry.key)`", at: entry.keyRange, help: meant)
        }
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
