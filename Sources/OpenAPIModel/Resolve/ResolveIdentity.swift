extension Resolver {
    /// What a schema without a name of its own is called by, where that does not depend on who reaches it first.
    ///
    /// For example, the schema of `#/components/parameters/Sort` is a part of `Sort`, whichever operation takes the parameter;
    /// `#/components/schemas/Pet/properties/kind` is a part of `Pet`, also for a reference from somewhere else. Nil for what
    /// only its owner can reach.
    func home(of target: SchemaID, reachedBy id: SchemaID, from place: TypeIdentity) -> TypeIdentity? {
        let node = description.schema(target).node
        let tokens = description.bundledPlace(of: node)
        if let shared = sharedOwner(tokens, node) {
            return id != target || shared.rest.allSatisfy(Self.isContent) ? step(shared.owner, shared.rest, node) : nil
        }
        guard let schema = schemaOwner(tokens), id != target || place.owner != schema.owner else { return nil }
        return step(schema.owner, schema.rest, node)
    }

    /// An owner and the way from it to a part.
    private typealias Owned = (owner: TypeIdentity, rest: ArraySlice<String>)

    /// A component that is no schema, or a parameter of all operations of a path.
    private func sharedOwner(_ tokens: [String], _ node: Node) -> Owned? {
        if tokens.count > 3, tokens[0] == "paths", tokens[2] == "parameters" {
            let name = parameterName(around: node)
            return (.operation(Self.words(ofPath: tokens[1]), [.parameter(name)]), tokens[4...])
        }
        guard tokens.count > 3, tokens[0] == "components" else { return nil }
        let step: TypeIdentity.Step? =
            switch tokens[1] {
            case "parameters": .parameter("parameter")
            case "headers": .parameter("header")
            case "requestBodies": .requestBody
            case "responses": .response("")
            default: nil
            }
        return step.map { (.part(of: tokens[2], [$0]), tokens[3...]) }
    }

    /// The name of the parameter that a schema is in.
    private func parameterName(around node: Node) -> String {
        var current: Node? = node
        while let around = current {
            if let parameter = description.targets.parameters[around] { return parameter.name }
            current = arena.parent(of: around)
        }
        return ""
    }

    /// A schema with a name, around another.
    private func schemaOwner(_ tokens: [String]) -> Owned? {
        if let definitions = tokens.lastIndex(where: { $0 == "$defs" || $0 == "definitions" }),
            definitions + 1 < tokens.count
        {
            return (.named(tokens[definitions + 1]), tokens[(definitions + 2)...])
        }
        guard tokens.count > 3, tokens.starts(with: ["components", "schemas"]) else { return nil }
        return (.named(tokens[2]), tokens[3...])
    }

    /// The identity at the end of a way through keywords.
    private func step(_ owner: TypeIdentity, _ rest: ArraySlice<String>, _ node: Node) -> TypeIdentity {
        var identity = owner
        var rest = rest
        while let keyword = rest.popFirst() {
            switch keyword {
            case "properties": identity = identity.part(.member(rest.popFirst() ?? ""))
            case "items": identity = identity.part(.element)
            case "additionalProperties": identity = identity.part(.additional)
            case "oneOf", "anyOf":
                guard let index = rest.popFirst().flatMap({ Int($0) }) else { continue }
                let variant = ancestor(of: node, rest.count).flatMap { description.schemaIDs[$0] }
                identity = identity.part(.variant(variant.map { word(for: $0, index) } ?? "\(index + 1)"))
            case "allOf", "content", "headers": _ = rest.popFirst()
            default: break
            }
        }
        return identity
    }

    private func ancestor(of node: Node, _ generations: Int) -> Node? {
        (0..<generations).reduce(node) { node, _ in node.flatMap(arena.parent) }
    }

    /// Whether a token leads from a parameter, body or response to its schema and no further.
    private static func isContent(_ token: String) -> Bool {
        token == "schema" || token == "content" || token.contains("/")
    }

    /// A path in words: `/pets/{id}` is `pets_by_id`.
    static func words(ofPath path: String) -> String {
        path.split(separator: "/").map { part in
            part.hasPrefix("{") ? "by_" + part.filter { !"{}".contains($0) } : String(part)
        }.joined(separator: "_")
    }
}

extension TypeIdentity {
    /// The component that a type is, or is a part of; for a part of an operation itself.
    fileprivate var owner: TypeIdentity {
        switch self {
        case .named, .operation: self
        case .part(let name, _): .named(name)
        }
    }
}
