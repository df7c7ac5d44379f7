/// A value as URI templates see it: nothing, a text, a list of texts, or named texts (RFC 6570 §2.3).
enum ParameterContent: Equatable {
    /// Null, an empty list and an empty object: the parameter is left out.
    case undefined
    case text(String)
    case list([String])
    case members([Member])

    /// A named text.
    struct Member: Equatable {
        let name: String
        let text: String
    }

    /// The content of a JSON value. Nulls inside are left out, as in RFC 6570; a list or an object inside of another,
    /// which no style knows, becomes its JSON.
    init(_ value: JSONValue) {
        switch value {
        case .null: self = .undefined
        case .bool, .number, .string: self = .text(value.parameterText)
        case .array(let elements):
            let texts = elements.filter { $0 != .null }.map(\.parameterText)
            self = texts.isEmpty ? .undefined : .list(texts)
        case .object(let members):
            let texts = members.filter { $0.value != .null }.map { Member(name: $0.name, text: $0.value.parameterText) }
            self = texts.isEmpty ? .undefined : .members(texts)
        }
    }
}

extension JSONValue {
    /// What a value of any type is written as.
    ///
    /// - Throws: ``EncodingIssue`` where a number is not finite.
    init(writing value: some JSONCodable) throws {
        if let text = value as? String {
            self = .string(text)
            return
        }
        var writer = JSONWriter()
        value.encode(into: &writer)
        if let issue = writer.issue { throw EncodingIssue(issue) }
        self = try JSONValue(parsing: writer.buffer, limits: .init(depth: .max))
    }

    /// The text of a string, the digits of a number (`1` for `1.0`), `true` or `false`; of all else its JSON.
    var parameterText: String {
        switch self {
        case .string(let text): return text
        case .number(let number): return number.text.hasSuffix(".0") ? String(number.text.dropLast(2)) : number.text
        case .null, .bool, .array, .object: return description
        }
    }
}
