import OpenAPIModel

extension ConstructCounter {
    /// Whether an object is a part of the generated module.
    func isGenerated(_ node: Node, _ kind: ObjectKind, _ surroundings: Surroundings) -> Bool {
        switch kind {
        case .openAPI: true
        case .pathItem: !surroundings.isReported
        case .operation, .parameter, .response: origins.nodes.contains(node)
        case .server:
            origins.nodes.contains(node)
                || arena.value(in: node, for: "url").flatMap(arena.string).map(origins.addresses.contains) ?? false
        case .requestBody:
            origins.nodes.contains(node)
                || arena.value(in: node, for: "content").map { content in
                    arena.entries(of: content).contains { origins.nodes.contains($0.value) }
                } ?? false
        case .header, .mediaType, .encoding, .callback, .security: surroundings.isGenerated && !surroundings.isReported
        case .schema: isSchemaGenerated(node, surroundings)
        }
    }

    private func isSchemaGenerated(_ node: Node, _ surroundings: Surroundings) -> Bool {
        if surroundings.isGenerated, surroundings.isPart || isOfOtherDirection(node, surroundings) { return true }
        return isType(node)
    }

    /// Whether a schema is that of a member which is only read, or only written, or within one: it need not be there at all.
    func isOfOtherDirection(_ node: Node, _ surroundings: Surroundings) -> Bool {
        surroundings.isOfOtherDirection || isLeftOutOfOneDirection(node)
    }

    /// Whether a type comes from a schema.
    private func isType(_ node: Node) -> Bool {
        var looked: Set<Node> = []
        return standsFor(node, &looked)
    }

    private func isLeftOutOfOneDirection(_ node: Node) -> Bool {
        ["readOnly", "writeOnly"].contains { arena.value(in: node, for: $0).flatMap(arena.boolean) == true }
    }

    /// Whether a type comes from a schema, or from what it refers to or is composed of.
    private func standsFor(_ node: Node, _ looked: inout Set<Node>) -> Bool {
        if origins.nodes.contains(node) { return true }
        guard looked.insert(node).inserted, arena.kind(node) == .mapping else { return false }
        if let reference = arena.value(in: node, for: "$ref"), let target = description.targetNode(at: reference) {
            if standsFor(target, &looked) { return true }
        }
        for key in ["allOf", "oneOf", "anyOf"] {
            guard let parts = arena.value(in: node, for: key) else { continue }
            for part in arena.elements(of: parts) where standsFor(part, &looked) { return true }
        }
        return false
    }

    /// Whether a member of something that is generated has the effect it should have.
    func isExpressed(_ entry: MappingEntry, _ owner: Owner) -> Bool {
        guard owner.kind == .schema else { return true }
        if entry.key == "contentSchema" { return isType(entry.value) }
        if ObjectKind.unexpressed.contains(entry.key) { return false }
        guard isType(owner.node) else { return true }
        // Every name is a string.
        if entry.key == "propertyNames", arena.entries(of: entry.value).allSatisfy({ $0.key == "type" }) { return true }
        if ObjectKind.closing.contains(entry.key) { return origins.closed.contains(owner.node) }
        if ObjectKind.documented.contains(entry.key) { return isDocumented(owner.node) }
        if entry.key == "enum" || entry.key == "const" {
            return isEnumerated(owner.node) || isEveryBoolean(entry.value)
        }
        return true
    }

    /// Whether a documentation says the bounds of a schema, or of what it is a part of.
    private func isDocumented(_ node: Node) -> Bool {
        origins.documented.contains(node) || arena.parent(of: node).map { around($0, origins.documented) } ?? false
    }

    /// Whether a list of values leaves nothing out.
    private func isEveryBoolean(_ list: Node) -> Bool {
        Set(arena.elements(of: list).compactMap(arena.boolean)).count == 2 && arena.elements(of: list).count == 2
    }

    private func isEnumerated(_ node: Node) -> Bool {
        origins.enumerated.contains(node) || origins.documented.contains(node)
            || arena.parent(of: node).map { around($0, origins.enumerated) } ?? false
    }

    /// Whether a schema is a part of `allOf` of something in a set.
    private func around(_ parent: Node, _ set: Set<Node>) -> Bool {
        guard arena.kind(parent) == .sequence, let owner = arena.parent(of: parent) else { return false }
        return arena.value(in: owner, for: "allOf") == parent && set.contains(owner)
    }

    // MARK: Values

    /// The values of a member that are constructs of their own; one nil where there is none.
    func values(of entry: MappingEntry, _ member: ObjectKind.Member, _ owner: Owner) -> [String?] {
        if owner.kind == .operation, entry.key == "responses" {
            return Set(arena.entries(of: entry.value).map { Self.statusKind($0.key) }).sorted()
        }
        if entry.key == "additionalProperties" { return [arena.scalarText(entry.value) ?? "schema"] }
        guard member.isByValue else { return [nil] }
        if entry.key == "format" { return [arena.string(entry.value).map { Self.formats.contains($0) ? $0 : "other" }] }
        let elements = arena.elements(of: entry.value)
        if elements.count > 1 { return ["several"] }
        return [(elements.first ?? entry.value)].map { arena.scalarText($0) }
    }

    private static func statusKind(_ status: String) -> String {
        if status == "default" || status.hasPrefix("x-") { return status.hasPrefix("x-") ? "extension" : status }
        return status.uppercased().hasSuffix("XX") ? "range" : status.hasPrefix("2") ? "success" : "error"
    }

    /// The formats that a type or the configuration may make something of; all others are one construct.
    private static let formats: Set<String> = [
        "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "uint", "float", "double", "decimal",
        "date", "date-time", "time", "duration", "uuid", "uri", "url", "byte", "base64url", "binary", "password",
        "email",
        "hostname", "ipv4", "ipv6",
    ]
}
