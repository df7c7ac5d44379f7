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
    private var ids: [ExactText: UInt32] = [:]

    /// The number of a key that a mapping has.
    func knownID(of name: String) -> UInt32? { ids[ExactText(name)] }

    /// The number of a key, the same for equal keys.
    mutating func id(of name: String) -> UInt32 {
        if let id = ids[ExactText(name)] { return id }
        let id = UInt32(names.count)
        names.append(name)
        ids[ExactText(name)] = id
        return id
    }
}

/// A text that is equal to another only where all scalars are; Swift's own equality takes `é` and `e` with an accent for one.
private struct ExactText: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ExactText, right: ExactText) -> Bool { left.text.isExactly(right.text) }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension String {
    /// Whether two texts have the same scalars, which is what makes keys equal in JSON and YAML.
    func isExactly(_ other: String) -> Bool { self == other && utf8.elementsEqual(other.utf8) }
}
