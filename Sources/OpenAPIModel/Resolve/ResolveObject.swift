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
    var additional = Resolver.AdditionalParts()
    /// The schemas of members, and all that parts say of those that several have.
    var schemas: [String: SchemaID] = [:]
    var overlaps: [String: [Property]] = [:]
    var choices: [Choice] = []
    /// What the members have to satisfy together, a phrase each, and what of it can be checked.
    var constraints: [String] = []
    var rules: [ValueRule] = []

    var list: [Property] {
        let names = Set(required.map(\.name))
        return order.compactMap { properties[$0] }.map { property in
            var property = property
            if names.contains(property.name) { property.isRequired = true }
            property.documentation.isOmittable = !property.isRequired
            return property
        }
    }
}

extension Resolver {
    /// An object with its members; `allOf` and references beside members are flattened into one type, and a choice beside
    /// members is a union of objects that all have them.
    mutating func resolveObject(_ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        let object = begin(id, schema, identity)
        var members = MemberList()
        collect(id, into: &members, identity)
        if !members.choices.isEmpty, let use = resolveAlternatives(object, members, schema, identity) { return use }
        complete(object, members, identity, schema)
        noteBaseCandidates(of: object, schema)
        return TypeUse(object)
    }

    /// Gives a type the members that were gathered.
    mutating func complete(_ object: TypeID, _ members: MemberList, _ identity: TypeIdentity, _ schema: Schema) {
        api[object].shape = shape(of: members, identity, schema)
        api[object].documentation.constraints += members.constraints
        api[object].rules = members.rules
        overlaps[object] = members.order.compactMap { name in
            members.overlaps[name].map { Overlap(properties: $0, identity: identity.part(.member(name))) }
        }
    }

    private mutating func shape(of members: MemberList, _ identity: TypeIdentity, _ schema: Schema) -> Shape {
        let (isOpen, additional) = resolveAdditional(members.additional)
        var properties = members.list
        addUndescribed(members.required, additional, to: &properties)
        guard properties.isEmpty, isOpen else {
            return .object(
                ObjectShape(properties: properties, isOpen: isOpen, additional: additional))
        }
        return .map(of: additional ?? TypeUse(add(.any, identity.part(.additional), schema)))
    }

    /// A schema whose members are gathered, and the identity of types inside of it.
    private struct Part {
        let id: SchemaID
        let identity: TypeIdentity
        /// Whether the parts of this one have been gathered.
        var isOpened = false
    }

    /// Gathers the members of a schema and, before them, of what it is composed of, each part once.
    mutating func collect(_ id: SchemaID, into members: inout MemberList, _ identity: TypeIdentity) {
        var seen: Set<SchemaID> = []
        var open: Set<SchemaID> = []
        var pending = [Part(id: id, identity: identity)]
        while var part = pending.popLast() {
            let target = description.resolved(part.id)
            let schema = description.schema(target)
            guard !part.isOpened else {
                open.remove(target)
                collectChoices(schema, into: &members, besides: seen)
                collectOwn(schema, into: &members, part.identity)
                continue
            }
            guard seen.insert(target).inserted else {
                if open.contains(target) { reportRing(part.id) }
                continue
            }
            open.insert(target)
            reportIgnoredKeywords(schema)
            // A part that is a component of its own names the types inside of it.
            part = Part(id: target, identity: named(target) ?? part.identity, isOpened: true)
            pending.append(part)
            for inner in composed(schema).reversed() { pending.append(Part(id: inner, identity: part.identity)) }
        }
    }

    private mutating func reportRing(_ id: SchemaID) {
        diagnostics.warning(
            "allof-cycle", "the schema is a part of itself, which adds nothing",
            at: arena.range(of: description.schema(id).node))
    }

    /// The schemas that a schema adds members to, in the order in which they count.
    func composed(_ schema: Schema) -> [SchemaID] {
        (schema.ref.flatMap { description.schemaID(of: $0) }.map { [$0] } ?? []) + schema.allOf
    }

    private mutating func collectOwn(_ schema: Schema, into members: inout MemberList, _ identity: TypeIdentity) {
        guard hasRoom(for: schema) else { return }
        for property in schema.properties { add(property, of: schema, to: &members, identity) }
        members.required += schema.required.map { ($0, schema.node) }
        members.rules += rules(ofObject: schema)
        collectAdditional(schema, into: &members.additional, identity)
    }

    /// Whether a schema's members can still be gathered; parts that many types share would otherwise grow with their square.
    private mutating func hasRoom(for schema: Schema) -> Bool {
        membersLeft -= schema.properties.count + schema.required.count
        guard membersLeft < 0, !schema.properties.isEmpty else { return true }
        diagnostics.error(
            "too-large", "the types of the specification have too many members; those of this part are kept as JSON",
            at: arena.range(of: schema.node))
        return false
    }

    private mutating func add(
        _ property: Named<SchemaID>, of schema: Schema, to members: inout MemberList, _ identity: TypeIdentity
    ) {
        let resolved = self.property(property, identity)
        guard let earlier = members.properties[property.name] else {
            members.order.append(property.name)
            members.properties[property.name] = resolved
            members.schemas[property.name] = property.value
            return
        }
        members.properties[property.name] = joined(earlier, resolved)
        if earlier.use != resolved.use || members.overlaps[property.name] != nil {
            members.overlaps[property.name, default: [earlier]].append(resolved)
        }
    }

    private mutating func property(_ property: Named<SchemaID>, _ identity: TypeIdentity) -> Property {
        let schema = description.schema(property.value)
        let use = laterType(of: property.value, identity.part(.member(property.name)))
        let target = description.schema(description.resolved(property.value))
        let bounds = bounds(of: property.value)
        var documentation = self.documentation(of: property.value, bounds)
        if documentation.text == nil { documentation.text = target.description?.firstParagraph }
        let annotations = annotations(of: property.value)
        documentation.isDeprecated = annotations.isDeprecated
        let defaultValue = defaultValue(annotations)
        documentation.defaultText =
            defaultValue == nil ? nil : annotations.defaultValue.flatMap { defaultText($0.node) }
        return Property(
            name: property.name, use: use, isRequired: false, directions: annotations.directions,
            constant: constant(of: target), defaultValue: defaultValue,
            documentation: documentation, origin: schema.node, rules: rules(of: property.value))
    }
}

extension String {
    /// The text up to the first empty line: what a type says in full is said in short where it is used.
    fileprivate var firstParagraph: String {
        let lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.prefix { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
    }
}
