import OpenAPIModel

extension SchemaChecker {
    /// Reads the keywords of a schema.
    func compile(_ node: Node, _ resource: Int) -> CompiledSchema {
        var compiler = SchemaCompiler(node: node, resource: resource, checker: self)
        return compiler.compile()
    }
}

/// Turns the keywords of one schema into rules.
struct SchemaCompiler {
    let checker: SchemaChecker
    let dialect: SchemaDialect
    var schema: CompiledSchema

    init(node: Node, resource: Int, checker: SchemaChecker) {
        self.checker = checker
        dialect = checker.resources[resource].dialect
        schema = CompiledSchema(node: node, resource: resource)
    }

    var arena: NodeArena { _read { yield checker.arena } }

    mutating func compile() -> CompiledSchema {
        switch arena.kind(schema.node) {
        case .boolean where arena.boolean(schema.node) == false:
            add("false", schema.node, .nothing)
        case .mapping:
            compileReferences()
            let isReferenceOnly = dialect.referenceHidesSiblings && value("$ref") != nil
            if !isReferenceOnly { compileKeywords() }
        case .null, .boolean, .integer, .number, .string, .sequence: break
        }
        return schema
    }

    private mutating func compileKeywords() {
        schema.isReadOnly = value("readOnly").flatMap(arena.boolean) ?? false
        schema.isWriteOnly = value("writeOnly").flatMap(arena.boolean) ?? false
        schema.isNullable = dialect.nullable.flatMap(value).flatMap(arena.boolean) ?? false
        if dialect.vocabularies.contains(.validation) { compileValidation() }
        compileFormat()
        if dialect.vocabularies.contains(.applicators) {
            compileAlternatives()
            compileMembers()
            compileElements()
        }
        if dialect.vocabularies.contains(.unevaluated), dialect.draft >= .draft2019 { compileUnevaluated() }
    }

    // MARK: Reading

    func value(_ key: String) -> Node? { arena.value(in: schema.node, for: key) }

    func value(_ key: String, since draft: SchemaDialect.Draft) -> Node? {
        dialect.draft >= draft ? value(key) : nil
    }

    func entries(_ key: String) -> [MappingEntry] { value(key).map { Array(arena.entries(of: $0)) } ?? [] }

    mutating func add(_ name: String, _ node: Node, _ demand: SchemaDemand) {
        schema.rules.append(SchemaRule(name: name, node: node, demand: demand))
    }

    func subschema(_ node: Node) -> Int { checker.index(of: node, in: schema.resource) }

    private func strings(_ node: Node) -> [String] { arena.elements(of: node).compactMap(arena.string) }

    private func number(_ key: String) -> ExactNumber? { value(key).flatMap(arena.number).flatMap { ExactNumber($0) } }

    // MARK: References

    private mutating func compileReferences() {
        if let node = value("$ref"), let text = arena.string(node),
            let target = checker.target(of: node, text, from: schema.resource)
        {
            add("$ref", node, .reference(target))
        }
        guard let node = value("$dynamicRef", since: .draft2020), let text = arena.string(node),
            let target = checker.target(of: node, text, from: schema.resource)
        else { return }
        let anchor = Address(text).fragment.map(String.init)
        let isDynamic = anchor.map { checker.isDynamicAnchor($0, target) } ?? false
        add("$dynamicRef", node, .dynamicReference(target, anchor: isDynamic ? anchor : nil))
    }

    // MARK: Validation

    private mutating func compileValidation() {
        compileType()
        if let node = value("enum"), arena.kind(node) == .sequence {
            add("enum", node, .values(Set(arena.elements(of: node).map(checker.identity(of:)))))
        }
        if let node = value("const", since: .draft6) { add("const", node, .values([checker.identity(of: node)])) }
        compileNumbers()
        for (name, demand) in SchemaCompiler.counts {
            guard let node = value(name), let count = arena.count(node) else { continue }
            add(name, node, demand(count))
        }
        if let node = value("pattern"), let text = arena.string(node),
            let pattern = checker.pattern(text, at: arena.range(of: node))
        {
            add("pattern", node, .pattern(pattern))
        }
        if let node = value("uniqueItems"), arena.boolean(node) == true { add("uniqueItems", node, .uniqueItems) }
        if let node = value("required"), arena.kind(node) == .sequence {
            add("required", node, .required(strings(node)))
        }
        if let node = value("dependentRequired", since: .draft2019) {
            add(
                "dependentRequired", node,
                .dependentRequired(arena.entries(of: node).map { ($0.key, strings($0.value)) }))
        }
    }

    private static var counts: [(String, (Int) -> SchemaDemand)] {
        [
            ("minLength", SchemaDemand.minLength), ("maxLength", SchemaDemand.maxLength),
            ("minItems", SchemaDemand.minItems), ("maxItems", SchemaDemand.maxItems),
            ("minProperties", SchemaDemand.minProperties), ("maxProperties", SchemaDemand.maxProperties),
        ]
    }

    private mutating func compileType() {
        guard let node = value("type") else { return }
        let names = arena.string(node).map { [$0] } ?? strings(node)
        // Swagger 2.0 has a type for bytes.
        let types = names.compactMap { JSONTypes(name: $0 == "file" ? "string" : $0) }
        guard !types.isEmpty else { return }
        add("type", node, .types(types.reduce(into: []) { $0.formUnion($1) }))
    }

    private mutating func compileNumbers() {
        if let node = value("multipleOf"), let number = number("multipleOf"), !number.isZero {
            add("multipleOf", node, .multipleOf(number))
        }
        for (name, exclusive, isMinimum) in [
            ("minimum", "exclusiveMinimum", true), ("maximum", "exclusiveMaximum", false),
        ] {
            let flag = dialect.exclusiveIsFlag && value(exclusive).flatMap(arena.boolean) == true
            addLimit(name, isMinimum, isExclusive: flag)
            if !dialect.exclusiveIsFlag { addLimit(exclusive, isMinimum, isExclusive: true) }
        }
    }

    private mutating func addLimit(_ name: String, _ isMinimum: Bool, isExclusive: Bool) {
        guard let node = value(name), let limit = number(name) else { return }
        add(
            name, node,
            isMinimum ? .minimum(limit, isExclusive: isExclusive) : .maximum(limit, isExclusive: isExclusive))
    }

    private mutating func compileFormat() {
        guard checker.assertsFormats || dialect.vocabularies.contains(.formatAssertion),
            let node = value("format"), let format = arena.string(node).flatMap(SchemaFormat.init(_:))
        else { return }
        add("format", node, .format(format))
    }
}

extension SchemaChecker {
    /// Whether a schema is one that its resource has under a dynamic anchor.
    func isDynamicAnchor(_ name: String, _ index: Int) -> Bool {
        let schema = place(of: index)
        return resources[schema.resource].dynamicAnchors[name] == schema.node
    }

    func identity(of node: Node) -> Int { identity.number(of: node, in: arena) }
}

extension NodeArena {
    /// A number of things: an integer that is not negative.
    fileprivate func count(_ node: Node) -> Int? { integer(node).flatMap { $0 >= 0 ? $0 : nil } }
}
