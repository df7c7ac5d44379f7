import OpenAPIModel

extension Namer {
    /// The configuration's names go into the code as they are, so each has to be a Swift name.
    mutating func checkPinnedNames() {
        let single =
            [configuration.module, configuration.namespace, configuration.client].compactMap { $0 }
            + configuration.imports
        let tables = [configuration.servers, configuration.securitySchemes, configuration.resources]
            .flatMap { $0.map(\.value) }
        let operations = configuration.operations.map(\.value).flatMap { operation in
            [operation.name, operation.resource, operation.method].compactMap { $0 } + operation.arguments.map(\.value)
        }
        for name in single + tables + operations + configuration.names.map(\.name) where !Self.isName(name.value) {
            reportBadName(name)
        }
    }

    mutating func reportBadName(_ name: Located<String>) {
        diagnostics.error(
            "bad-name", "`\(name.value)` is not a Swift name", at: name.range,
            help: "use letters, digits and `_`, and no digit first")
    }

    static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
        return text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
            && !["_", "Self", "Type", "self"].contains(text)
    }

    /// A pinned name that nothing bears has no effect, which its author should know.
    mutating func reportUnusedNames() {
        guard !api.pinnedNames.isEmpty else { return }
        let choices = (api.servers + api.operations.flatMap(\.servers)).flatMap(\.variables).filter {
            !$0.values.isEmpty
        }
        let values = names.types.keys.flatMap { api[$0].shape.namedValues }
        let declared = Set(names.types.keys.map { api[$0].origin } + choices.map(\.origin) + values)
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
