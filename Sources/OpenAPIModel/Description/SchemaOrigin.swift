/// Where a schema is written.
package struct SchemaOrigin: Hashable, Sendable {
    package let file: FileID
    package let pointer: JSONPointer
    /// The name that the description gives the schema; nil for one that stands inside something else.
    package let name: String?
}

extension Description {
    /// What a component says it was called before a bundle gave it another name.
    package static let originalName = "x-original-name"

    /// Where a schema is written, and its name.
    ///
    /// For example, `#/components/schemas/PhoneNumber`, `pets.yaml#/PhoneNumber` and `PhoneNumber.yaml` have the name
    /// `PhoneNumber`; a component of the entry document that is nothing but a reference names what it refers to in another
    /// file, unless that is a component itself.
    package func origin(of id: SchemaID) -> SchemaOrigin {
        let node = schema(id).node
        let pointer = arena.pointer(of: node)
        let file = arena.file(of: node)
        let name =
            componentName(of: node, pointer)
            ?? (file == entry ? nil : aliases[node] ?? fileName(of: node, pointer, file))
        return SchemaOrigin(file: file, pointer: pointer, name: name)
    }

    private func componentName(of node: Node, _ pointer: JSONPointer) -> String? {
        let tokens = pointer.tokens
        if tokens.count == 3, tokens.starts(with: ["components", "schemas"]) {
            return arena.value(in: node, for: Description.originalName).flatMap(arena.string) ?? tokens[2]
        }
        return tokens.count >= 2 && ["$defs", "definitions"].contains(tokens[tokens.count - 2]) ? tokens.last : nil
    }

    /// A name for what another file than the entry document holds.
    private func fileName(of node: Node, _ pointer: JSONPointer, _ file: FileID) -> String? {
        guard let last = pointer.tokens.last else { return baseName(of: files[file].path) }
        if pointer.tokens.count == 1, !isInsideObject(node) { return last }
        let isList = arena.parent(of: node).map(arena.kind) == .sequence
        return referred.contains(node) && !isList && !isInsideObject(node) ? last : nil
    }

    /// Whether a node is part of a schema, or of another object of OpenAPI, that was read.
    private func isInsideObject(_ node: Node) -> Bool {
        var current = arena.parent(of: node)
        while let around = current {
            if schemaIDs[around] != nil || targets.contains(around) { return true }
            current = arena.parent(of: around)
        }
        return false
    }

    /// The name of a file without folders and endings, for example `Pet` for `models/Pet.yaml`.
    private func baseName(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "." })
    }
}

extension Binder {
    /// What components that are nothing but references lead to, with the name of the first of them.
    func aliases(_ document: OpenAPI, _ resolved: [SchemaID]) -> [Node: String] {
        var aliases: [Node: String] = [:]
        for component in document.components?.schemas ?? [] {
            let target = resolved[Int(component.value.index)]
            let node = reading.schemas[Int(target.index)].node
            if target != component.value, aliases[node] == nil { aliases[node] = component.name }
        }
        return aliases
    }
}

extension Targets {
    /// Whether an object was read at a node.
    func contains(_ node: Node) -> Bool {
        responses[node] != nil || parameters[node] != nil || examples[node] != nil || requestBodies[node] != nil
            || headers[node] != nil || securitySchemes[node] != nil || links[node] != nil || callbacks[node] != nil
            || pathItems[node] != nil || mediaTypes[node] != nil
    }
}
