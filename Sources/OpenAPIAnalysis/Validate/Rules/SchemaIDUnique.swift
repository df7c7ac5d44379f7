import OpenAPIModel

extension Rule {
    static let schemaIDUnique = Rule(
        "schema-id-unique", "An `$id` names one schema, an `$anchor` one schema of its document.",
        section: "schema-object", Levels(v3_1: .error, v3_2: .error),
        good: "components: { schemas: { A: { $anchor: a }, B: { $anchor: b } } }",
        bad: "components: { schemas: { A: { $anchor: a }, B: { $anchor: a } } }",
        .description { findings in
            var first: [SchemaIdentifier: Node] = [:]
            for schema in findings.description.schemas {
                for (key, identifier) in findings.identifiers(of: schema) {
                    guard let other = first[identifier] else {
                        first[identifier] = schema.node
                        continue
                    }
                    findings.report(
                        "another schema has the `\(key)` `\(identifier.name)`", at: schema.node, value: key,
                        related: [.init("the other one is here", findings.arena.nameRange(of: other))])
                }
            }
        })
}

/// A name of a schema and what it is unique in.
private struct SchemaIdentifier: Hashable {
    let name: String
    let scope: Node
}

extension RuleFindings {
    /// The names that a schema gives itself, by keyword.
    fileprivate func identifiers(of schema: Schema) -> [(key: String, SchemaIdentifier)] {
        let identity = schema.identity
        guard identity.id != nil || identity.anchor != nil || identity.dynamicAnchor != nil else { return [] }
        let resource = identity.id == nil ? resource(of: schema.node) : schema.node
        let id = identity.id.map { ("$id", SchemaIdentifier(name: $0, scope: arena.root(of: schema.node))) }
        let anchors = [("$anchor", identity.anchor), ("$dynamicAnchor", identity.dynamicAnchor)].compactMap {
            key, name in
            name.map { (key, SchemaIdentifier(name: $0, scope: resource)) }
        }
        return (id.map { [$0] } ?? []) + anchors
    }

    /// The schema with an `$id` that a schema is in, or the root of its file.
    fileprivate func resource(of node: Node) -> Node {
        var current = node
        while let parent = arena.parent(of: current) {
            current = parent
            if let id = description.schemaID(at: current), description.schema(id).identity.id != nil { return current }
        }
        return current
    }
}
