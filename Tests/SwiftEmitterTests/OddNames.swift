import Foundation

/// Names that a specification may use and that Swift, or what generated code uses, makes something of.
enum OddNames {
    static let words = [
        "pet", "Pet", "PET", "pet_name", "petName", "pet-name", "user id", "userId", "userID", "url", "URLs", "htmlUrl",
        "createdAt", "created_at", "x-trace", "items", "value", "Values", "name2", "a", "b", "id", "key", "list", "tag",
    ]

    static let scripts = [
        "日本語", "名前", "Ünïcödé", "naïve", "e\u{301}te\u{301}", "été", "Ελλάδα", "имя", "имена", "שם", "اسم", "ชื่อ", "한국어",
        "👩‍👩‍👧‍👦", "🎉 party", "é\u{301}\u{302}", "a\u{20DD}", "ﬁx", "ⅷ", "x²", "𝒳y", "ßtrasse", "İstanbul",
    ]

    static let signs = [
        "+1", "-1", "<=", ">=", "!=", "+", "-", "_", "__", "$", "@", "*", " ", "…", "1st", "2nd place", "007", "3.14",
    ]

    static let long = [String(repeating: "long", count: 75), String(repeating: "名", count: 300)]

    static let keywords = [
        "in", "self", "Self", "init", "default", "Type", "class", "protocol", "Protocol", "extension", "is", "as",
        "where",
        "while", "throws", "async", "await", "actor", "some", "any", "Any", "none", "inout", "let", "var", "func",
        "import",
        "true", "nil", "switch", "case", "static", "public", "private", "internal", "open", "repeat", "subscript",
        "operator",
        "macro", "nonisolated", "isolated", "consuming", "borrowing", "package", "required", "optional", "mutating",
        "get",
        "unsafe", "consume", "copy", "discard", "yield", "sending", "then", "do", "set", "willSet", "didSet", "super",
        "dynamic", "each", "_",
    ]

    /// Names of members that generated code, or what it conforms to, has.
    static let members = [
        "object", "json", "writer", "element", "request", "response", "client", "options", "body", "metadata", "decode",
        "encode", "send", "server", "base", "rawValue", "hashValue", "description", "debugDescription", "allCases",
        "knownValues",
        "unknown", "otherMembers", "hash", "check", "validate", "isKnown", "token", "transport", "value", "Output",
        "url", "other",
        "received",
    ]

    static let library = [
        "Error", "Data", "Date", "Result", "Task", "String", "Operation", "Client", "Server", "Int", "Double", "Bool",
        "Array",
        "Dictionary", "Set", "Optional", "Void", "Never", "Character", "URL", "UUID", "Decimal", "Locale",
        "Notification",
        "Thread", "Process", "Bundle", "Codable", "Hashable", "Sendable", "Equatable", "Identifiable", "Comparable",
        "Sequence",
        "Collection", "Range", "Duration", "Clock", "Actor", "MainActor", "AsyncSequence", "AsyncStream", "Encoder",
        "Decoder",
        "Swift", "Foundation", "TrunklineRuntime", "TrunklineJSON", "HTTPTypes", "Unknown", "RawValue", "ID", "Index",
        "Element", "Key", "Value", "Output", "Body", "Input", "CompatibleRuntime", "Mirror", "Float", "UInt8", "Int64",
        "Substring", "StaticString", "Regex", "CancellationError", "CodingKey", "CaseIterable", "RawRepresentable",
    ]

    /// The public types of the runtime, as its sources declare them.
    static let runtime: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/TrunklineRuntime")
        let files = (FileManager.default.subpaths(atPath: root.path) ?? []).filter { $0.hasSuffix(".swift") }.sorted()
        let declaration = /public (?:final |indirect )?(?:struct|enum|class|protocol|typealias|actor) (\w+)/
        return files.flatMap { file in
            let text = (try? String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)) ?? ""
            return text.matches(of: declaration).map { String($0.1) }
        }
    }()

    /// Names that are always the same, so that a seed makes the same document however the runtime grows.
    static let fixed = unique(words + scripts + signs + long + keywords + members + library)

    static let all = unique(fixed + runtime)

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
