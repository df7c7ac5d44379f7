extension Resolver {
    /// Whether the configuration leaves out an operation.
    ///
    /// - Parameter ids: Its `operationId`, and for a webhook its name.
    func isLeftOut(_ ids: [String], _ operation: Operation, at path: String?) -> Bool {
        let isIncluded = configuration.include?.names(operation: ids, tags: operation.tags, path: path) ?? true
        let isExcluded = configuration.exclude?.names(operation: ids, tags: operation.tags, path: path) ?? false
        return !isIncluded || isExcluded
    }

    /// Resolves the schemas that the configuration asks for, and notes those that it leaves out.
    mutating func resolveSelection() {
        guard configuration.include != nil || configuration.exclude != nil else { return }
        var selection = API.Selection()
        let included = configuration.include?.schemas ?? []
        let excluded = configuration.exclude?.schemas ?? []
        if !included.isEmpty || !excluded.isEmpty {
            let schemas = namedSchemas
            for entry in included {
                guard let id = schema(entry, in: schemas) else { continue }
                selection.included.append(type(of: id, .named(entry.value)).type)
            }
            for entry in excluded {
                guard let id = schema(entry, in: schemas) else { continue }
                selection.schemas.formUnion([
                    description.schema(id).node, description.schema(description.resolved(id)).node,
                ])
            }
        }
        api.selection = selection
        reportUnknownSelection()
    }

    /// Notes the types of schemas that are left out, when every schema has its type, and the places that nobody asks for.
    mutating func settleSelection() {
        guard var selection = api.selection else { return }
        selection.included = selection.included.map { settled(TypeUse($0)).type }
        for node in selection.schemas {
            guard let id = description.schemaID(at: node), let use = known[description.resolved(id)] else { continue }
            selection.excluded.insert(use.type)
        }
        api.selection = selection
    }

    /// Drops the findings about what is left out.
    mutating func dropLeftOut(since count: Int) {
        guard api.selection != nil else { return }
        let places = leftOutPlaces()
        api.selection?.leftOut = places
        let api = api
        diagnostics.removeAll(since: count, where: api.leavesOut)
    }

    private var namedSchemas: [String: SchemaID] {
        var schemas: [String: SchemaID] = [:]
        for component in description.document.components?.schemas ?? [] { schemas[component.name] = component.value }
        for id in description.schemaIndices {
            if let name = description.origin(of: id).name, schemas[name] == nil { schemas[name] = id }
        }
        return schemas
    }

    // MARK: Findings

    private mutating func schema(_ entry: Located<String>, in schemas: [String: SchemaID]) -> SchemaID? {
        if let id = schemas[entry.value] { return id }
        reportUnknown("schema", entry, among: schemas.keys.sorted())
        return nil
    }

    private mutating func reportUnknownSelection() {
        let operations = (description.document.paths?.items ?? []).compactMap { description.object($0.value) }
            .flatMap(\.operations).map(\.value)
        let webhooks = description.document.webhooks.compactMap { description.object($0.value) }
            .flatMap(\.operations).map(\.value)
        let tags = (operations + webhooks).flatMap(\.tags) + description.document.tags.map(\.name)
        let paths = (description.document.paths?.items ?? []).map(\.name)
        let ids =
            api.operations.map(\.id) + webhooks.compactMap(\.operationId) + description.document.webhooks.map(\.name)
        for selection in [configuration.include, configuration.exclude].compactMap(\.self) {
            for entry in selection.operations { reportUnknown("operation", entry, among: ids) }
            for entry in selection.tags { reportUnknown("tag", entry, among: tags) }
            for entry in selection.paths where !paths.contains(where: entry.value.stands) {
                reportUnknown("path", entry, among: paths)
            }
        }
    }

    private mutating func reportUnknown(_ what: String, _ entry: Located<String>, among known: [String]) {
        guard !known.contains(entry.value) else { return }
        diagnostics.error(
            "unknown-\(what)", "the specification has no \(what) `\(entry.value)`", at: entry.range,
            help: suggestion(for: entry.value, among: known).map { "did you mean `\($0)`?" })
    }

    // MARK: Places

    /// The places that what is left out reaches and nothing else does.
    private func leftOutPlaces() -> Set<SourceRange> {
        let selected = api.selected()
        let excluded = api.selection?.schemas ?? []
        var kept = ReachedPlaces(description, besides: excluded)
        kept.add(selected.operations, selected.notifications, selected.types.filter { !$0.directions.isEmpty })
        var left = ReachedPlaces(description)
        left.add(api.operations, api.notifications, api.types)
        for node in excluded { left.add(node) }
        return left.ranges.subtracting(kept.ranges)
    }
}

/// The places of everything that nodes hold and refer to.
private struct ReachedPlaces {
    private let description: Description
    private var seen: Set<Node>
    private(set) var ranges: Set<SourceRange> = []

    /// - Parameter besides: Nodes that are not looked at.
    init(_ description: Description, besides: Set<Node> = []) {
        self.description = description
        seen = besides
    }

    mutating func add(_ operations: [API.Operation], _ notifications: [API.Notification], _ types: [TypeDefinition]) {
        for operation in operations {
            add(operation.origin)
            for parameter in operation.parameters { add(parameter.origin) }
        }
        for notification in notifications { add(notification.origin) }
        for type in types {
            for definition in [type] + type.alike { add(definition.origin) }
        }
    }

    mutating func add(_ root: Node) {
        let arena = description.arena
        var pending = [root]
        while let node = pending.popLast() {
            guard seen.insert(node).inserted else { continue }
            ranges.formUnion([arena.range(of: node), arena.nameRange(of: node)])
            if let target = description.targetNode(at: node) { pending.append(target) }
            switch arena.kind(node) {
            case .mapping:
                for entry in arena.entries(of: node) {
                    ranges.insert(entry.keyRange)
                    pending.append(entry.value)
                }
            case .sequence: pending += arena.elements(of: node)
            case .null, .boolean, .integer, .number, .string: break
            }
        }
    }
}
