import OpenAPIModel

/// How much may still be looked at by checks that look at schemas through others; a hostile document has endless ways.
struct Budget {
    /// Schemas that are parts of others, each counted where it is one.
    var parts = 2_000_000
    /// Members of such schemas.
    var members = 5_000_000
    /// Names that were meant by misspelled ones.
    var suggestions = 100
    /// Whether it was said that something is not looked at any more.
    var isExhaustionReported = false
}

extension RuleFindings {
    /// The most schemas that one question about a schema looks at.
    private static let visitedCount = 5000

    /// A schema and those that it is made of: what `$ref`, `allOf` and, if asked, the alternatives lead to, each once.
    ///
    /// Nil where there are too many of them to tell.
    mutating func parts(of schema: SchemaID, alternatives: Bool) -> [SchemaID]? {
        var found: [SchemaID] = []
        var seen: Set<SchemaID> = [schema]
        var pending = [schema]
        while let id = pending.popLast() {
            found.append(id)
            budget.parts -= 1
            guard found.count <= Self.visitedCount, budget.parts > 0 else {
                reportExhaustion(at: schema)
                return nil
            }
            pending += neighbours(of: id, alternatives).reversed().filter { seen.insert($0).inserted }
        }
        return found
    }

    /// Says once that schemas are not looked through any more.
    private mutating func reportExhaustion(at schema: SchemaID) {
        guard !budget.isExhaustionReported else { return }
        budget.isExhaustionReported = true
        reportCost("this schema is made of too many others to look through them", at: description.schema(schema).node)
    }

    private func neighbours(of id: SchemaID, _ alternatives: Bool) -> [SchemaID] {
        let part = description.schema(id)
        let target = part.ref.flatMap { description.schemaID(of: $0) }.map { [$0] } ?? []
        guard !part.isPureReference else { return target }
        return part.allOf + (alternatives ? part.anyOf + part.oneOf : []) + target
    }

    /// The names of the members that a schema can have; nil where it takes any or cannot be known.
    mutating func memberNames(of schema: SchemaID) -> Set<String>? {
        guard let parts = parts(of: schema, alternatives: true) else { return nil }
        var names: Set<String> = []
        for id in parts {
            let part = description.schema(id)
            let isUnbound = part.ref.map { description.schemaID(of: $0) == nil } ?? false
            budget.members -= part.properties.count
            if budget.members <= 0 { reportExhaustion(at: schema) }
            guard !isUnbound, !isOpen(part), budget.members > 0 else { return nil }
            if !part.isPureReference { names.formUnion(part.properties.lazy.map(\.name)) }
        }
        return names.isEmpty ? nil : names
    }

    /// Whether a schema says something of members that it does not name.
    private func isOpen(_ part: Schema) -> Bool {
        if case .always = part.form { return true }
        if let additional = part.additionalProperties {
            guard case .never = description.schema(additional).form else { return true }
        }
        let applicators = part.applicators
        return !applicators.patternProperties.isEmpty || applicators.thenSchema != nil || applicators.elseSchema != nil
            || !applicators.dependentSchemas.isEmpty || applicators.unevaluatedProperties != nil
    }

    /// Whether a schema, or what it is made of, has a member of that name and requires it; nil where that is unknown.
    mutating func member(_ name: String, of schema: SchemaID) -> (isDeclared: Bool, isRequired: Bool)? {
        guard let parts = parts(of: schema, alternatives: false) else { return nil }
        var (isDeclared, isRequired) = (false, false)
        for id in parts {
            let part = description.schema(id)
            guard !part.isPureReference else { continue }
            budget.members -= part.required.count
            guard budget.members > 0 else {
                reportExhaustion(at: schema)
                return nil
            }
            let members = description.arena.value(in: part.node, for: "properties")
            isDeclared = isDeclared || members.flatMap { description.arena.value(in: $0, for: name) } != nil
            isRequired = isRequired || part.required.contains(name)
        }
        return (isDeclared, isRequired)
    }

    /// What to do about a misspelled name, where one of the candidates was probably meant; asked for a number of names only.
    mutating func help(for name: String, among candidates: () -> some Sequence<String>) -> String? {
        guard budget.suggestions > 0 else { return nil }
        budget.suggestions -= 1
        return suggestion(for: name, among: candidates()).map { "did you mean `\($0)`?" }
    }
}
