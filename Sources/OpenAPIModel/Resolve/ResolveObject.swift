extension Resolver {
    /// An object with its members; `allOf` and references beside members are flattened into one type.
    mutating func resolveObject(_ schema: Schema, _ id: SchemaID, _ identity: TypeIdentity) -> TypeUse {
        let object = begin(id, schema, identity)
        var members = MemberList()
        collect(id, into: &members, identity)
        api[object].shape = shape(of: members, identity, schema)
        return TypeUse(object)
    }

    private mutating func shape(of members: MemberList, _ identity: TypeIdentity, _ schema: Schema) -> Shape {
        let (isOpen, additional) = resolveAdditional(members.additional)
        var properties = members.list
        addUndescribed(members.required, additional, to: &properties)
        guard properties.isEmpty, isOpen else {
            return .object(ObjectShape(properties: properties, isOpen: isOpen, additional: additional))
        }
        return .map(of: additional ?? TypeUse(add(.any, identity.part(.additional), schema)))
    }

    /// What flattening gathers.
    private struct MemberList {
        var properties: [String: Property] = [:]
        var order: [String] = []
        var required: [(name: String, node: Node)] = []
        var additional = AdditionalParts()

        var list: [Property] {
            let names = Set(required.map(\.name))
            return order.compactMap { properties[$0] }.map { names.contains($0.name) ? $0.required : $0 }
        }
    }

    /// A schema whose members are gathered, and the identity of types inside of it.
    private struct Part {
        let id: SchemaID
        let identity: TypeIdentity
        /// Whether the parts of this one have been gathered.
        var isOpened = false
    }

    /// Gathers the members of a schema and, before them, of what it is composed of, each part once.
    private mutating func collect(_ id: SchemaID, into members: inout MemberList, _ identity: TypeIdentity) {
        var seen: Set<SchemaID> = []
        var pending = [Part(id: id, identity: identity)]
        while var part = pending.popLast() {
            let target = description.resolved(part.id)
            let schema = description.schema(target)
            guard !part.isOpened else {
                collectOwn(schema, into: &members, part.identity)
                continue
            }
            guard seen.insert(target).inserted else { continue }
            // A part that is a component of its own names the types inside of it.
            part = Part(id: target, identity: named(target) ?? part.identity, isOpened: true)
            pending.append(part)
            for inner in composed(schema).reversed() { pending.append(Part(id: inner, identity: part.identity)) }
        }
    }

    /// The schemas that a schema adds members to, in the order in which they count.
    private func composed(_ schema: Schema) -> [SchemaID] {
        (schema.ref.flatMap { description.schemaID(of: $0) }.map { [$0] } ?? []) + schema.allOf
    }

    private mutating func collectOwn(_ schema: Schema, into members: inout MemberList, _ identity: TypeIdentity) {
        guard hasRoom(for: schema) else { return }
        reportUnflattened(schema, into: members)
        for property in schema.properties { add(property, of: schema, to: &members, identity) }
        members.required += schema.required.map { ($0, schema.node) }
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
            return
        }
        if case .any = api[resolved.use.type].shape { return }
        if earlier.use != resolved.use, !isAny(earlier.use) {
            diagnostics.warning(
                "allof-conflict", "`\(property.name)` has another type in an earlier part; this one is used",
                at: property.nameRange, related: [.init("the earlier one", arena.range(of: earlier.origin))])
        }
        members.properties[property.name] = resolved
    }

    private mutating func property(_ property: Named<SchemaID>, _ identity: TypeIdentity) -> Property {
        let schema = description.schema(property.value)
        let use = laterType(of: property.value, identity.part(.member(property.name)))
        let target = description.schema(description.resolved(property.value))
        var documentation = self.documentation(of: schema)
        if documentation.text == nil { documentation.text = target.description?.firstParagraph }
        let annotations = annotations(of: property.value)
        documentation.isDeprecated = annotations.isDeprecated
        let defaultValue = defaultValue(annotations)
        return Property(
            name: property.name, use: use, isRequired: false, directions: annotations.directions,
            constant: constant(of: target), defaultValue: defaultValue, documentation: documentation,
            origin: schema.node)
    }

    // MARK: What is not expressed

    /// A choice inside of `allOf` has members that only some values have.
    private mutating func reportUnflattened(_ schema: Schema, into members: MemberList) {
        for (keyword, parts) in [("oneOf", schema.oneOf), ("anyOf", schema.anyOf)] where !parts.isEmpty {
            let instead = "members of its parts are kept as JSON"
            reportUnsupported("`\(keyword)` beside members", at: schema.node, key: keyword, instead: instead)
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

extension Property {
    /// The same member, which has to be there.
    fileprivate var required: Property {
        var property = self
        property.isRequired = true
        return property
    }
}
