/// What of a specification is generated, or what is not.
///
/// For example:
///
///     include: { tags: [Pets], paths: [/owners/*], schemas: [PetEvent] }
///     exclude: { operations: [deletePet], schemas: [AuditLog] }
package struct SelectionConfiguration: DocumentObject {
    package static let objectName = "a selection in the configuration"

    package let node: Node
    /// By `operationId`; webhooks also by their name.
    package let operations: [Located<String>]
    /// Any of an operation's tags.
    package let tags: [Located<String>]
    /// As the specification has them; `*` stands for any characters.
    package let paths: [Located<String>]
    package let schemas: [Located<String>]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        operations = reader.locatedList("operations")
        tags = reader.locatedList("tags")
        paths = reader.locatedList("paths")
        schemas = reader.locatedList("schemas")
    }

    /// Whether an operation is one of those that are named.
    func names(operation ids: [String], tags: [String], path: String?) -> Bool {
        operations.contains { ids.contains($0.value) } || self.tags.contains { tags.contains($0.value) }
            || path.map { path in paths.contains { $0.value.stands(for: path) } } ?? false
    }
}

extension String {
    /// Whether a pattern, in which `*` stands for any characters, is that of a text.
    func stands(for text: String) -> Bool {
        var pieces = split(separator: "*", omittingEmptySubsequences: false)[...]
        guard pieces.count > 1, let first = pieces.popFirst(), let last = pieces.popLast() else { return self == text }
        guard text.count >= first.count + last.count, text.hasPrefix(first), text.hasSuffix(last) else { return false }
        var rest = text.dropFirst(first.count).dropLast(last.count)
        for piece in pieces where !piece.isEmpty {
            guard let found = rest.firstRange(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }
}
