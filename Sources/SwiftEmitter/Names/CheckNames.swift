import OpenAPIModel

extension Namer {
    /// Names of the configuration are written as they stand there: one that Swift cannot read is an error.
    mutating func checkPinnedNames() {
        for name in pinned where !Self.isName(name.value) {
            diagnostics.error(
                "bad-name", "`\(name.value)` cannot be a name in Swift", at: name.range,
                help: "begin with a letter; go on with letters, digits and `_`")
        }
    }

    /// Every name that the configuration gives.
    private var pinned: [Located<String>] {
        let operations = configuration.operations.map(\.value).flatMap { operation in
            [operation.name, operation.resource, operation.method].compactMap { $0 } + operation.arguments.map(\.value)
        }
        return [configuration.module, configuration.client, configuration.namespace].compactMap { $0 }
            + configuration.servers.map(\.value) + configuration.resources.map(\.value) + operations
            + configuration.names.map(\.name)
    }

    private static func isName(_ text: String) -> Bool {
        let rest = text.allSatisfy { $0 == "_" || $0.isLetter || ($0.isASCII && $0.isNumber) }
        return rest && text.first?.isNumber == false && text != "_"
    }

    /// A pinned name that nothing bears has no effect, which its author should know.
    mutating func reportUnusedNames() {
        let declared = Set(names.types.keys.map { api[$0].origin })
        let unused = Set(api.pinnedNames.filter { !declared.contains($0.key) }.values)
        for entry in configuration.names where unused.contains(entry.name.value) {
            diagnostics.warning(
                "unused-name", "no type of the module comes from `\(entry.pointer.value)`", at: entry.pointer.range)
        }
    }

    /// The configuration speaks of resources by their tags: one that does not exist is a mistake.
    mutating func reportUnknownTags() {
        let tags = api.tags.map(\.name)
        for entry in configuration.resources where !tags.contains(entry.name) {
            diagnostics.error(
                "unknown-tag", "the specification has no tag `\(entry.name)`", at: entry.nameRange,
                help: suggestion(for: entry.name, among: tags).map { "did you mean `\($0)`?" })
        }
    }
}
