/// How a member of a form becomes fields.
///
/// Source: OpenAPI 3.1 §4.8.15 (Encoding Object), RFC 6570.
public struct FormStyle: Sendable, Hashable {
    enum Kind: Sendable { case content, json, form, delimited(Delimiter), deepObject }

    enum Delimiter: String, Sendable { case comma = ",", space = " ", pipe = "|" }

    let kind: Kind
    var allowsReserved = false

    /// Scalars as text, a field for each element of an array, objects as JSON: what OpenAPI does where nothing is said.
    public static let content = FormStyle(kind: .content)

    /// Every value as JSON.
    public static let json = FormStyle(kind: .json)

    /// A field for each element (`id=1&id=2`), and one for each member of an object under the member's name.
    public static let form = FormStyle(kind: .form)

    /// One field: `id=1,2`, and `point=x,1,y,2` for an object.
    public static let commaSeparated = FormStyle(kind: .delimited(.comma))

    /// One field: `id=1%202`.
    public static let spaceSeparated = FormStyle(kind: .delimited(.space))

    /// One field: `id=1%7C2`.
    public static let pipeSeparated = FormStyle(kind: .delimited(.pipe))

    /// A field for each value inside, however deep: `filter[name]=a&filter[tags][0]=b`.
    ///
    /// OpenAPI leaves arrays and further depth open; this is how the APIs that ask for it read them.
    public static let deepObject = FormStyle(kind: .deepObject)

    /// The same, with reserved characters left as they are where a form can bear it (`allowReserved`).
    public var allowingReserved: FormStyle { FormStyle(kind: kind, allowsReserved: true) }
}

extension FormStyle.Kind: Hashable {}

/// One field of a form: texts that are written with something between them.
struct FormField: Sendable, Hashable {
    let name: String
    let texts: [String]
    var delimiter = FormStyle.Delimiter.comma

    /// The value as it is in a part of a multipart body.
    var text: String { texts.joined(separator: delimiter.rawValue) }

    /// The fields of one member. Null is an empty text, as a form clears a value; empty arrays and objects have no field.
    static func fields(_ name: String, _ value: JSONValue, _ style: FormStyle) -> [FormField] {
        switch (style.kind, value) {
        case (.json, _): [FormField(name: name, texts: [value.description])]
        case (.deepObject, _): nested(name, value)
        case (.content, .array(let elements)), (.form, .array(let elements)):
            elements.map { FormField(name: name, texts: [text(of: $0)]) }
        case (.form, .object(let members)): members.map { FormField(name: $0.name, texts: [text(of: $0.value)]) }
        case (.delimited(let delimiter), .array(let elements)):
            delimited(name, elements.map(text), delimiter)
        case (.delimited(let delimiter), .object(let members)):
            delimited(name, members.flatMap { [$0.name, text(of: $0.value)] }, delimiter)
        default: [FormField(name: name, texts: [text(of: value)])]
        }
    }

    private static func delimited(
        _ name: String, _ texts: [String], _ delimiter: FormStyle.Delimiter
    ) -> [FormField] {
        texts.isEmpty ? [] : [FormField(name: name, texts: texts, delimiter: delimiter)]
    }

    private static func nested(_ name: String, _ value: JSONValue) -> [FormField] {
        switch value {
        case .object(let members): members.flatMap { nested("\(name)[\($0.name)]", $0.value) }
        case .array(let elements): elements.enumerated().flatMap { nested("\(name)[\($0.offset)]", $0.element) }
        case .null, .bool, .number, .string: [FormField(name: name, texts: [text(of: value)])]
        }
    }

    /// A scalar as text; what has parts as JSON.
    private static func text(of value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        case .bool, .number, .array, .object: value.description
        }
    }
}

extension FormField {
    /// The field of a form body, with everything that could be a sign of the form escaped: a space is `%20` and a plus
    /// sign `%2B`, which every reader of forms understands.
    func encoded(allowingReserved: Bool) -> String {
        let encode = allowingReserved ? Self.reserved : PercentEncoding.component
        let delimiter = self.delimiter == .comma ? "," : PercentEncoding.component(self.delimiter.rawValue)
        return PercentEncoding.component(name) + "=" + texts.map(encode).joined(separator: delimiter)
    }

    /// Leaves reserved characters and escapes as they are, but for what would end or change the field (RFC 6570 §3.2.3).
    private static func reserved(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let first = rest.first {
            let triple = rest.prefix(3)
            if first == "%", triple.utf8.count == 3, triple.dropFirst().allSatisfy({ $0.isASCII && $0.isHexDigit }) {
                result += triple
                rest = rest.dropFirst(3)
            } else {
                result += keptReserved.contains(first) ? String(first) : PercentEncoding.component(String(first))
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static let keptReserved = Set(":/?@!$'()*,;=")
}
