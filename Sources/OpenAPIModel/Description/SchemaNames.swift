/// The schemas of all files by what they call themselves: `$id` by address, `$anchor` and `$dynamicAnchor` by file.
struct SchemaNames {
    private(set) var ids: [String: Node] = [:]
    private var anchors: [FileID: [String: Node]] = [:]
    /// How many nodes have been looked at; files that are read later are looked at later.
    private var looked = 0

    /// Takes in the nodes that came since the last time.
    mutating func update(from arena: NodeArena) {
        guard looked < arena.count else { return }
        defer { looked = arena.count }
        guard ["$id", "$anchor", "$dynamicAnchor"].contains(where: arena.hasKey) else { return }
        for index in looked..<arena.count {
            let node = Node(index: UInt32(index))
            guard arena.kind(node) == .mapping else { continue }
            if let id = arena.value(in: node, for: "$id").flatMap(arena.string) { add(id, node, arena) }
            for key in ["$anchor", "$dynamicAnchor"] {
                guard let name = arena.value(in: node, for: key).flatMap(arena.string) else { continue }
                let file = arena.file(of: node)
                if anchors[file]?[name] == nil { anchors[file, default: [:]][name] = node }
            }
        }
    }

    /// The anchors of a file.
    func anchors(in file: FileID) -> [String: Node] { anchors[file] ?? [:] }

    /// A relative `$id` is an address only together with those around it.
    private mutating func add(_ id: String, _ node: Node, _ arena: NodeArena) {
        let base = arena.parent(of: node).flatMap { arena.baseAddress(of: $0) } ?? ""
        let address = joined(base, id)
        if ids[address] == nil { ids[address] = node }
    }
}

extension NodeArena {
    func hasKey(_ name: String) -> Bool { keys.knownID(of: name) != nil }

    /// The nearest schema around a node, or itself, that has a `$id`.
    func identified(around node: Node) -> Node? {
        guard hasKey("$id") else { return nil }
        var current: Node? = node
        while let candidate = current {
            if value(in: candidate, for: "$id").flatMap(string) != nil { return candidate }
            current = parent(of: candidate)
        }
        return nil
    }

    /// The address that references in a node are relative to, as the `$id`s around it say.
    func baseAddress(of node: Node) -> String? {
        guard let schema = identified(around: node), let id = value(in: schema, for: "$id").flatMap(string) else {
            return nil
        }
        return joined(parent(of: schema).flatMap { baseAddress(of: $0) } ?? "", id)
    }
}
