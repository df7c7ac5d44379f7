extension Resolver {
    /// What a schema without a name of its own is called by, where that does not depend on who reaches it first.
    ///
    /// For example, the schema of `#/components/parameters/Sort` is a part of `Sort`, whichever operation takes the parameter;
    /// `#/components/schemas/Pet/properties/kind` is a part of `Pet`, also for a reference from somewhere else. Nil for what
    /// only its owner can reach.
    func home(of target: SchemaID, reachedBy id: SchemaID) -> TypeIdentity? {
        let node = description.schema(target).node
        let tokens = arena.pointer(of: node).tokens
        if let shared = sharedOwner(tokens, node) {
            return id != target || shared.rest.allSatisfy(Self.isContent) ? step(shared.owner, shared.rest, node) : nil
        }
        guard id != target, let schema = schemaOwner(tokens) else { return nil }
        return step(schema.owner, schema.rest, node)
    }

    /// An owner and the way from it to a part.
    private typealias Owned = (owner: TypeIdentity, rest: ArraySlice<String>)

    /// A component that is no schema, or a parameter of all operations of a path.
    private func sharedOwner(_ tokens: [String], _ node: Node) -> Owned? {
        if tokens.count > 3, tokens[0] == "paths", tokens[2] == "parameters" {
            let parameter = JSONPointer(tokens: Array(tokens[..<4]))
            let object = arena.node(at: parameter, from: arena.root(of: node))
            let name = object.flatMap { arena.value(in: $0, for: "name") }.flatMap(arena.string) ?? ""
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
                identity = identity.part(.variant("\(index + 1)"))
            case "allOf", "content", "headers": _ = rest.popFirst()
            default: break
            }
        }
        return identity
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
