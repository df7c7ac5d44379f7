/// Writes a value as YAML that reads back the same, in 1.2 and 1.1: block style, text plain where nothing can mistake it.
package func writeYAML(_ value: BundleValue, arena: NodeArena) -> String {
    var writer = YAMLWriter(arena: arena)
    writer.root(value)
    return writer.output
}

private struct YAMLWriter {
    let arena: NodeArena
    var output = ""

    init(arena: NodeArena) {
        self.arena = arena
    }

    mutating func root(_ value: BundleValue) {
        switch value {
        case .mapping(let members) where !members.isEmpty: self.members(members, indent: 0, startsLine: true)
        case .list(let elements) where !elements.isEmpty: list(elements, indent: 0)
        case .scalar, .text, .reference, .list, .mapping: output += inline(value) + "\n"
        }
    }

    private mutating func members(_ members: [BundleValue.Member], indent: Int, startsLine: Bool) {
        for (index, member) in members.enumerated() {
            if startsLine || index > 0 { space(indent) }
            let key = YAMLText(member.key).inline
            // A key that is longer than 1024 characters has to be announced (YAML 1.2, section 7.4.2).
            output += key.utf8.count > 1000 ? "? \(key)\n\(String(repeating: " ", count: indent)):" : key + ":"
            self.value(member.value, indent: indent)
        }
    }

    /// What stands behind a key.
    private mutating func value(_ value: BundleValue, indent: Int) {
        switch value {
        case .mapping(let members) where !members.isEmpty:
            output += "\n"
            self.members(members, indent: indent + 2, startsLine: true)
        case .list(let elements) where !elements.isEmpty:
            output += "\n"
            list(elements, indent: indent + 2)
        case .scalar, .text, .reference, .list, .mapping: scalar(value, indent: indent)
        }
    }

    private mutating func list(_ elements: [BundleValue], indent: Int) {
        for element in elements {
            space(indent)
            output += "-"
            switch element {
            case .mapping(let members) where !members.isEmpty:
                output += " "
                self.members(members, indent: indent + 2, startsLine: false)
            case .list(let inner) where !inner.isEmpty:
                output += "\n"
                list(inner, indent: indent + 2)
            case .scalar, .text, .reference, .list, .mapping: scalar(element, indent: indent)
            }
        }
    }

    private mutating func scalar(_ value: BundleValue, indent: Int) {
        guard let text = string(value), let block = YAMLText(text).block else {
            output += " " + inline(value) + "\n"
            return
        }
        output += " " + block.head + "\n"
        for line in block.lines {
            if !line.isEmpty { space(indent + 2) }
            output += line + "\n"
        }
    }

    private func string(_ value: BundleValue) -> String? {
        switch value {
        case .scalar(let node): arena.string(node)
        case .text(let text): text
        case .reference, .list, .mapping: nil
        }
    }

    private func inline(_ value: BundleValue) -> String {
        switch value {
        case .mapping: return "{}"
        case .list: return "[]"
        case .text(let text): return YAMLText(text).inline
        case .reference: return "''"
        case .scalar(let node):
            if let text = arena.string(node) { return YAMLText(text).inline }
            if let flag = arena.boolean(node) { return flag ? "true" : "false" }
            return arena.number(node) ?? "null"
        }
    }

    private mutating func space(_ count: Int) { output += String(repeating: " ", count: count) }
}
