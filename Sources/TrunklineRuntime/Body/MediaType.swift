/// Which bodies are read as JSON.
enum MediaType {
    /// Whether a body with this `Content-Type` may be JSON.
    ///
    /// A server that names no type, or one that frameworks send when nobody chose one, is given the benefit of the doubt;
    /// a page of HTML is not. Source: RFC 9110 §8.3, RFC 6839 §3.1 (`+json`).
    static func mayBeJSON(_ contentType: String?) -> Bool {
        guard let contentType else { return true }
        let essence = contentType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        if essence.isEmpty || unspecific.contains(essence) { return true }
        return essence.hasSuffix("/json") || essence.hasSuffix("+json")
    }

    private static let unspecific = ["text/plain", "application/octet-stream"]
}
