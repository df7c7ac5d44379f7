import OpenAPIModel

extension SchemaCompiler {
    /// Keywords that apply schemas to the value itself.
    mutating func compileAlternatives() {
        addList("allOf", SchemaDemand.allOf)
        addList("anyOf", SchemaDemand.anyOf)
        addList("oneOf", SchemaDemand.oneOf)
        if let node = value("not") { add("not", node, .not(subschema(node))) }
        if let node = value("if", since: .draft7) {
            let then = value("then").map(subschema)
            let otherwise = value("else").map(subschema)
            if then != nil || otherwise != nil || dialect.draft >= .draft2019 {
                add("if", node, .condition(subschema(node), then: then, otherwise: otherwise))
            }
        }
        if let node = value("dependentSchemas", since: .draft2019) {
            let schemas = arena.entries(of: node).map { (name: $0.key, schema: subschema($0.value)) }
            add("dependentSchemas", node, .dependentSchemas(schemas))
        }
        compileDependencies()
    }

    private mutating func addList(_ name: String, _ demand: ([Int]) -> SchemaDemand) {
        guard let node = value(name), arena.kind(node) == .sequence, !arena.elements(of: node).isEmpty else { return }
        add(name, node, demand(arena.elements(of: node).map(subschema)))
    }

    /// `dependencies` of older drafts, which later ones split in two and still allow.
    private mutating func compileDependencies() {
        guard dialect.nullable == nil, let node = value("dependencies") else { return }
        var needed: [(name: String, needed: [String])] = []
        var schemas: [(name: String, schema: Int)] = []
        for entry in arena.entries(of: node) {
            if arena.kind(entry.value) == .sequence {
                needed.append((entry.key, arena.elements(of: entry.value).compactMap(arena.string)))
            } else {
                schemas.append((entry.key, subschema(entry.value)))
            }
        }
        if !needed.isEmpty { add("dependencies", node, .dependentRequired(needed)) }
        if !schemas.isEmpty { add("dependencies", node, .dependentSchemas(schemas)) }
    }

    /// Keywords that apply schemas to the members of an object.
    mutating func compileMembers() {
        var demands = MemberDemands()
        for entry in entries("properties") {
            demands.properties[ExactText(entry.key)] = subschema(entry.value)
        }
        for entry in entries("patternProperties") where dialect.nullable == nil {
            guard let pattern = checker.pattern(entry.key, at: entry.keyRange) else { continue }
            demands.patterns.append((pattern, subschema(entry.value)))
        }
        demands.additional = value("additionalProperties").map(subschema)
        if !demands.properties.isEmpty || !demands.patterns.isEmpty || demands.additional != nil {
            let names = ["additionalProperties", "properties", "patternProperties"]
            let name = names.first { value($0) != nil } ?? "properties"
            add(name, value(name) ?? schema.node, .members(demands))
        }
        if let node = value("propertyNames", since: .draft6) {
            add("propertyNames", node, .propertyNames(subschema(node)))
        }
    }

    /// Keywords that apply schemas to the elements of a list.
    mutating func compileElements() {
        var first = value("prefixItems", since: .draft2020).map { arena.elements(of: $0).map(subschema) } ?? []
        var rest = value("items")
        let isList = rest.map(arena.kind) == .sequence
        if isList, let list = rest {
            first = dialect.itemsMayBeList ? arena.elements(of: list).map(subschema) : first
            rest = dialect.itemsMayBeList ? value("additionalItems") : nil
        }
        if let node = rest ?? value("prefixItems") ?? value("items"), !first.isEmpty || rest != nil {
            let name = rest == nil ? "prefixItems" : isList ? "additionalItems" : "items"
            add(name, node, .elements(first: first, rest: rest.map(subschema)))
        }
        guard let node = value("contains", since: .draft6) else { return }
        let least = value("minContains", since: .draft2019).flatMap(arena.integer) ?? 1
        let most = value("maxContains", since: .draft2019).flatMap(arena.integer)
        add("contains", node, .contains(subschema(node), least: least, most: most))
    }

    /// What no other keyword has looked at, which is known when those are through.
    mutating func compileUnevaluated() {
        if let node = value("unevaluatedItems") { add("unevaluatedItems", node, .unevaluatedItems(subschema(node))) }
        if let node = value("unevaluatedProperties") {
            add("unevaluatedProperties", node, .unevaluatedProperties(subschema(node)))
        }
        schema.hasUnevaluated = value("unevaluatedItems") != nil || value("unevaluatedProperties") != nil
    }
}
