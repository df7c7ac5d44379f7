/// Where a schema is written.
package struct SchemaOrigin: Hashable, Sendable {
    package let file: FileID
    package let pointer: JSONPointer
    /// The name that the document gives the schema; nil for one that stands inside something else.
    package let name: String?
}

extension Description {
    /// Where a schema is written, and its name.
    ///
    /// For example, `#/components/schemas/PhoneNumber`, `pets.yaml#/PhoneNumber` and `PhoneNumber.yaml` have the name
    /// `PhoneNumber`.
    package func origin(of id: SchemaID) -> SchemaOrigin {
        let node = schema(id).node
        let file = arena.file(of: node)
        let pointer = arena.pointer(of: node)
        return SchemaOrigin(file: file, pointer: pointer, name: name(at: pointer, in: file))
    }

    private func name(at pointer: JSONPointer, in file: FileID) -> String? {
        let tokens = pointer.tokens
        if tokens.isEmpty { return file == entry ? nil : baseName(of: files[file].path) }
        if tokens.count == 3, tokens.starts(with: ["components", "schemas"]) { return tokens[2] }
        if tokens.count >= 2, ["$defs", "definitions"].contains(tokens[tokens.count - 2]) { return tokens.last }
        return tokens.count == 1 && file != entry ? tokens[0] : nil
    }

    /// The name of a file without folders and endings, for example `Pet` for `models/Pet.yaml`.
    private func baseName(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "." })
    }
}
