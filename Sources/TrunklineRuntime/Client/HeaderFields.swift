extension HTTPFields {
    /// The value of a field as a type; nil where there is none, or where it is not what the type needs.
    ///
    /// Source: OpenAPI 3.1 §4.8.21 (Header Object, `simple` style).
    ///
    /// - Parameter name: The field's name, in any case.
    public func value<Value: JSONCodable>(_ name: String) -> Value? {
        HTTPField.Name(name).flatMap { self[$0] }.flatMap { Self.value(of: $0) }
    }

    /// The values of a field that is a list with commas; nil where there is none, or where one is not what the type needs.
    ///
    /// - Parameter name: The field's name, in any case.
    public func list<Value: JSONCodable>(_ name: String) -> [Value]? {
        guard let text = HTTPField.Name(name).flatMap({ self[$0] }) else { return nil }
        let texts = text.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
        let values = texts.compactMap { Self.value(of: $0, as: Value.self) }
        return values.count == texts.count ? values : nil
    }

    /// The value of a field that is written as JSON; nil where there is none, or where it is not what the type needs.
    ///
    /// - Parameter name: The field's name, in any case.
    public func json<Value: JSONCodable>(_ name: String) -> Value? {
        guard let text = HTTPField.Name(name).flatMap({ self[$0] }) else { return nil }
        return try? JSONCodec.decode(from: .init(text.utf8))
    }

    /// A text as a string, an enumeration or a time or, where it is none, as a number or a boolean.
    private static func value<Value: JSONCodable>(of text: String, as type: Value.Type = Value.self) -> Value? {
        if let value = try? JSONCodec.convert(text, to: Value.self) { return value }
        return try? JSONCodec.decode(from: .init(text.utf8))
    }
}

extension Substring {
    /// The text without white space around it.
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
