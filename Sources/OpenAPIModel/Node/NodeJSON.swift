import TrunklineJSON

extension NodeArena {
    /// The JSON value that a node stands for; nil where JSON has none, as for `.inf`.
    package func json(_ node: Node) -> JSONValue? {
        switch kind(node) {
        case .null: return .null
        case .boolean: return boolean(node).map(JSONValue.bool)
        case .integer, .number: return jsonNumber(node).map(JSONValue.number)
        case .string: return string(node).map(JSONValue.string)
        case .sequence:
            let elements = elements(of: node).compactMap(json)
            return elements.count == self.elements(of: node).count ? .array(elements) : nil
        case .mapping:
            let members = entries(of: node).compactMap { entry in json(entry.value).map { (entry.key, $0) } }
            guard members.count == entries(of: node).count else { return nil }
            var object = JSONMembers()
            for (name, value) in members where object[name] == nil { object[name] = value }
            return .object(object)
        }
    }

    /// A number as JSON writes it: `0x1F` is 31, `+.5` is 0.5.
    private func jsonNumber(_ node: Node) -> JSONNumber? {
        guard let text = number(node) else { return nil }
        return JSONNumber(text: text) ?? integer(node).map { JSONNumber($0) } ?? double(node).flatMap { JSONNumber($0) }
    }
}
