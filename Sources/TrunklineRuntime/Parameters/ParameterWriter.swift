/// Writes the content of a parameter in the styles of OpenAPI, byte for byte as its table of examples has it.
///
/// Source: OpenAPI 3.1 §4.8.12.5 (Style Examples), RFC 6570 §3.2.1.
struct ParameterWriter {
    let name: String
    let explode: Bool
    /// Escapes a value.
    let encode: (String) -> String
    /// Escapes a name.
    let encodeName: (String) -> String

    init(
        _ name: String, explode: Bool, encode: @escaping (String) -> String,
        encodeName: @escaping (String) -> String = PercentEncoding.component
    ) {
        self.name = name
        self.explode = explode
        self.encode = encode
        self.encodeName = encodeName
    }

    /// `blue,black,brown` and `R,100,G,200`; exploded `R=100,G=200`.
    func simple(_ content: ParameterContent) -> String { unnamed(content, separator: ",") }

    /// `.blue,black,brown` and `.R,100,G,200`; exploded `.blue.black.brown` and `.R=100.G=200`.
    func label(_ content: ParameterContent) -> String {
        content == .undefined ? "" : "." + unnamed(content, separator: explode ? "." : ",")
    }

    /// `;color=blue,black,brown`; exploded `;color=blue;color=black;color=brown` and `;R=100;G=200`.
    func matrix(_ content: ParameterContent) -> String {
        pairs(content, separator: ",").map { ";" + $0.name + ($0.value.isEmpty ? "" : "=" + $0.value) }.joined()
    }

    /// `color=blue,black,brown`; exploded a text for each element or member, as `color=blue` and `color=black`.
    func form(_ content: ParameterContent, separator: String = ",") -> [String] {
        pairs(content, separator: separator).map { $0.name + "=" + $0.value }
    }

    private func unnamed(_ content: ParameterContent, separator: String) -> String {
        switch content {
        case .undefined: ""
        case .text(let text): encode(text)
        case .list(let texts): texts.map(encode).joined(separator: separator)
        case .members(let members):
            members.map { encodeName($0.name) + (explode ? "=" : separator) + encode($0.text) }
                .joined(separator: separator)
        }
    }

    private func pairs(_ content: ParameterContent, separator: String) -> [(name: String, value: String)] {
        switch content {
        case .list(let texts) where explode: texts.map { (encodeName(name), encode($0)) }
        case .members(let members) where explode: members.map { (encodeName($0.name), encode($0.text)) }
        case .undefined: []
        case .text, .list, .members: [(encodeName(name), unnamed(content, separator: separator))]
        }
    }
}

extension ParameterWriter {
    /// An object whose members are parameters of their own: lists in it repeat the name, objects in it are JSON.
    ///
    /// Source: OpenAPI 3.1 §4.8.15 (Encoding Object), the defaults of `application/x-www-form-urlencoded`.
    func members(_ members: JSONMembers) -> [String] {
        members.flatMap { member -> [String] in
            let writer = ParameterWriter(member.name, explode: true, encode: encode, encodeName: encodeName)
            let isObject = if case .object = member.value { true } else { false }
            return writer.form(isObject ? .text(member.value.parameterText) : ParameterContent(member.value))
        }
    }

    /// `color[R]=100` and `color[R]=200`, with the brackets escaped; elements of lists are numbered: `color[0]=blue`.
    func deepObject(_ value: JSONValue) -> [String] { deep(value, at: name) }

    private func deep(_ value: JSONValue, at path: String) -> [String] {
        switch value {
        case .null: []
        case .bool, .number, .string: [encodeName(path) + "=" + encode(value.parameterText)]
        case .array(let elements): elements.enumerated().flatMap { deep($0.element, at: "\(path)[\($0.offset)]") }
        case .object(let members): members.flatMap { deep($0.value, at: "\(path)[\($0.name)]") }
        }
    }
}
