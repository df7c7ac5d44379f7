/// All values of the files of one run, in flat arrays; values are asked for by `Node`.
///
/// A node that YAML aliases refer to is held once, so the arena is a graph without cycles rather than a tree:
/// code that walks it must expect to meet a node more than once.
package struct NodeArena: Sendable {
    /// What every node has; `first` and `count` are a stretch of `text`, `elements` or `entries`.
    struct Record {
        var kind: NodeKind
        var file: FileID
        var start: UInt32
        var end: UInt32
        var first: UInt32
        var count: UInt32
    }

    /// A mapping's entry as it is stored; the key is an index into `keys`.
    struct Entry {
        var key: UInt32
        var start: UInt32
        var end: UInt32
        var value: Node
    }

    static let noParent = UInt32.max
    /// The number of entries from which a mapping has an index.
    static let indexedCount = 24

    var records: [Record] = []
    var parents: [UInt32] = []
    var text: [UInt8] = []
    var elements: [Node] = []
    var entries: [Entry] = []
    var keys = KeyTable()
    /// Per large mapping: which entry a key has, so that a lookup does not walk over thousands.
    var indices: [Node: [UInt32: Int]] = [:]

    package init() {}

    package var count: Int { records.count }
}

/// The distinct keys of all mappings, each kept once.
struct KeyTable: Sendable {
    private(set) var names: [String] = []
    private var ids: [String: UInt32] = [:]

    /// The number of a key that a mapping has.
    func knownID(of name: String) -> UInt32? { ids[name] }

    /// The number of a key, the same for equal keys.
    mutating func id(of name: String) -> UInt32 {
        if let id = ids[name] { return id }
        let id = UInt32(names.count)
        names.append(name)
        ids[name] = id
        return id
    }
}
