extension Resolver {
    /// The header fields of an answer that have a type; `Content-Type` is described by the content.
    mutating func resolveHeaders(_ response: Response, _ status: String, _ id: String) -> [API.HeaderField] {
        response.headers.compactMap { entry -> API.HeaderField? in
            guard entry.name.lowercased() != "content-type", let header = description.object(entry.value) else {
                return nil
            }
            guard isFieldName(entry.name) else {
                diagnostics.warning(
                    "bad-header-name", "`\(entry.name)` is no name of a header field; it is left out",
                    at: entry.nameRange)
                return nil
            }
            return resolve(header, entry.name, .operation(id, [.response(status), .member(entry.name)]))
        }
    }

    private mutating func resolve(_ header: Header, _ name: String, _ identity: TypeIdentity) -> API.HeaderField {
        var documentation = header.value.schema.map { self.documentation(of: $0, bounds(of: $0)) } ?? Documentation()
        documentation.text = header.description ?? documentation.text
        documentation.isOmittable = !header.required
        documentation.isDeprecated = documentation.isDeprecated || header.deprecated
        let json = header.value.content.first { MediaTypeName($0.name)?.kind == .json }
        if let json, let media = description.object(json.value) {
            let use = media.schema.map { type(of: $0, identity) } ?? anyType(at: media.node, identity)
            return .init(name: name, form: .json, use: use, documentation: documentation, origin: header.node)
        }
        let (form, use) = value(of: header, identity)
        return .init(name: name, form: form, use: use, documentation: documentation, origin: header.node)
    }

    /// A scalar, a list of them, or the text of anything else.
    private mutating func value(
        of header: Header, _ identity: TypeIdentity
    ) -> (API.HeaderField.Form, TypeUse) {
        guard let schema = header.value.schema else { return (.scalar, textType(at: header.node, identity)) }
        let use = type(of: schema, identity)
        switch shape(of: use) {
        case .string, .integer, .number, .boolean, .enumeration: return (.scalar, use)
        case .array(let element) where isScalarHeader(element): return (.list, use)
        case .any, .union: return (.scalar, textType(at: header.node, identity))
        case .object, .array, .tuple, .map, .binary, .null, .never:
            reportUnsupported("a header field of this type", at: header.node, instead: "it is read as text")
            return (.scalar, textType(at: header.node, identity))
        }
    }

    private func isScalarHeader(_ use: TypeUse) -> Bool {
        switch shape(of: use) {
        case .string, .integer, .number, .boolean, .enumeration: true
        case .object, .array, .tuple, .map, .binary, .null, .union, .any, .never: false
        }
    }

    private mutating func textType(at origin: Node, _ identity: TypeIdentity) -> TypeUse {
        let use = anyType(at: origin, identity)
        api[use.type].shape = .string(format: nil)
        return use
    }

    private func isFieldName(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy(\.isTokenByte) }
}
