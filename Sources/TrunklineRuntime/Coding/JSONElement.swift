package import TrunklineJSON

/// One value of a JSON text that is being decoded.
///
/// It is a view: it cannot be copied, and lives only as long as the call that it is passed to.
public struct JSONElement: ~Copyable {
    let tokens: UnsafePointer<JSONToken>
    let text: UnsafePointer<UInt8>
    let index: Int

    package init(_ tokens: UnsafePointer<JSONToken>, _ index: Int, _ text: UnsafePointer<UInt8>) {
        self.tokens = tokens
        self.index = index
        self.text = text
    }

    var token: JSONToken { tokens[index] }

    /// What kind of JSON value this is.
    public var kind: JSONKind { JSONKind(token.kind) }

    /// Reads the value as a type.
    ///
    /// - Throws: `DecodingIssue` where the JSON is not what the type needs.
    public func decode<Value: JSONCodable>(_ type: Value.Type = Value.self) throws(DecodingIssue) -> Value {
        try Value(json: self)
    }

    /// The string of a member, where this is an object and the member is a string: what a union is decided by.
    public func tag(_ name: StaticString) -> String? {
        guard let member = member(name), tokens[member].is(.string) else { return nil }
        return JSONText.string(tokens[member], in: text)
    }

    /// The text of a member, where this is an object and the member is an integer or a boolean: what a union is decided by.
    ///
    /// For example, `true` is `"true"`, and `2` and `2.0` are `"2"`.
    public func literal(_ name: StaticString) -> String? {
        guard let member = member(name) else { return nil }
        switch tokens[member].kind {
        case .number: return JSONText.integer(tokens[member], in: text, as: Int.self).map(String.init)
        case .true: return "true"
        case .false: return "false"
        case .null, .string, .array, .object: return nil
        }
    }

    /// The kind of a member's value, where this is an object that has the member.
    public func kind(of name: StaticString) -> JSONKind? { member(name).map { JSONKind(tokens[$0].kind) } }

    /// Whether this is a number without a fraction, of at most 64 bits.
    public var isInteger: Bool {
        token.is(.number) && JSONText.integer(token, in: text, as: Int.self) != nil
    }

    /// The kind of the first element that is not null; nil where this is no array, or has none.
    public var elementKind: JSONKind? {
        guard token.is(.array) else { return nil }
        var element = index + 1
        while element < token.next {
            if !tokens[element].is(.null) { return JSONKind(tokens[element].kind) }
            element = Int(tokens[element].next)
        }
        return nil
    }

    /// Whether this is an object that has a member.
    public func has(_ name: StaticString) -> Bool { member(name) != nil }

    /// The token of a member's value.
    private func member(_ name: StaticString) -> Int? {
        guard token.is(.object) else { return nil }
        var cursor = index + 1
        var ordinal = 0
        let isFound = JSONText.seek(name, tokens, in: text, cursor: &cursor, ordinal: &ordinal, end: Int(token.next))
        return isFound ? cursor + 1 : nil
    }

    /// The issue that this is something else.
    package func mismatch(_ expected: String) -> DecodingIssue {
        DecodingIssue(expected: expected, found: found)
    }

    private var found: String {
        switch token.kind {
        case .number: "the number \(JSONText.number(token, in: text))"
        case .string where token.length <= 40: "the string \"\(JSONText.string(token, in: text))\""
        default: kind.phrase
        }
    }
}

@available(*, unavailable)
extension JSONElement: Sendable {}

/// The kinds of JSON values (RFC 8259, section 3).
public enum JSONKind: Sendable, Hashable {
    case null, boolean, number, string, array, object

    init(_ kind: JSONToken.Kind) {
        switch kind {
        case .null: self = .null
        case .true, .false: self = .boolean
        case .number: self = .number
        case .string: self = .string
        case .array: self = .array
        case .object: self = .object
        }
    }

    var phrase: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension JSONElement {
    /// The members, where this is an object.
    ///
    /// - Throws: `DecodingIssue` where this is something else.
    public func object() throws(DecodingIssue) -> ObjectDecoder { try ObjectDecoder(self) }
}
