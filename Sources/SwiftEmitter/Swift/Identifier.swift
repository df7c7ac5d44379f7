/// A Swift name; a keyword is written between back-ticks.
package struct Identifier: Hashable, Sendable {
    package let name: String

    /// Creates an identifier from a name that `Names` has made.
    package init(_ name: String) { self.name = name }

    /// The name as it is written where it is declared or used.
    package var text: String { Self.keywords.contains(name) ? "`\(name)`" : name }

    private static let keywords: Set<String> = [
        "Any", "Self", "actor", "as", "associatedtype", "async", "await", "borrowing", "break", "case", "catch", "class",
        "consuming", "continue", "default", "defer", "deinit", "didSet", "do", "else", "enum", "extension", "fallthrough",
        "false", "fileprivate", "for", "func", "get", "guard", "if", "import", "in", "init", "inout", "internal", "is",
        "let", "macro", "nil", "nonisolated", "open", "operator", "package", "precedencegroup", "private", "protocol",
        "public", "repeat", "rethrows", "return", "self", "sending", "set", "static", "struct", "subscript", "super",
        "switch", "throw", "throws", "true", "try", "typealias", "unowned", "var", "weak", "where", "while", "willSet",
        "yield",
    ]
}
