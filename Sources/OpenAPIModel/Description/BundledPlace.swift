extension Description {
    /// The way to a node in the document that a bundle would be, so that names do not depend on how many files there are.
    ///
    /// For example, `/schema` in the file `parameters/limit.yaml`, which operations refer to, is
    /// `/components/parameters/limit/schema`.
    func bundledPlace(of node: Node) -> [String] {
        guard arena.file(of: node) != entry else { return renamed(arena.pointer(of: node).tokens) }
        var rest: [String] = []
        var current = node
        while true {
            if let place = ownPlace(of: current) { return place + rest.reversed() }
            guard let parent = arena.parent(of: current) else { return rest.reversed() }
            rest.append(arena.token(of: current, in: parent))
            current = parent
        }
    }

    /// Where something in another file is put that references lead to.
    private func ownPlace(of node: Node) -> [String]? {
        if let path = pathsOfItems[node] { return ["paths", path] }
        guard referred.contains(node) else { return nil }
        if let id = schemaIDs[node] { return origin(of: id).name.map { ["components", "schemas", $0] } }
        guard let kind = targets.kind(of: node) else { return nil }
        return ["components", kind.section, objectName(of: node, kind)]
    }

    /// The way to a node of the entry document, with the name that a component had before a bundle gave it another one.
    private func renamed(_ tokens: [String]) -> [String] {
        guard tokens.count >= 3, tokens[0] == "components" else { return tokens }
        let component = arena.node(at: JSONPointer(tokens: tokens[..<3]), from: root)
        guard let component, let name = arena.value(in: component, for: Description.originalName).flatMap(arena.string)
        else { return tokens }
        return [tokens[0], tokens[1], name] + tokens[3...]
    }

    /// The name of an object in another file: that of a component which refers to it, of its place, or of its file.
    func objectName(of node: Node, _ kind: ReferenceKind) -> String {
        if let alias = objectAliases[node] { return alias }
        let pointer = arena.pointer(of: node)
        let isNamed = arena.parent(of: node).map(arena.kind) == .mapping
        let file = files[arena.file(of: node)].path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) }
        return (isNamed ? pointer.tokens.last : nil) ?? file ?? kind.rawValue
    }
}

extension Targets {
    /// What was read at a node as an object whose parts are called after it.
    fileprivate func kind(of node: Node) -> ReferenceKind? {
        if parameters[node] != nil { return .parameter }
        if headers[node] != nil { return .header }
        if requestBodies[node] != nil { return .requestBody }
        return responses[node] != nil ? .response : nil
    }
}

extension Binder {
    /// The paths of path items, also of those in other files; the first path of each.
    func pathsOfItems(_ document: OpenAPI) -> [Node: String] {
        var paths: [Node: String] = [:]
        for item in document.paths?.items ?? [] {
            let node = item.value.reference.flatMap { bound[$0.node] } ?? item.value.inline?.node
            if let node, paths[node] == nil { paths[node] = item.name }
        }
        return paths
    }

    /// What the entry document's components refer to in other files, with the name of the first of them.
    func objectAliases(_ version: OpenAPIVersion) -> [Node: String] {
        var aliases: [Node: String] = [:]
        for kind in ReferenceKind.allCases where kind != .schema {
            let section = entryRoot.flatMap {
                reading.arena.node(at: JSONPointer(tokens: kind.path(version)), from: $0)
            }
            for entry in section.map(reading.arena.entries) ?? MappingEntries.none {
                guard let value = reading.arena.value(in: entry.value, for: "$ref"), let target = bound[value],
                    aliases[target] == nil
                else { continue }
                aliases[target] = entry.key
            }
        }
        return aliases
    }
}

extension MappingEntries {
    fileprivate static var none: MappingEntries { MappingEntries(slice: [], names: [], file: FileID(index: 0)) }
}
