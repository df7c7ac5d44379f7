extension Bundler {
    /// The value at a node as it stands in the bundle.
    mutating func value(of node: Node, at place: JSONPointer) -> BundleValue {
        count += 1
        guard count <= maximumCount else { return .list([]) }
        switch arena.kind(node) {
        case .null, .boolean, .integer, .number: return .scalar(node)
        case .string: return isAlone ? .scalar(node) : string(node)
        case .sequence:
            return .list(
                arena.elements(of: node).enumerated().map { index, element in
                    value(of: element, at: place.appending(String(index)))
                })
        case .mapping:
            guard !isAlone, let reference = arena.value(in: node, for: "$ref") else { return mapping(node, at: place) }
            return self.reference(node, reference, at: place)
        }
    }

    /// A text, which may be a reference where it is no value of `$ref`, such as `operationRef`.
    private mutating func string(_ node: Node) -> BundleValue {
        guard let target = target(of: node), !isComponentName(node), !staysAsItIs(node) else { return .scalar(node) }
        return referred(target, kinds[node], from: node)
    }

    private mutating func mapping(_ node: Node, at place: JSONPointer) -> BundleValue {
        let isSchema = description.schemaID(at: node) != nil
        let isMoved = arena.file(of: node) != description.entry
        return .mapping(
            arena.entries(of: node).compactMap { entry in
                if !isAlone, isSchema, entry.key == "$id" || (isMoved && entry.key == "$anchor"),
                    arena.string(entry.value) != nil
                {
                    noteAddress(entry)
                    return nil
                }
                if let root = description.externalValues[node], entry.key == "externalValue", !isAlone {
                    return .init(key: "value", value: value(of: root, at: place.appending("value")))
                }
                let key = isAlone ? entry.key : schemeName(entry)
                return .init(key: key, value: value(of: entry.value, at: place.appending(key)))
            })
    }

    /// A mapping with a `$ref`: itself with the new address, or what it leads to.
    private mutating func reference(_ node: Node, _ value: Node, at place: JSONPointer) -> BundleValue {
        if let target = description.inlined[value] { return inlined(target, at: place) ?? mapping(node, at: place) }
        guard let target = target(of: value), !staysAsItIs(value) else { return mapping(node, at: place) }
        if places[target] == place { return self.value(of: target, at: place) }
        let isElsewhere = arena.file(of: target) != description.entry
        if description.merged.contains(value), isElsewhere || arena.file(of: node) != description.entry {
            return merged(node, target, at: place)
        }
        let kind = kinds[value]
        if isElsewhere, kind == .pathItem || (kind == .mediaType && description.version < .v3_2), places[target] == nil
        {
            places[target] = place
            return self.value(of: target, at: place)
        }
        return .mapping(
            arena.entries(of: node).map { entry in
                let isReference = entry.key == "$ref"
                return .init(
                    key: entry.key,
                    value: isReference
                        ? referred(target, kind, from: value)
                        : self.value(of: entry.value, at: place.appending(entry.key)))
            })
    }

    /// What a reference leads to, in its place; nil where it contains that reference itself.
    private mutating func inlined(_ target: Node, at place: JSONPointer) -> BundleValue? {
        copies += 1
        if copies == Bundler.maximumCopies {
            let range = arena.range(of: target)
            diagnostics.error("too-many-expansions", "references stand for this and others too often", at: range)
        }
        guard copies < Bundler.maximumCopies else { return nil }
        guard inlining.insert(target).inserted else { return nil }
        defer { inlining.remove(target) }
        // What is a target elsewhere as well has its place among the components.
        if places[target] == nil, !description.referred.contains(target), arena.file(of: target) != description.entry {
            places[target] = place
        }
        return value(of: target, at: place)
    }

    /// What stands beside a path item's `$ref`, and what that leads to.
    private mutating func merged(_ node: Node, _ target: Node, at place: JSONPointer) -> BundleValue {
        guard inlining.insert(target).inserted else { return mapping(node, at: place) }
        defer { inlining.remove(target) }
        var members: [BundleValue.Member] = []
        for entry in arena.entries(of: node) where entry.key != "$ref" {
            members.append(.init(key: entry.key, value: value(of: entry.value, at: place.appending(entry.key))))
        }
        let own = Set(members.map(\.key))
        // The place is not noted: what stands there is not what the reference leads to.
        let other = value(of: target, at: place)
        return .mapping(members + other.members.filter { !own.contains($0.key) })
    }

    /// A reference to a target, which is moved if it is in another file.
    private mutating func referred(_ target: Node, _ kind: ReferenceKind?, from origin: Node) -> BundleValue {
        if arena.file(of: target) != description.entry { pending.append((target, kind, origin)) }
        return .reference(target, from: origin)
    }

    // MARK: Targets

    /// What a reference leads to; schemas that are nothing but references are left out of the way.
    func target(of value: Node) -> Node? {
        guard let target = description.bound[value] else { return nil }
        guard let id = description.schemaID(at: target), kinds[value] ?? .schema == .schema else { return target }
        return arena.file(of: target) == description.entry ? target : description.schema(description.resolved(id)).node
    }

    /// Whether a reference means the same in the bundle as it is written.
    private func staysAsItIs(_ value: Node) -> Bool {
        guard let text = arena.string(value), arena.file(of: value) == description.entry else { return false }
        guard text.hasPrefix("#"), let fragment = percentDecoded(String(text.dropFirst())),
            let pointer = JSONPointer(fragment), let node = arena.node(at: pointer, from: description.root)
        else { return false }
        return kinds[value] != .schema || node == description.bound[value]
    }

    /// Whether the value of a discriminator's mapping is the name of a component, which it stays.
    private func isComponentName(_ value: Node) -> Bool {
        guard let text = arena.string(value), let schemas = section(.schema) else { return false }
        return arena.value(in: schemas, for: text) != nil
    }

    /// The name of a security scheme in a requirement, which is another one where the scheme was moved.
    private mutating func schemeName(_ entry: MappingEntry) -> String {
        guard let target = description.bound[entry.value], arena.kind(entry.value) == .sequence else {
            return entry.key
        }
        if arena.file(of: target) == description.entry { return arena.pointer(of: target).tokens.last ?? entry.key }
        if places[target] == nil { move(target, .securityScheme) }
        return places[target]?.tokens.last ?? entry.key
    }

    private mutating func noteAddress(_ entry: MappingEntry) {
        let message = "`\(entry.key)` is left out of the bundle, where references are pointers"
        diagnostics.report(Diagnostic(.note, "address-left-out", message, at: entry.keyRange))
    }
}
