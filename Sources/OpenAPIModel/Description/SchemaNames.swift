/// The schemas of all files by what they call themselves: `$id` by address, `$anchor` and `$dynamicAnchor` by resource.
///
/// A resource is a schema with a `$id`, or a file; anchors and pointers without an address are looked up in it.
struct SchemaNames {
    private(set) var ids: [String: Node] = [:]
    /// What relative addresses in each file are relative to, by how the file was found.
    var bases: [FileID: String] = [:]
    /// The addresses of the schemas that have a `$id`, and of the files that have a `$self`.
    private var addresses: [Node: String] = [:]
    private var anchors: [Node: [String: Node]] = [:]
    /// How many nodes have been looked at; files that are read later are looked at later.
    private var looked = 0

    private static let keys = ["$id", "$anchor", "$dynamicAnchor", "$self"]

    /// Whether anything that was read can be addressed otherwise than by its file.
    static func isNeeded(_ arena: NodeArena) -> Bool { arena.hasKey("$id") || arena.hasKey("$self") }

    /// Takes in the nodes that came since the last time.
    mutating func update(from arena: NodeArena) {
        guard looked < arena.count else { return }
        defer { looked = arena.count }
        guard SchemaNames.keys.contains(where: arena.hasKey) else { return }
        for index in looked..<arena.count {
            let node = Node(index: UInt32(index))
            guard arena.kind(node) == .mapping else { continue }
            let texts = SchemaNames.keys.map { arena.value(in: node, for: $0).flatMap(arena.string) }
            guard texts.contains(where: { $0 != nil }), !arena.isData(node) else { continue }
            if let id = texts[0] { add(id, node, arena) }
            if let address = texts[3], arena.isDocument(node, "3.2") { add(address, node, arena) }
            for anchor in texts[1...2].compactMap({ $0 }) { add(anchor: anchor, node, arena) }
        }
    }

    /// The schema with a `$id` that a node is in, or the root of its file.
    func resource(around node: Node, _ arena: NodeArena) -> Node {
        var current = node
        while addresses[current] == nil, let parent = arena.parent(of: current) { current = parent }
        return current
    }

    /// The address that references in a node are relative to; nil where that is the one of its file.
    func statedBase(of node: Node, _ arena: NodeArena) -> String? { addresses[resource(around: node, arena)] }

    func base(of node: Node, _ arena: NodeArena) -> String {
        statedBase(of: node, arena) ?? bases[arena.file(of: node)] ?? ""
    }

    /// The anchors of a resource.
    func anchors(in resource: Node) -> [String: Node] { anchors[resource] ?? [:] }

    /// A relative `$id` is an address only together with those around it.
    private mutating func add(_ id: String, _ node: Node, _ arena: NodeArena) {
        let around = arena.parent(of: node).map { base(of: $0, arena) } ?? bases[arena.file(of: node)] ?? ""
        let address = joined(around, id)
        addresses[node] = address
        if ids[address] == nil { ids[address] = node }
    }

    private mutating func add(anchor name: String, _ node: Node, _ arena: NodeArena) {
        let resource = resource(around: node, arena)
        if anchors[resource]?[name] == nil { anchors[resource, default: [:]][name] = node }
    }
}

extension NodeArena {
    func hasKey(_ name: String) -> Bool { keys.knownID(of: name) != nil }

    /// Whether a node is the root of a document of a version, such as `3.2`.
    fileprivate func isDocument(_ node: Node, _ version: String) -> Bool {
        parent(of: node) == nil && value(in: node, for: "openapi").flatMap(scalarText)?.hasPrefix(version) == true
    }

    /// Whether a node is in an example or another value that says nothing about schemas.
    fileprivate func isData(_ node: Node) -> Bool {
        var current = node
        while let parent = parent(of: current) {
            if let key = key(of: current, in: parent), NodeArena.dataKeys.contains(key) || key.hasPrefix("x-") {
                let around = self.parent(of: parent).flatMap { self.key(of: parent, in: $0) }
                if !NodeArena.schemaMaps.contains(around ?? "") { return true }
            }
            current = parent
        }
        return false
    }

    private static let dataKeys: Set<String> = [
        "example", "examples", "default", "enum", "const", "value", "dataValue",
    ]
    /// Members whose keys are free names of schemas.
    private static let schemaMaps: Set<String> = [
        "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas",
    ]

    private func key(of node: Node, in parent: Node) -> String? {
        guard kind(parent) == .mapping, let place = place(of: node, in: parent) else { return nil }
        let entries = entries(of: parent)
        return entries[entries.startIndex + place].key
    }
}
