/// The members that flattening gathers.
struct MemberList {
    /// A choice between parts, each of which brings members of its own.
    struct Choice {
        let schema: Schema
        let keyword: String
        let parts: [SchemaID]
    }

    var properties: [String: Property] = [:]
    var order: [String] = []
    var required: [(name: String, node: Node)] = []
    var isOpen = true
    var additional: SchemaID?
    var choices: [Choice] = []
    /// What the members have to satisfy together, a phrase each.
    var constraints: [String] = []

    var list: [Property] {
        let names = Set(required.map(\.name))
        return order.compactMap { properties[$0] }.map { property in
            var property = property
            if names.contains(property.name) { property.isRequired = true }
            return property
        }
    }
}

extension Resolver {
    /// An object with its members; `allOf` and references beside members are flattened into one type, and a choice beside
    /// members is a union of objects that all have them.
    mutating func resolveObject(_ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        // The id comes first: an object may contain itself.
        let object = add(.object(ObjectShape(properties: [], isOpen: true)), identity, schema)
        known[id] = TypeUse(object)
        unfinished.insert(object)
        defer { unfinished.remove(object) }
        var members = MemberList()
        collect(id, into: &members, identity)
        if !members.choices.isEmpty, let use = resolveAlternatives(object, members, schema, identity) { return use }
        complete(object, members, identity, schema)
        return TypeUse(object)
    }

    /// Gives a type the members that were gathered.
    mutating func complete(_ object: TypeID, _ members: MemberList, _ identity: TypeIdentity, _ schema: Schema) {
        api[object].shape = shape(of: members, identity, schema)
        api[object].documentation.constraints += members.constraints
    }

    private mutating func shape(of members: MemberList, _ identity: TypeIdentity, _ schema: Schema) -> Shape {
        guard members.properties.isEmpty else {
            reportTypedAdditional(members)
            reportMissing(members)
            return .object(ObjectShape(properties: members.list, isOpen: members.isOpen))
        }
        if let additional = members.additional {
            return .map(of: type(of: additional, identity.part(.additional)))
        }
        guard members.isOpen else { return .object(ObjectShape(properties: [], isOpen: false)) }
        return .map(of: TypeUse(add(.any, identity.part(.additional), schema)))
    }

    /// Gathers the members of a schema and of what it is composed of.
    mutating func collect(_ id: SchemaID, into members: inout MemberList, _ identity: TypeIdentity) {
        let target = description.resolved(id)
        let schema = description.schema(target)
        guard flattening.insert(target).inserted else {
            diagnostics.warning(
                "allof-cycle", "the schema is a part of itself, which adds nothing",
                at: arena.range(of: description.schema(id).node))
            return
        }
        defer { flattening.remove(target) }
        reportIgnoredKeywords(schema)
        if let reference = schema.ref, let next = description.schemaID(of: reference) {
            collect(next, into: &members, named(next) ?? identity)
        }
        for part in schema.allOf { collect(part, into: &members, identity) }
        collectChoices(schema, into: &members)
        // A part that is a component of its own names the types inside of it.
        let owner = named(target) ?? identity
        for property in schema.properties { add(property, of: schema, to: &members, owner) }
        members.required += schema.required.map { ($0, schema.node) }
        collectAdditional(schema, into: &members)
    }

    private mutating func collectAdditional(_ schema: Schema, into members: inout MemberList) {
        guard let additional = schema.additionalProperties else { return }
        switch description.schema(additional).form {
        case .never: members.isOpen = false
        case .always: break
        case .keywords: members.additional = additional
        }
    }

    private mutating func add(
        _ property: Named<SchemaID>, of schema: Schema, to members: inout MemberList, _ identity: TypeIdentity
    ) {
        let resolved = self.property(property, identity)
        guard let earlier = members.properties[property.name] else {
            members.order.append(property.name)
            members.properties[property.name] = resolved
            return
        }
        if let both = narrow(earlier, resolved, identity.part(.member(property.name))) {
            members.properties[property.name] = both
            return
        }
        diagnostics.warning(
            "allof-conflict", "`\(property.name)` has another type in an earlier part; this one is used",
            at: property.nameRange, related: [.init("the earlier one", arena.range(of: earlier.origin))])
        members.properties[property.name] = resolved
    }

    private mutating func property(_ property: Named<SchemaID>, _ identity: TypeIdentity) -> Property {
        let schema = description.schema(property.value)
        let use = type(of: property.value, identity.part(.member(property.name)))
        let target = description.schema(description.resolved(property.value))
        var documentation = self.documentation(of: schema)
        if documentation.text == nil { documentation.text = target.description?.firstParagraph }
        var directions: Directions = [.sent, .received]
        if schema.readOnly { directions.remove(.sent) }
        if schema.writeOnly { directions.remove(.received) }
        return Property(
            name: property.name, use: use, isRequired: false, directions: directions, constant: constant(of: target),
            documentation: documentation, origin: schema.node)
    }

    // MARK: What is not expressed

    private mutating func reportTypedAdditional(_ members: MemberList) {
        guard let additional = members.additional else { return }
        let instead = "they are kept as JSON"
        reportUnsupported("the type of further members", at: description.schema(additional).node, instead: instead)
    }

    private mutating func reportMissing(_ members: MemberList) {
        for (name, node) in members.required where members.properties[name] == nil {
            reportUnsupported(
                "a required member without a schema (`\(name)`)", at: node, key: "required",
                instead: "it is kept as JSON")
        }
    }
}

extension String {
    /// The text up to the first empty line: what a type says in full is said in short where it is used.
    fileprivate var firstParagraph: String {
        let lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.prefix { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
    }
}
