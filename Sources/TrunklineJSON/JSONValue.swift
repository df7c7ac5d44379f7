/// Any JSON value (RFC 8259, section 3), with the order of members and the exact text of numbers.
public enum JSONValue: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number with its exact text.
    case number(JSONNumber)
    /// A string.
    case string(String)
    /// A list of values.
    case array([JSONValue])
    /// Named values.
    case object(JSONMembers)

    /// The value of a member; nil where this is no object or has no such member.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// An element; nil where this is no array or has no such element.
    public subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The string; nil where this is something else.
    public var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The integer; nil where this is something else, or not integral, or beyond 64 bits.
    public var int: Int? {
        guard case .number(let value) = self else { return nil }
        return value.integer()
    }

    /// The number as a double; nil where this is something else.
    public var double: Double? {
        guard case .number(let value) = self else { return nil }
        return value.double
    }

    /// The boolean; nil where this is something else.
    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The value that a JSON Pointer (RFC 6901) such as `/errors/0/message` leads to; nil where it leads nowhere.
    public func value(at pointer: String) -> JSONValue? {
        if pointer.isEmpty { return self }
        guard pointer.utf8.first == UInt8(ascii: "/") else { return nil }
        // By scalars: a slash and a combining mark after it are one character.
        return pointer.unicodeScalars.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
            .map { Substring($0) }.reduce(Optional(self)) { value, part in
                switch value {
                case .object(let members): members[JSONValue.pointerPart(part)]
                case .array: Int(part).flatMap { value?[$0] }
                default: nil
                }
            }
    }

    private static func pointerPart(_ part: Substring) -> String {
        guard part.contains("~") else { return String(part) }
        var name = ""
        var rest = part
        while let character = rest.popFirst() {
            switch (character, rest.first) {
            case ("~", "1"):
                name.append("/")
                rest.removeFirst()
            case ("~", "0"):
                name.append("~")
                rest.removeFirst()
            default: name.append(character)
            }
        }
        return name
    }
}

extension JSONValue {
    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: JSON as UTF-8.
    ///   - limits: How deep and long the text may be.
    /// - Throws: `JSONSyntaxError` with the place of the first fault.
    public init(parsing text: some Sequence<UInt8>, limits: JSONLimits = .init()) throws(JSONSyntaxError) {
        let result = Array(text).withUnsafeBufferPointer { bytes in
            Result { () throws(JSONSyntaxError) in
                let tape = try JSONTape(parsing: bytes, limits: limits)
                guard let start = bytes.baseAddress else { return JSONValue.null }
                return JSONValue(tape.tokens, 0, in: start)
            }
        }
        self = try result.get()
    }

    /// Reads a text, for example `#"{"a": 1}"#`.
    ///
    /// - Throws: `JSONSyntaxError` with the place of the first fault.
    public init(parsing text: String, limits: JSONLimits = .init()) throws(JSONSyntaxError) {
        try self.init(parsing: text.utf8, limits: limits)
    }

    /// The value at a token. Recursion is bounded by the depth that the tape accepted.
    package init(_ tokens: UnsafePointer<JSONToken>, _ index: Int, in text: UnsafePointer<UInt8>) {
        let token = tokens[index]
        switch token.kind {
        case .null: self = .null
        case .false: self = .bool(false)
        case .true: self = .bool(true)
        case .number: self = .number(JSONText.number(token, in: text))
        case .string: self = .string(JSONText.string(token, in: text))
        case .array:
            var elements: [JSONValue] = []
            elements.reserveCapacity(token.count)
            var next = index + 1
            while next < token.next {
                elements.append(JSONValue(tokens, next, in: text))
                next = Int(tokens[next].next)
            }
            self = .array(elements)
        case .object:
            var members: [JSONMembers.Member] = []
            members.reserveCapacity(token.count)
            var next = index + 1
            while next < token.next {
                members.append(.init(JSONText.string(tokens[next], in: text), JSONValue(tokens, next + 1, in: text)))
                next = Int(tokens[next + 1].next)
            }
            self = .object(JSONMembers(list: members))
        }
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as compact JSON.
    public var description: String {
        var writer = JSONWriter()
        writer.value(self)
        return writer.string
    }
}

extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A boolean.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A number.
    public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    /// A number; null where it is not finite, which JSON cannot say.
    public init(floatLiteral value: Double) { self = JSONNumber(value).map(JSONValue.number) ?? .null }
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// An object, its members in the order they are written.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONMembers(list: elements.map { .init($0, $1) }))
    }
}
