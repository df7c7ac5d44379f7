/// Puts values into an arena as a parser meets them; both the YAML and the JSON reader write through it.
struct NodeBuilder {
    /// What the mapping that is being read waits for.
    enum PendingKey {
        case none
        case key(id: UInt32, start: UInt32, end: UInt32, merges: Bool)
        /// A key that is no string was reported; its value is read and forgotten.
        case dropped
    }

    /// A collection that is not closed yet.
    struct Frame {
        let node: Node
        let kind: NodeKind
        let isFlow: Bool
        let anchor: String?
        let firstChild: Int
        var key = PendingKey.none
        var isComplexKey = false
        var height = 0
        /// The values in it and itself, those that aliases stand for counted again.
        var size = 1
        var end: UInt32
    }

    /// An entry of a mapping that is not closed yet.
    struct PendingEntry {
        var entry: NodeArena.Entry
        var merges: Bool
    }

    let file: FileID
    let limits: Limits
    var arena: NodeArena
    var diagnostics: Diagnostics
    var frames: [Frame] = []
    var root: Node?
    /// Whether a limit was reached, which was reported.
    var isStopped = false

    var pendingElements: [Node] = []
    var pendingEntries: [PendingEntry] = []
    /// Per key: the mapping it was last met in, and its place there.
    var seen: [(mapping: UInt32, place: Int)] = []
    /// How many values aliases stand for so far.
    var expansions = 0

    init(file: FileID, limits: Limits, arena: NodeArena, diagnostics: Diagnostics) {
        self.file = file
        self.limits = limits
        self.arena = arena
        self.diagnostics = diagnostics
    }

    /// Whether the next scalar is a key.
    var expectsKey: Bool {
        guard let frame = frames.last, frame.kind == .mapping, case .none = frame.key else { return false }
        return true
    }

    func range(_ start: UInt32, _ end: UInt32) -> SourceRange {
        SourceRange(file: file, start: start, end: end)
    }

    mutating func key(_ name: String, _ start: UInt32, _ end: UInt32, merges: Bool = false) {
        let last = frames.count - 1
        frames[last].key = .key(id: arena.keys.id(of: name), start: start, end: end, merges: merges)
        frames[last].end = end
    }

    @discardableResult
    mutating func scalar(_ kind: NodeKind, _ text: UnsafeBufferPointer<UInt8>, _ start: UInt32, _ end: UInt32) -> Node {
        let node = makeScalar(kind, text, start, end)
        add(node, end: end, height: 0, size: 1)
        return node
    }

    /// Stores a scalar without giving it a place in a collection, as for a key that has an anchor.
    mutating func makeScalar(
        _ kind: NodeKind, _ text: UnsafeBufferPointer<UInt8>, _ start: UInt32, _ end: UInt32
    ) -> Node {
        let first = UInt32(arena.text.count)
        arena.text.append(contentsOf: text)
        return store(kind, start, end, first, UInt32(text.count))
    }

    /// Opens a list or a mapping, unless it is nested too deep.
    mutating func open(_ kind: NodeKind, _ start: UInt32, _ end: UInt32, isFlow: Bool, anchor: String? = nil) {
        guard frames.count < limits.depth else { return reportDepth(range(start, end)) }
        let isComplexKey = expectsKey
        if isComplexKey { reportComplexKey(range(start, end)) }
        let node = store(kind, start, end, 0, 0)
        let firstChild = kind == .mapping ? pendingEntries.count : pendingElements.count
        var frame = Frame(node: node, kind: kind, isFlow: isFlow, anchor: anchor, firstChild: firstChild, end: end)
        frame.isComplexKey = isComplexKey
        frames.append(frame)
    }

    /// Closes the innermost collection; `end` is where its bracket ends, if it has one.
    @discardableResult
    mutating func close(_ end: UInt32?) -> Frame? {
        guard var frame = frames.popLast() else { return nil }
        if let end { frame.end = end }
        let index = Int(frame.node.index)
        arena.records[index].end = frame.end
        if frame.kind == .mapping { closeMapping(frame, index) } else { closeSequence(frame, index) }
        if frame.isComplexKey {
            frames[frames.count - 1].key = .dropped
            frames[frames.count - 1].end = frame.end
        } else {
            add(frame.node, end: frame.end, height: frame.height, size: frame.size)
        }
        return frame
    }

    /// Gives a node, new or shared by an alias, its place in the innermost collection.
    mutating func add(_ node: Node, end: UInt32, height: Int, size: Int) {
        guard let last = frames.indices.last else {
            root = root ?? node
            return
        }
        frames[last].end = end
        frames[last].size += size
        frames[last].height = max(frames[last].height, height + 1)
        if frames[last].kind == .sequence {
            pendingElements.append(node)
        } else if case .key(let id, let start, let keyEnd, let merges) = frames[last].key {
            let entry = NodeArena.Entry(key: id, start: start, end: keyEnd, value: node)
            pendingEntries.append(PendingEntry(entry: entry, merges: merges))
        }
        frames[last].key = .none
        let child = Int(node.index)
        if arena.parents[child] == NodeArena.noParent { arena.parents[child] = frames[last].node.index }
    }

    private mutating func store(
        _ kind: NodeKind, _ start: UInt32, _ end: UInt32, _ first: UInt32, _ count: UInt32
    ) -> Node {
        if arena.records.count >= limits.nodes, !isStopped { reportNodes(range(start, end)) }
        arena.records.append(.init(kind: kind, file: file, start: start, end: end, first: first, count: count))
        arena.parents.append(NodeArena.noParent)
        return Node(index: UInt32(arena.records.count - 1))
    }

    private mutating func closeSequence(_ frame: Frame, _ index: Int) {
        arena.records[index].first = UInt32(arena.elements.count)
        arena.records[index].count = UInt32(pendingElements.count - frame.firstChild)
        arena.elements.append(contentsOf: pendingElements[frame.firstChild...])
        pendingElements.removeSubrange(frame.firstChild...)
    }

    /// Counts what an alias stands for; false when it is too much.
    mutating func expand(_ size: Int, at range: SourceRange) -> Bool {
        expansions += size
        guard expansions > limits.expansions else { return true }
        isStopped = true
        diagnostics.error(
            "too-many-expansions", "the aliases of the file stand for more than \(limits.expansions) values", at: range,
            help: Limits.help("expansions"))
        return false
    }

    mutating func reportDepth(_ range: SourceRange) {
        isStopped = true
        diagnostics.error(
            "too-deep", "collections are nested more than \(limits.depth) deep", at: range, help: Limits.help("depth"))
    }

    private mutating func reportNodes(_ range: SourceRange) {
        isStopped = true
        diagnostics.error(
            "too-many-nodes", "the files have more than \(limits.nodes) values", at: range, help: Limits.help("nodes"))
    }

    mutating func reportComplexKey(_ range: SourceRange) {
        diagnostics.error("complex-key", "a list or a mapping cannot be a key; keys are strings", at: range)
    }
}
