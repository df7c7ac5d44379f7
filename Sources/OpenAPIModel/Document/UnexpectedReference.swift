extension Reading {
    /// The node itself, or what it leads to when it is a `$ref` in the place of a text, a list or a map.
    func followed(_ node: Node) -> Node {
        guard follow != nil, let value = arena.value(in: node, for: "$ref"), arena.kind(value) == .string else {
            return node
        }
        return followUnexpected(value) ?? node
    }

    /// What a `$ref` leads to that stands where OpenAPI has no references, which bundlers allow.
    ///
    /// For example:
    ///
    ///     get: { $ref: operations/getPet.yaml }
    func followUnexpected(_ value: Node) -> Node? {
        guard let text = arena.string(value), let follow else {
            reportWrongType(value, expected: "a reference")
            return nil
        }
        diagnostics.warning(
            "unexpected-reference", "OpenAPI has no reference here; it is followed all the same",
            at: arena.range(of: value))
        let reference = Reference(text: text, node: value, summary: nil, description: nil)
        guard let target = follow(PendingReference(reference: reference, kind: nil)) else { return nil }
        if following.contains(target) || following.count >= 100 || target == arena.parent(of: value) {
            reportCycle(reference)
        }
        return target == arena.parent(of: value) ? nil : target
    }

    func reportCycle(_ reference: Reference) {
        report(
            "reference-cycle", "`\(reference.text)` leads back to itself and never to a value",
            at: arena.range(of: reference.node))
    }
}
