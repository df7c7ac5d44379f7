import OpenAPIModel

extension Namer {
    /// The configuration's names go into the code as they are, so each has to be a Swift name.
    mutating func checkPinnedNames() {
        let single = [configuration.module, configuration.namespace, configuration.client].compactMap { $0 }
        let tables = [configuration.servers, configuration.resources].flatMap { $0.map(\.value) }
        let operations = configuration.operations.map(\.value).flatMap { operation in
            [operation.name, operation.resource, operation.method].compactMap { $0 } + operation.arguments.map(\.value)
        }
        for name in single + tables + operations + configuration.names.map(\.name) where !Self.isName(name.value) {
            diagnostics.error(
                "bad-name", "`\(name.value)` is not a Swift name", at: name.range,
                help: "use letters, digits and `_`, and no digit first")
        }
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
        return text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
            && !["_", "Self", "Type", "self"].contains(text)
    }
}
