/// A Swift name; a keyword is written between back-ticks.
package struct Identifier: Hashable, Sendable {
    package let name: String

    /// Creates an identifier from a name that `Names` has made.
    package init(_ name: String) { self.name = name }

    /// The name as it is written where it is declared or used.
    package var text: String { Self.keywords.contains(name) ? "`\(name)`" : name }

    /// The name as an argument label, where most keywords need no back-ticks.
    package var label: Code { Code(raw: ["inout", "let", "var"].contains(name) ? text : name) }

    /// The name as the label of an argument that is passed.
    package var passedLabel: Code { Code(raw: name == "inout" ? text : name) }

    /// The member of this name, where a parameter may have the name too.
    func member(besides parameters: Set<String>) -> Code {
        parameters.contains(name) ? "self.\(self)" : "\(self)"
    }

    /// Words that cannot be a name without back-ticks; those that are keywords in some places only can.
    private static let keywords: Set<String> = [
        "Any", "Self", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default",
        "defer",
        "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard",
        "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup",
        "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript",
        "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]
}
