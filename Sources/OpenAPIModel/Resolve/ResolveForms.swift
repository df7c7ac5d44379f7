extension Resolver {
    /// A body of `application/x-www-form-urlencoded`; what is no object is text that the caller writes.
    mutating func formFormat(_ planned: PlannedContent, _ identity: TypeIdentity) -> API.Format {
        let use = valueType(planned, identity)
        switch shape(of: use) {
        case .object, .map, .union, .any:
            reportEncodings(planned.media, use)
            return .form(use, fields(planned.media, use))
        case .array, .tuple, .string, .binary, .integer, .number, .boolean, .null, .enumeration, .never:
            reportUnsupported("a form that is no object", at: planned.origin, instead: "it is sent as text")
            return .text
        }
    }

    /// Encodings of nothing, and of what is in a part.
    mutating func reportEncodings(_ media: MediaType, _ use: TypeUse) {
        for encoding in media.encoding {
            let inner = encoding.value
            if !(inner.encoding.isEmpty && inner.prefixEncoding.isEmpty && inner.itemEncoding.isEmpty) {
                reportUnsupported(
                    "an encoding of what is in a part", at: inner.node, instead: "`\(encoding.name)` is sent as a whole"
                )
            }
            guard case .object(let object) = shape(of: use),
                !object.properties.contains(where: { $0.name == encoding.name })
            else { continue }
            diagnostics.warning(
                "encoding-property", "the body has no member `\(encoding.name)`; its encoding has no effect",
                at: encoding.nameRange,
                help: suggestion(for: encoding.name, among: object.properties.map(\.name)).map {
                    "did you mean `\($0)`?"
                })
        }
    }

    /// How the members are written: what all that are no scalars have in common, and the exceptions.
    private func fields(_ media: MediaType, _ use: TypeUse) -> API.Fields {
        let styles = media.encoding.map { API.Fields.Field(name: $0.name, style: fieldStyle(of: $0.value)) }
        guard case .object(let object) = shape(of: use) else {
            return API.Fields(exceptions: styles.filter { $0.style != .content })
        }
        let scalars = Set(object.properties.filter { isScalar($0.use) }.map(\.name))
        let others = object.properties.map(\.name).filter { !scalars.contains($0) }
        let common: Set<API.FieldStyle> = Set(
            others.map { name in styles.first { $0.name == name }?.style ?? .content })
        let style: API.FieldStyle = common.count == 1 ? common.first ?? .content : .content
        // Most styles write a scalar alike.
        let exceptions = styles.filter { field -> Bool in
            guard scalars.contains(field.name) else { return field.style != style }
            return field.style.allowsReserved || field.style.kind == .json
        }
        return API.Fields(style: style, exceptions: exceptions)
    }

    private func isScalar(_ use: TypeUse) -> Bool {
        switch shape(of: use) {
        case .string, .binary, .integer, .number, .boolean, .null, .enumeration: true
        case .object, .array, .tuple, .map, .union, .any, .never: false
        }
    }

    /// A style that is said outright wins over a media type.
    ///
    /// Source: OpenAPI 3.1, section 4.8.15 (Encoding Object).
    func fieldStyle(of encoding: Encoding) -> API.FieldStyle {
        guard encoding.style != nil || encoding.explode != nil || encoding.allowReserved else {
            let isJSON = encoding.contentType.flatMap { MediaTypeName($0) }?.kind == .json
            return API.FieldStyle(kind: isJSON ? .json : .content)
        }
        let kind: API.FieldStyle.Kind =
            switch encoding.style {
            case .spaceDelimited: .spaceDelimited
            case .pipeDelimited: .pipeDelimited
            case .deepObject: .deepObject
            case .form, .matrix, .label, .simple, .cookie, nil: .form
            }
        // A deep object has no other way.
        let explodes = kind == .deepObject || (encoding.explode ?? (kind == .form))
        return API.FieldStyle(kind: kind, explodes: explodes, allowsReserved: encoding.allowReserved)
    }
}
