import OpenAPIModel

extension Rule {
    static let requiredUndefined = Rule(
        "required-undefined", "What `required` names is one of the members that the schema describes.",
        section: "schema-object", .warning, in: .recommended,
        good: "components: { schemas: { Pet: { type: object, required: [name], properties: { name: {} } } } }",
        bad: "components: { schemas: { Pet: { type: object, required: [nmae], properties: { name: {} } } } }",
        .description { findings in
            let described = findings.describedByParents()
            for id in findings.description.schemaIndices {
                let schema = findings.description.schema(id)
                guard !schema.required.isEmpty, !schema.isPureReference, !schema.properties.isEmpty,
                    !described.contains(id), let names = findings.memberNames(of: id)
                else { continue }
                for (index, name) in schema.required.enumerated() where !names.contains(name) {
                    findings.reportRequired(name, index, schema, names)
                }
            }
        })
}

extension RuleFindings {
    /// The schemas that are parts of others, which may describe what they require.
    fileprivate func describedByParents() -> Set<SchemaID> {
        var parts: Set<SchemaID> = []
        for schema in description.schemas {
            let applicators = schema.applicators
            parts.formUnion(schema.allOf + schema.anyOf + schema.oneOf)
            parts.formUnion(
                [schema.not, applicators.ifSchema, applicators.thenSchema, applicators.elseSchema].compactMap { $0 })
            parts.formUnion(applicators.dependentSchemas.map(\.value))
            if let target = schema.ref.flatMap({ description.schemaID(of: $0) }), !schema.isPureReference {
                parts.insert(target)
            }
        }
        return parts.union(parts.compactMap { description.schema($0).ref.flatMap { description.schemaID(of: $0) } })
    }

    fileprivate mutating func reportRequired(_ name: String, _ index: Int, _ schema: Schema, _ names: Set<String>) {
        let elements = arena.value(in: schema.node, for: "required").map { arena.elements(of: $0) } ?? []
        let meant = help(for: name) { names.sorted() }
        let node = elements.dropFirst(index).first ?? schema.node
        report("the schema describes no member `\(name)`", at: arena.range(of: node), help: meant)
    }
}
