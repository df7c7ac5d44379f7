/// A value that is known when a call has been made, as links and callbacks name it (OpenAPI 3.2, Runtime Expressions).
///
/// For example, `$request.path.id` and `$response.body#/id`.
struct RuntimeExpression {
    enum Side: String { case request, response }

    enum Source {
        case url, method, statusCode
        case header(Side, String)
        case query(Side, String)
        case path(Side, String)
        case body(Side, pointer: String?)
    }

    let source: Source

    /// Nil where the text is no expression.
    init?(_ text: String) {
        switch text {
        case "$url": source = .url
        case "$method": source = .method
        case "$statusCode": source = .statusCode
        default:
            guard let source = RuntimeExpression.source(text) else { return nil }
            self.source = source
        }
    }

    private static func source(_ text: String) -> Source? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].hasPrefix("$"), let side = Side(rawValue: String(parts[0].dropFirst())) else {
            return nil
        }
        let rest = String(parts[1])
        if rest == "body" { return .body(side, pointer: nil) }
        if rest.hasPrefix("body#") { return pointer(String(rest.dropFirst(5))).map { .body(side, pointer: $0) } }
        if let name = rest.after("header.") { return isToken(name) ? .header(side, name) : nil }
        if let name = rest.after("query.") { return name.isEmpty ? nil : .query(side, name) }
        if let name = rest.after("path.") { return name.isEmpty ? nil : .path(side, name) }
        return nil
    }

    private static func pointer(_ text: String) -> String? {
        guard text.isEmpty || text.hasPrefix("/") else { return nil }
        var rest = text[...]
        while let tilde = rest.firstIndex(of: "~") {
            let next = rest.index(after: tilde)
            guard next < rest.endIndex, rest[next] == "0" || rest[next] == "1" else { return nil }
            rest = rest[next...]
        }
        return text
    }

    /// The expressions that stand in braces in a text; nil for one that is none.
    static func embedded(in text: String) -> [(text: String, expression: RuntimeExpression?)] {
        var found: [(String, RuntimeExpression?)] = []
        var rest = text[...]
        while let open = rest.range(of: "{$"), let close = rest[open.lowerBound...].firstIndex(of: "}") {
            let inner = String(rest[rest.index(after: open.lowerBound)..<close])
            found.append((inner, RuntimeExpression(inner)))
            rest = rest[rest.index(after: close)...]
        }
        return found
    }
}

extension String {
    /// What stands behind a prefix; nil where the text does not begin with it.
    fileprivate func after(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}

extension Substring {
    /// The first place of a text.
    fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
