extension Resolver {
    /// A multipart body: parts from the members of an object or, where they are not known, as the caller makes them.
    mutating func multipartFormat(_ planned: PlannedContent, _ identity: TypeIdentity, _ id: String) -> API.Format {
        guard let schema = planned.media.schema, planned.media.isNamedParts else {
            if planned.media.schema != nil || !planned.media.isNamedParts {
                reportUntyped("parts without names", planned, id)
            }
            return .anyParts
        }
        let use = type(of: schema, identity)
        switch shape(of: use) {
        case .object(let object) where !object.properties.isEmpty:
            reportEncodings(planned.media, use)
            let sent = object.properties.filter { $0.directions.contains(.sent) }
            return .multipart(sent.map { part($0, planned.media) })
        case .object, .map, .union, .any:
            if !reachesFile(use.type) { return .partsOfValue(use) }
            reportUntyped("a multipart body with files that is no plain object", planned, id)
        case .array, .tuple, .string, .binary, .integer, .number, .boolean, .null, .enumeration, .never:
            reportUntyped("a multipart body that is no object", planned, id)
        }
        return .anyParts
    }

    private mutating func reportUntyped(_ what: String, _ planned: PlannedContent, _ id: String) {
        reportUnsupported(what, at: planned.origin, instead: "`\(id)` takes a list of parts")
    }

    private mutating func part(_ property: Property, _ media: MediaType) -> API.Part {
        let encoding = media.encoding[named: property.name]
        var style = encoding.map { fieldStyle(of: $0) } ?? .content
        var contentType: MediaTypeName?
        if let encoding { contentType = firstContentType(encoding) }
        var kind = kind(of: property, contentType)
        if kind == .value, contentType?.kind == .xml, let encoding {
            let node = encoding.node
            reportUnsupported("XML", at: node, key: "contentType", instead: "`\(property.name)` is sent as data")
            kind = .file
        }
        if kind != .value { style = .content }
        if kind != .value, contentType == nil { contentType = contentMediaType(of: property) }
        let headers = encoding?.headers.map(\.name).filter { $0.lowercased() != "content-type" } ?? []
        return API.Part(
            name: property.name, kind: kind, use: property.use, isRequired: property.isRequired,
            defaultValue: property.defaultValue, contentType: contentType.map(\.text),
            choices: choices(encoding),
            style: style, headers: headers,
            documentation: property.documentation, origin: property.origin)
    }

    /// The first of the media types that a part may have, if it is no range of them.
    private mutating func firstContentType(_ encoding: Encoding) -> MediaTypeName? {
        guard let text = encoding.contentType else { return nil }
        let names = text.split(separator: ",").map { MediaTypeName(String($0.drop { $0 == " " })) }
        if names.contains(where: { $0 == nil }) {
            diagnostics.warning(
                "bad-media-type", "`\(text)` is no list of media types",
                at: arena.keyRange(in: encoding.node, for: "contentType"))
        }
        return names.first.flatMap { $0 }.flatMap { $0.isRange ? nil : $0 }
    }

    /// The media types of a part, where there are several.
    private func choices(_ encoding: Encoding?) -> String? {
        guard let text = encoding?.contentType, text.contains(",") || text.contains("*") else { return nil }
        return text
    }

    // MARK: Files

    /// What the schema of a file, or of each of several files, says that it is.
    private func contentMediaType(of property: Property) -> MediaTypeName? {
        var origin = property.origin
        if case .array(let element) = shape(of: property.use) { origin = api[element.type].origin }
        guard let id = description.schemaID(at: origin) else { return nil }
        let text = description.schema(description.resolved(id)).applicators.contentMediaType
        return text.flatMap { MediaTypeName($0) }.flatMap { $0.isRange ? nil : $0 }
    }

    private func kind(of property: Property, _ contentType: MediaTypeName?) -> API.Part.Kind {
        if isFile(property.use) || isFile(property.origin, property.use, contentType) { return .file }
        switch shape(of: property.use) {
        case .array(let element):
            let isFiles = isFile(element) || isFile(api[element.type].origin, element, contentType)
            return isFiles ? .files : .value
        case .union(let union):
            let isFiles = union.variants.allSatisfy { variant in
                if case .array(let element) = shape(of: variant.use) { return isFile(element) }
                return isFile(variant.use)
            }
            return isFiles ? .files : .value
        case .object, .tuple, .map, .string, .binary, .integer, .number, .boolean, .null, .enumeration, .any, .never:
            return .value
        }
    }

    private func isFile(_ use: TypeUse) -> Bool {
        switch shape(of: use) {
        case .binary: true
        case .string(let format): format == "binary"
        case .object, .array, .tuple, .map, .integer, .number, .boolean, .null, .enumeration, .union, .any, .never:
            false
        }
    }

    /// Whether the place says that a value is bytes: by the media type of the part, by `contentMediaType` without
    /// `contentEncoding`, or by a schema that says nothing.
    ///
    /// Source: OpenAPI 3.1, section 4.8.14.4 (Special Considerations for `multipart` Content).
    private func isFile(_ origin: Node, _ use: TypeUse, _ contentType: MediaTypeName?) -> Bool {
        guard let id = description.schemaID(at: origin) else { return false }
        let schema = description.schema(description.resolved(id))
        guard schema.applicators.contentEncoding == nil else { return false }
        switch shape(of: use) {
        case .string:
            let name = schema.applicators.contentMediaType.flatMap { MediaTypeName($0) } ?? contentType
            return name?.kind == .binary
        case .any: return !schema.hasShapeKeywords && contentType.map { $0.kind == .binary } ?? true
        case .object, .array, .tuple, .map, .binary, .integer, .number, .boolean, .null, .enumeration, .union, .never:
            return false
        }
    }

    /// Whether bytes are anywhere in a value of the type.
    private func reachesFile(_ root: TypeID) -> Bool {
        var seen: Set<TypeID> = [root]
        var pending = [root]
        while let type = pending.popLast() {
            if isFile(TypeUse(type)) { return true }
            pending += api[type].shape.parts(in: .sent).filter { seen.insert($0).inserted }
        }
        return false
    }
}

extension MediaType {
    /// Whether parts go by the names of an object's members; OpenAPI 3.2 has parts by their place too.
    fileprivate var isNamedParts: Bool { prefixEncoding.isEmpty && itemEncoding.isEmpty && itemSchema == nil }
}
