/// What a `Content-Type` says a body is.
enum MediaType {
    /// Whether a body with this `Content-Type` may be JSON.
    ///
    /// A server that names no type, or one that frameworks send when nobody chose one, is given the benefit of the doubt;
    /// a page of HTML is not. Source: RFC 9110 §8.3, RFC 6839 §3.1 (`+json`).
    static func mayBeJSON(_ contentType: String?) -> Bool {
        guard let contentType, !isPlainJSON(contentType) else { return true }
        let essence = essence(contentType)
        return essence.isEmpty || unspecific.contains(essence) || isJSON(essence)
    }

    /// Whether the type says that a body is JSON.
    static func isJSON(_ contentType: String?) -> Bool {
        let essence = essence(contentType ?? "")
        return essence.hasSuffix("/json") || essence.hasSuffix("+json")
    }

    /// Whether a type is one that a specification names, or in a range that it names: `image/*`, `application/*+json`.
    ///
    /// Parameters are not compared. A body without a type is any bytes (RFC 9110 §8.3).
    static func matches(_ contentType: String?, _ range: String) -> Bool {
        let type = essence(contentType ?? "application/octet-stream")
        let range = essence(range)
        guard let star = range.lastIndex(of: "*") else { return type == range }
        if range == "*/*" { return true }
        let prefix = range[..<star]
        let suffix = range[range.index(after: star)...]
        return type.count >= prefix.count + suffix.count && type.hasPrefix(prefix) && type.hasSuffix(suffix)
    }

    /// The `charset` of a type in small letters (RFC 9110 §8.3.2); nil where it names none.
    static func charset(_ contentType: String?) -> String? {
        for parameter in (contentType ?? "").split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, essence(String(parts[0])) == "charset" else { continue }
            return essence(String(parts[1])).replacing("\"", with: "")
        }
        return nil
    }

    /// Whether a type is what nearly every server sends, found without a copy of it.
    private static func isPlainJSON(_ contentType: String) -> Bool {
        let json = "application/json".utf8
        guard contentType.utf8.starts(with: json, by: { $0 | 0x20 == $1 }) else { return false }
        let next = contentType.utf8.dropFirst(json.count).first
        return next == nil || next == UInt8(ascii: ";")
    }

    private static func essence(_ contentType: String) -> String {
        contentType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    }

    private static let unspecific = ["text/plain", "application/octet-stream"]
}
