/// A place in a document by keys and list positions (RFC 6901).
///
/// For example, `/paths/~1pets/get` has the tokens `paths`, `/pets`, `get`.
package struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
    package let tokens: [String]

    package init(tokens: some Sequence<String>) {
        self.tokens = Array(tokens)
    }

    /// Reads the text of a pointer: empty, or beginning with `/`; `~0` is `~`, `~1` is `/`.
    package init?(_ text: String) {
        guard !text.isEmpty else {
            tokens = []
            return
        }
        guard text.utf8.first == 0x2F else { return nil }
        var tokens: [String] = []
        // By scalars: a slash and a combining mark after it are one character.
        for part in text.unicodeScalars.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let token = JSONPointer.unescaped(Substring(part)) else { return nil }
            tokens.append(token)
        }
        self.tokens = tokens
    }

    package var description: String {
        tokens.map { "/" + JSONPointer.escaped($0) }.joined()
    }

    package func appending(_ token: String) -> JSONPointer { JSONPointer(tokens: tokens + [token]) }

    private static func unescaped(_ part: Substring) -> String? {
        guard part.utf8.contains(0x7E) else { return String(part) }
        var result = ""
        var scalars = part.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "~" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            switch scalars.next() {
            case "0": result += "~"
            case "1": result += "/"
            default: return nil
            }
        }
        return result
    }

    private static func escaped(_ token: String) -> String {
        guard token.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return token }
        return token.unicodeScalars.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
    }
}

/// How far a pointer led.
package enum PointerLookup: Sendable {
    case found(Node)
    /// The last node that was reached, and the token that it does not have.
    case missing(in: Node, token: String)
}

extension NodeArena {
    /// Follows a pointer from a node.
    package func lookup(_ pointer: JSONPointer, from root: Node) -> PointerLookup {
        var node = root
        for token in pointer.tokens {
            guard let next = child(of: node, token) else { return .missing(in: node, token: token) }
            node = next
        }
        return .found(node)
    }

    /// The node that a pointer leads to.
    package func node(at pointer: JSONPointer, from root: Node) -> Node? {
        guard case .found(let node) = lookup(pointer, from: root) else { return nil }
        return node
    }

    /// The way from the root of its file to a node; for a node with aliases, to where its anchor is.
    package func pointer(of node: Node) -> JSONPointer {
        var tokens: [String] = []
        var current = node
        while let parent = parent(of: current) {
            tokens.append(token(of: current, in: parent))
            current = parent
        }
        return JSONPointer(tokens: tokens.reversed())
    }

    /// The collection that a node is written in; nil for the root of a file.
    package func parent(of node: Node) -> Node? {
        let index = parents[Int(node.index)]
        return index == NodeArena.noParent ? nil : Node(index: index)
    }

    /// The value that holds all others of the node's file.
    package func root(of node: Node) -> Node {
        var current = node
        while let parent = parent(of: current) { current = parent }
        return current
    }

    private func child(of node: Node, _ token: String) -> Node? {
        guard kind(node) == .sequence else { return value(in: node, for: token) }
        let elements = elements(of: node)
        let isIndex = token == "0" || (token.utf8.first != 0x30 && token.utf8.allSatisfy { (0x30...0x39).contains($0) })
        guard isIndex, let index = Int(token), index < elements.count else { return nil }
        return elements[elements.startIndex + index]
    }

    func token(of node: Node, in parent: Node) -> String {
        guard let place = place(of: node, in: parent) else { return "" }
        return kind(parent) == .sequence ? String(place) : keys.names[keyID(at: place, in: parent)]
    }

    private func keyID(at place: Int, in parent: Node) -> Int {
        Int(entries[Int(record(parent).first) + place].key)
    }

    /// Which child of a collection a node is.
    ///
    /// Nodes are numbered in the order they are read, so a binary search nearly always finds it; where aliases or merge
    /// keys put older nodes among the children, every child is looked at.
    func place(of node: Node, in parent: Node) -> Int? {
        let record = record(parent)
        let (first, count) = (Int(record.first), Int(record.count))
        let isSequence = record.kind == .sequence
        func child(_ place: Int) -> Node { isSequence ? elements[first + place] : entries[first + place].value }
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if child(middle).index < node.index { low = middle + 1 } else { high = middle }
        }
        if low < count, child(low) == node { return low }
        return (0..<count).first { child($0) == node }
    }
}
