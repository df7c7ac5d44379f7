extension Bundler {
    /// Writes down what a discriminator takes for granted where a variant has got another name.
    ///
    /// For example, a variant `Dog` that is now `Dog2` gets `mapping: { Dog: '#/components/schemas/Dog2' }`.
    mutating func addMappings(to root: inout BundleValue) {
        let renamed = moved.filter { $0.kind == .schema && originalName(of: $0.target) != $0.name }
        guard !renamed.isEmpty else { return }
        let names = Dictionary(renamed.map { ($0.target, $0.name) }) { first, _ in first }
        let children = childrenByParent()
        for id in description.schemaIndices {
            let schema = description.schema(id)
            guard let discriminator = schema.discriminator, let place = place(of: discriminator.node) else { continue }
            let mapped = Set(
                discriminator.mapping.compactMap { description.schemaID(of: $0.value) }.map(description.resolved))
            let variants = (schema.oneOf + schema.anyOf).map(description.resolved) + (children[id] ?? [])
            for variant in variants where !mapped.contains(variant) {
                let node = description.schema(variant).node
                guard names[node] != nil else { continue }
                guard !hasConstant(discriminator.propertyName, variant) else { continue }
                root.append(
                    [.init(key: originalName(of: node), value: .reference(node, from: node))],
                    at: place.appending("mapping"))
            }
        }
    }

    /// The schemas whose `allOf` names a schema.
    private func childrenByParent() -> [SchemaID: [SchemaID]] {
        var children: [SchemaID: [SchemaID]] = [:]
        for id in description.schemaIndices {
            for part in description.schema(id).allOf { children[description.resolved(part), default: []].append(id) }
        }
        return children
    }

    /// Whether a schema says itself what the discriminating member is.
    private func hasConstant(_ name: String, _ id: SchemaID) -> Bool {
        var seen: Set<SchemaID> = []
        var left = [id]
        while let id = left.popLast() {
            guard seen.insert(id).inserted else { continue }
            let schema = description.schema(id)
            if let member = schema.properties[named: name].map({ description.schema(description.resolved($0)) }),
                member.const != nil || member.enumeration?.count == 1
            {
                return true
            }
            left += schema.allOf.map(description.resolved)
        }
        return false
    }
}
