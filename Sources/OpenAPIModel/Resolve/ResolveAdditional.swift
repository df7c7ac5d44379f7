extension Resolver {
    /// What a schema says about members that it does not name.
    struct AdditionalParts {
        /// Schemas for them, with the identity of what they stand in: `additionalProperties` and `patternProperties`.
        var schemas: [(id: SchemaID, owner: TypeIdentity)] = []
        /// Whether some may have any value.
        var areAny = false
        /// Whether there may be some.
        var areAllowed = true
        /// A schema that closes itself to all that is not evaluated in it.
        var closing: Schema?
        /// Whether some values have members that others do not have, which flattening leaves out.
        var hasChoice = false
        /// Whether names that match a pattern have schemas of their own.
        var hasPatterns = false
    }

    /// Gathers what a part of an object says about further members.
    mutating func collectAdditional(_ schema: Schema, into parts: inout AdditionalParts, _ owner: TypeIdentity) {
        let rare = schema.applicators
        let patterns = rare.patternProperties.map(\.value)
        parts.hasChoice =
            parts.hasChoice || !(schema.oneOf + schema.anyOf).isEmpty || rare.ifSchema != nil
            || !rare.dependentSchemas.isEmpty
        for id in patterns { collect(id, into: &parts, owner) }
        if let additional = schema.additionalProperties ?? rare.unevaluatedProperties {
            if case .never = description.schema(additional).form {
                if schema.additionalProperties == nil { parts.closing = schema }
                parts.areAllowed = parts.areAllowed && schema.additionalProperties == nil
            } else {
                collect(additional, into: &parts, owner)
            }
        }
        if !patterns.isEmpty { parts.hasPatterns = true }
    }

    private func collect(_ id: SchemaID, into parts: inout AdditionalParts, _ owner: TypeIdentity) {
        switch description.schema(id).form {
        case .never: break
        case .always: parts.areAny = true
        case .keywords: parts.schemas.append((id, owner))
        }
    }

    /// Whether there may be further members, and their type, if they have one.
    mutating func resolveAdditional(_ parts: AdditionalParts) -> (areAllowed: Bool, use: TypeUse?) {
        var areAllowed = parts.areAllowed
        if let closing = parts.closing {
            if parts.hasChoice {
                reportUnsupported(
                    "`unevaluatedProperties` beside a choice", at: closing.node, key: "unevaluatedProperties",
                    instead: "further members are kept")
            } else {
                areAllowed = false
            }
        }
        guard !parts.areAny, let first = parts.schemas.first else { return (areAllowed || parts.hasPatterns, nil) }
        let use = laterType(of: first.id, first.owner.part(.additional))
        for other in parts.schemas.dropFirst() {
            let otherUse = laterType(of: other.id, other.owner.part(.additional))
            guard !isSame(otherUse, use) else {
                if otherUse.type != use.type { api[use.type].alike.append(api[otherUse.type]) }
                continue
            }
            for id in [first.id, other.id] {
                reportUnsupported(
                    "one of several types of further members", at: description.schema(id).node,
                    instead: "they are kept as JSON")
            }
            return (true, nil)
        }
        return (areAllowed || parts.hasPatterns, isAny(use) ? nil : use)
    }

    /// Whether two uses have one Swift type; a scalar has the type of each that is written alike.
    private func isSame(_ left: TypeUse, _ right: TypeUse) -> Bool {
        guard left != right else { return true }
        guard left.isNullable == right.isNullable else { return false }
        switch (api[left.type].shape, api[right.type].shape) {
        case (.string(let first), .string(let second)), (.integer(let first), .integer(let second)),
            (.number(let first), .number(let second)):
            return first == second
        case (.boolean, .boolean), (.any, .any): return true
        default: return false
        }
    }

    /// Members that have to be there and that nothing describes: they are of the type of further members.
    mutating func addUndescribed(
        _ names: [(name: String, node: Node)], _ additional: TypeUse?, to list: inout [Property]
    ) {
        var known = Set(list.map(\.name))
        for (name, node) in names where known.insert(name).inserted {
            let use = additional ?? anyUse(at: node)
            list.append(
                Property(
                    name: name, use: use, isRequired: true, directions: [.sent, .received], constant: nil,
                    documentation: Documentation(), origin: node))
        }
    }

    private mutating func anyUse(at node: Node) -> TypeUse {
        if let known = anyType { return known }
        let use = TypeUse(add(.any, .named(""), Schema(node: node)))
        anyType = use
        return use
    }
}
