import TrunklineJSON

extension Resolver {
    /// What is said about a place, in its schema or in what that refers to or is composed of.
    struct Annotations {
        var isReadOnly = false
        var isWriteOnly = false
        var isDeprecated = false
        /// The value that is meant where none is given, and the schema that says so.
        var defaultValue: (node: Node, schema: Schema)?

        /// The ways in which a member travels.
        var directions: Directions {
            if isReadOnly == isWriteOnly { return [.sent, .received] }
            return isReadOnly ? .received : .sent
        }
    }

    /// The annotations of a schema: its own, those of the schemas that it refers to, and those of the parts of its `allOf`.
    ///
    /// For example, `allOf: [{ $ref: '#/components/schemas/Id' }, { readOnly: true }]` is only received.
    func annotations(of id: SchemaID) -> Annotations {
        var annotations = Annotations()
        var seen: Set<SchemaID> = []
        var pending = [id]
        // Who composes more than this many schemas has said enough.
        while seen.count < 64, let next = pending.popLast() {
            guard seen.insert(next).inserted else { continue }
            let schema = description.schema(next)
            annotations.isReadOnly = annotations.isReadOnly || schema.readOnly
            annotations.isWriteOnly = annotations.isWriteOnly || schema.writeOnly
            annotations.isDeprecated = annotations.isDeprecated || schema.deprecated
            if annotations.defaultValue == nil { annotations.defaultValue = schema.defaultValue.map { ($0, schema) } }
            pending += schema.allOf.reversed()
            // What may be null besides, as `anyOf` says it.
            if schema.allOf.isEmpty, schema.ref == nil, let part = aliased(schema)?.part { pending.append(part) }
            if let target = schema.ref.flatMap({ description.schemaID(of: $0) }) { pending.append(target) }
        }
        return annotations
    }

    /// A default as a value of its schema; one of another type is no default.
    mutating func defaultValue(_ annotations: Annotations) -> JSONValue? {
        guard let (node, schema) = annotations.defaultValue else { return nil }
        let isNull = arena.isNull(node) && (schema.nullable || schema.types.isEmpty)
        guard isNull || value(node, as: schema.types)?.isExact == true else {
            reportMistyped(node, schema, rule: "default-mismatch")
            return nil
        }
        let json = arena.json(node)
        if let values = schema.enumeration, let json, !values.contains(where: { arena.json($0) == json }) {
            diagnostics.warning(
                "default-mismatch", "the default is none of the values", at: arena.range(of: node))
            return nil
        }
        return json
    }

    /// Keywords about members or elements say nothing about a value that is something else.
    mutating func reportMisplacedKeywords(_ schema: Schema) {
        guard !schema.types.isEmpty else { return }
        let types = schema.types.map(\.rawValue).joined(separator: " or ")
        var keywords: [String] = []
        if !schema.types.contains(.object) { keywords += ["properties", "additionalProperties", "required"] }
        if !schema.types.contains(.array) { keywords += ["items", "prefixItems"] }
        for keyword in keywords {
            // In Swagger 2.0 `required` is a word about the parameter that the schema stands in.
            guard let value = arena.value(in: schema.node, for: keyword),
                keyword != "required" || arena.kind(value) == .sequence
            else { continue }
            diagnostics.warning(
                "misplaced-keyword", "`\(keyword)` says nothing about a value of type \(types)",
                at: arena.keyRange(in: schema.node, for: keyword))
        }
    }
}
