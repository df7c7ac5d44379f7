import OpenAPIModel

extension SchemaChecker {
    /// A checker for the schemas of a description, whose references are bound already; nothing else is read.
    package convenience init(_ description: Description, assertsFormats: Bool = false) {
        self.init(
            arena: description.arena, files: description.files, dialect: SchemaDialect(description.version),
            assertsFormats: assertsFormats, load: { _ in nil }, bound: { description.targetNode(at: $0) })
        for schema in description.schemas { addRoot(of: schema.node, description) }
        let named = description.schemas.filter(\.identity.hasNames)
        for schema in named.sorted(by: { comesBefore($0.node, $1.node) }) { addNames(of: schema.node) }
    }

    /// A checker for schemas of JSON Schema that stand alone, Draft 2020-12 unless they say otherwise; nothing is read.
    package convenience init(standingAloneIn arena: NodeArena, _ files: SourceFiles, assertsFormats: Bool = false) {
        self.init(
            arena: arena, files: files, dialect: SchemaDialect(.draft2020), assertsFormats: assertsFormats,
            load: { _ in nil }, bound: { _ in nil })
    }

    /// The version of the document that a node is in.
    func version(of node: Node) -> OpenAPIVersion {
        resources.index(around: node, arena).flatMap { versions[resources[$0].root] } ?? .v3_1
    }

    /// A file is a resource, whose address is where it was found.
    private func addRoot(of node: Node, _ description: Description) {
        guard knownFiles.insert(arena.file(of: node)).inserted else { return }
        let root = arena.root(of: node)
        let stated = statedVersion(root) ?? description.version
        versions[root] = stated
        let dialect = arena.value(in: root, for: "jsonSchemaDialect").flatMap(arena.string).flatMap {
            SchemaDialect(metaSchema: Address($0).withoutFragment)
        }
        let address =
            arena.value(in: root, for: "$self").flatMap(arena.string) ?? description.files[arena.file(of: root)].path
        _ = resources.add(
            root, address: address, dialect: stated < .v3_1 ? SchemaDialect(stated) : dialect ?? SchemaDialect(stated))
    }

    private func statedVersion(_ root: Node) -> OpenAPIVersion? {
        let text = ["openapi", "swagger"].lazy.compactMap { self.arena.value(in: root, for: $0) }.first.flatMap(
            arena.scalarText)
        return text.flatMap { text in OpenAPIVersion.allCases.first { text.hasPrefix($0.rawValue) } }
    }

    /// What is around comes first, so that relative addresses can be told.
    private func comesBefore(_ left: Node, _ right: Node) -> Bool {
        let (first, second) = (arena.range(of: left), arena.range(of: right))
        return (first.file.index, first.start, second.end) < (second.file.index, second.start, first.end)
    }

    private func addNames(of node: Node) {
        guard let around = resources.index(around: node, arena) else { return }
        _ = resources.addNames(of: node, in: around, statedDialect(node) ?? resources[around].dialect, arena)
    }
}

extension SchemaIdentity {
    fileprivate var hasNames: Bool { id != nil || anchor != nil || dynamicAnchor != nil }
}
