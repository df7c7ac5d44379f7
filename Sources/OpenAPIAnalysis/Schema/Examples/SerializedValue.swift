import OpenAPIModel
import TrunklineJSON

/// An example of a parameter that is written as it goes over the wire, and the values that may be meant by it.
///
/// For example, `blue,black` is a text or the list of `blue` and `black`; `7` is a number or a text.
struct SerializedValue {
    private let text: String
    private let isString: Bool
    private let separator: Unicode.Scalar
    private let name: String?

    /// - Parameter name: The parameter's, which may stand before a value.
    init(_ node: Node, _ arena: NodeArena, _ style: ParameterStyle?, _ name: String?) {
        text = arena.scalarText(node) ?? ""
        isString = arena.string(node) != nil
        self.name = name
        switch style {
        case .spaceDelimited: separator = " "
        case .pipeDelimited: separator = "|"
        case .matrix, .label, .simple, .form, .deepObject, .cookie, nil: separator = ","
        }
    }

    /// What may be meant, as JSON.
    var meanings: [String] {
        guard !text.isEmpty else { return [] }
        guard isString else { return [JSONValue.string(text).description] }
        let bare = withoutName
        let parts = split(bare, separator)
        let strings = parts.map(JSONValue.string)
        var values = [typed(bare), .array(strings), .array(parts.map(typed))]
        for pairs in [split(bare, "&"), parts] { if let object = object(of: pairs) { values.append(object) } }
        if let object = object(alternating: parts) { values.append(object) }
        if let json = try? JSONValue(parsing: text) { values.append(json) }
        return values.map(\.description)
    }

    /// `color=blue` without `color=`, and the list that `color=blue&color=black` is with its separator.
    private var withoutName: String {
        guard let name, text.hasPrefix(name + "=") else { return text }
        let separated = text.dropFirst(name.count + 1)
        return split(String(separated), "&").map {
            $0.hasPrefix(name + "=") ? String($0.dropFirst(name.count + 1)) : $0
        }
        .joined(separator: String(separator))
    }

    private func split(_ text: String, _ separator: Unicode.Scalar) -> [String] {
        text.unicodeScalars.split(separator: separator, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }

    /// A number, a boolean or null where the text is one.
    private func typed(_ text: String) -> JSONValue {
        switch text {
        case "true": .bool(true)
        case "false": .bool(false)
        case "null": .null
        default: JSONNumber(text: text).map(JSONValue.number) ?? .string(text)
        }
    }

    /// For example, `R=100` and `G=200`.
    private func object(of pairs: [String]) -> JSONValue? {
        var members = JSONMembers()
        for pair in pairs {
            let parts = split(pair, "=")
            guard parts.count == 2, members[parts[0]] == nil else { return nil }
            members[parts[0]] = typed(parts[1])
        }
        return .object(members)
    }

    /// For example, `R`, `100`, `G`, `200`.
    private func object(alternating parts: [String]) -> JSONValue? {
        guard parts.count.isMultiple(of: 2) else { return nil }
        var members = JSONMembers()
        for place in stride(from: 0, to: parts.count, by: 2) { members[parts[place]] = typed(parts[place + 1]) }
        return .object(members)
    }
}
