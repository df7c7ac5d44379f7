import OpenAPIModel

/// A text that is equal to another only where all scalars are, as names and texts in JSON are.
struct ExactText: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ExactText, right: ExactText) -> Bool {
        left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// Numbers for values, the same for values that are equal in JSON: members in any order, `1` and `1.0`.
///
/// Each node is looked at once, without recursion.
struct JSONIdentity {
    private enum Value: Hashable {
        case null
        case boolean(Bool)
        case number(ExactNumber)
        /// Infinities and NaN of YAML, by their text.
        case special(String)
        case text(ExactText)
        case list([Int])
        case mapping([Int])
    }

    private var known: [Node: Int] = [:]
    private var numbers: [Value: Int] = [:]

    mutating func number(of text: String) -> Int { intern(.text(ExactText(text))) }

    mutating func number(of node: Node, in arena: NodeArena) -> Int {
        var open = [node]
        while let current = open.last {
            if known[current] == nil {
                let missing = children(of: current, arena).filter { known[$0] == nil }
                guard missing.isEmpty else {
                    open += missing
                    continue
                }
                known[current] = intern(value(of: current, arena))
            }
            open.removeLast()
        }
        return known[node] ?? -1
    }

    private func children(of node: Node, _ arena: NodeArena) -> [Node] {
        switch arena.kind(node) {
        case .sequence: Array(arena.elements(of: node))
        case .mapping: arena.entries(of: node).map(\.value)
        case .null, .boolean, .integer, .number, .string: []
        }
    }

    private mutating func value(of node: Node, _ arena: NodeArena) -> Value {
        switch arena.kind(node) {
        case .null: return .null
        case .boolean: return .boolean(arena.boolean(node) ?? false)
        case .integer, .number:
            let text = arena.number(node) ?? ""
            return ExactNumber(text).map(Value.number) ?? .special(text)
        case .string: return .text(ExactText(arena.string(node) ?? ""))
        case .sequence: return .list(arena.elements(of: node).map { known[$0] ?? -1 })
        case .mapping:
            var members: [(Int, Int)] = []
            for entry in arena.entries(of: node) { members.append((number(of: entry.key), known[entry.value] ?? -1)) }
            members.sort { $0.0 < $1.0 }
            return .mapping(members.flatMap { [$0.0, $0.1] })
        }
    }

    private mutating func intern(_ value: Value) -> Int {
        if let number = numbers[value] { return number }
        numbers[value] = numbers.count
        return numbers.count - 1
    }
}
