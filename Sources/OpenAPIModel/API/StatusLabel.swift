extension API.Response.Status {
    /// What an answer with the status is called beside others, in words: `created`, `success` for `2XX`.
    package var label: String {
        switch self {
        case .code(let code): Self.phrases[code] ?? "status \(code)"
        case .range(1): "informational"
        case .range(2): "success"
        case .range(3): "redirection"
        case .range(let first): "status \(first)XX"
        case .default: "other"
        }
    }

    /// The phrases of RFC 9110, section 15, and of the registry beyond it, for what is no error.
    private static let phrases: [Int: String] = [
        100: "continue", 101: "switching protocols", 102: "processing", 103: "early hints", 200: "ok", 201: "created",
        202: "accepted", 203: "non authoritative information", 204: "no content", 205: "reset content",
        206: "partial content", 207: "multi status", 208: "already reported", 226: "im used",
        300: "multiple choices", 301: "moved permanently", 302: "found", 303: "see other", 304: "not modified",
        305: "use proxy", 307: "temporary redirect", 308: "permanent redirect",
    ]
}
