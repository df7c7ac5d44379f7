/// The name of a media type, for example `application/json; charset=utf-8` (RFC 9110, section 8.3.1), or a range of them.
package struct MediaTypeName: Sendable, Hashable {
    /// How a body of the type is written and read.
    package enum Kind: Sendable, Hashable {
        case json, form, multipart, events, lines, sequence, xml, text, binary
    }

    /// As the specification has it.
    package let text: String
    /// Before the slash, in small letters; `*` for any.
    package let type: String
    /// Between the slash and the parameters, in small letters; with `*` for any.
    package let subtype: String

    /// Nil where the text is no media type.
    package init?(_ text: String) {
        guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        let essence = Substring(text.utf8.prefix { $0 != UInt8(ascii: ";") }).trimmed.utf8
        let parts = essence.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Substring.init)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isTokenByte) }) else {
            return nil
        }
        self.text = text
        type = parts[0].lowercased()
        subtype = parts[1].lowercased()
    }

    /// Any bytes.
    package static let bytes = MediaTypeName(type: "application", subtype: "octet-stream")

    private init(type: String, subtype: String) {
        text = "\(type)/\(subtype)"
        self.type = type
        self.subtype = subtype
    }

    /// Whether it stands for several types, as `image/*` does.
    package var isRange: Bool { type.contains("*") || subtype.contains("*") }

    /// How a body of the type is written and read.
    package var kind: Kind {
        if subtype == "json" || subtype.hasSuffix("+json") { return .json }
        if subtype == "xml" || subtype.hasSuffix("+xml") { return .xml }
        if type == "multipart" { return .multipart }
        if type == "text" { return subtype == "event-stream" ? .events : .text }
        guard type == "application" else { return .binary }
        if subtype == "x-www-form-urlencoded" { return .form }
        if Self.lines.contains(subtype) { return .lines }
        if subtype == "json-seq" || subtype.hasSuffix("+json-seq") { return .sequence }
        return Self.texts.contains(subtype) || subtype.hasSuffix("+yaml") ? .text : .binary
    }

    /// What is sent as the type of a body: the name itself or, for a range, the usual type in it.
    package var sendable: String {
        guard isRange else { return text }
        return switch kind {
        case .json: "application/json"
        case .form: "application/x-www-form-urlencoded"
        case .multipart: "multipart/form-data"
        case .lines: "application/jsonl"
        case .sequence: "application/json-seq"
        case .xml: "application/xml"
        case .text, .events: "text/plain"
        case .binary: "application/octet-stream"
        }
    }

    /// A JSON value on each line, which has no registered name.
    private static let lines: Set<String> = [
        "json-lines", "jsonl", "jsonlines", "ndjson", "x-json-lines", "x-jsonl", "x-jsonlines", "x-ndjson",
    ]

    /// Text beyond `text/*`.
    private static let texts: Set<String> = [
        "ecmascript", "graphql", "javascript", "jwt", "sdp", "sql", "toml", "x-sh", "x-yaml", "yaml",
    ]
}

extension UInt8 {
    /// Whether the byte may stand in a token (RFC 9110, section 5.6.2).
    var isTokenByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: Self.tokenPunctuation.contains(self)
        }
    }

    private static let tokenPunctuation = Set("!#$%&'*+-.^_`|~".utf8)
}

extension StringProtocol {
    /// The text without spaces and tabs around it.
    fileprivate var trimmed: SubSequence {
        let start = drop { $0 == " " || $0 == "\t" }
        let end = start.lastIndex { $0 != " " && $0 != "\t" }
        return end.map { start[...$0] } ?? start[start.startIndex..<start.startIndex]
    }
}
