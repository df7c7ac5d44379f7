extension Resolver {
    /// What a request carries; nil where nothing can be in it.
    mutating func resolveBody(_ referenced: Referenced<RequestBody>, _ id: String) -> API.Body? {
        guard let body = description.object(referenced) else { return nil }
        let planned = plan(body.content, isSent: true, id)
        if planned.isEmpty {
            noteEmpty("a body without a media type", body, id)
            return nil
        }
        if !body.required, planned.allSatisfy(saysNothing) {
            noteEmpty("an optional body that nothing can be in", body, id)
            return nil
        }
        let base = TypeIdentity.operation(id, [.requestBody])
        let contents = planned.map { content in
            let label = self.label(of: content, among: planned)
            let identity = planned.count == 1 ? base : base.part(.variant(label))
            return resolveSent(content, label: label, identity, id)
        }
        return .init(
            contents: contents, isRequired: body.required, documentation: body.description, origin: body.node)
    }

    private mutating func noteEmpty(_ what: String, _ body: RequestBody, _ id: String) {
        let range = arena.range(of: body.node)
        diagnostics.report(Diagnostic(.note, "empty-body", "\(what) is left out; `\(id)` sends none", at: range))
    }

    /// Whether the schema is that of a closed object without members.
    private func saysNothing(_ content: PlannedContent) -> Bool {
        guard content.kind == .form || content.kind == .json, let id = content.target else { return false }
        let schema = description.schema(id)
        guard schema.types == [.object] || schema.types.isEmpty, schema.properties.isEmpty,
            (schema.allOf + schema.oneOf + schema.anyOf).isEmpty, let additional = schema.additionalProperties
        else { return false }
        return description.schema(additional).form == .never
    }
}
