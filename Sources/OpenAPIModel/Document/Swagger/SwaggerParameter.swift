/// What part of a body a parameter of Swagger 2.0 is.
enum SwaggerBodyPart: Sendable {
    /// `in: body`
    case whole
    /// `in: formData`
    case field
}

extension Parameter {
    private enum Place: String, CaseIterable { case query, header, path, formData, body }

    /// Reads a parameter of Swagger 2.0, which has the keywords of its type among its own members.
    ///
    /// For example:
    ///
    ///     name: tags
    ///     in: query
    ///     type: array
    ///     items: { type: string }
    ///     collectionFormat: multi
    init(swagger reader: inout ObjectReader) {
        node = reader.node
        name = reader.requiredString("name")
        reader.requireMember("in")
        let place = reader.choice("in", as: Place.self)
        description = reader.string("description")
        required = reader.boolean("required") ?? false
        allowEmptyValue = reader.boolean("allowEmptyValue") ?? false
        deprecated = false
        switch place {
        case .query: (location, bodyPart) = (.query, nil)
        case .header: (location, bodyPart) = (.header, nil)
        case .path: (location, bodyPart) = (.path, nil)
        case .formData: (location, bodyPart) = (nil, .field)
        case .body: (location, bodyPart) = (nil, .whole)
        case nil: (location, bodyPart) = (nil, nil)
        }
        value = ParameterValue(swagger: &reader, isBody: place == .body, isForm: place == .query || place == .formData)
    }
}

extension Header {
    /// Reads a header of Swagger 2.0.
    init(swagger reader: inout ObjectReader) {
        node = reader.node
        description = reader.string("description")
        (required, deprecated) = (false, false)
        value = ParameterValue(swagger: &reader, isBody: false, isForm: false)
    }
}

extension ParameterValue {
    /// - Parameters:
    ///   - isBody: Whether the value has a schema, which only whole bodies have.
    ///   - isForm: Whether lists are written like those of a form.
    fileprivate init(swagger reader: inout ObjectReader, isBody: Bool, isForm: Bool) {
        (allowReserved, content, example, examples) = (false, [], nil, [])
        var item = Schema(node: reader.node)
        item.readItem(from: &reader)
        if reader.name == Parameter.objectName {
            if isBody { reader.requireMember("schema") }
            let whole = reader.schema("schema")
            if isBody {
                (schema, style, explode) = (whole, nil, nil)
                return
            }
        }
        reader.requireMember("type")
        let format = reader.choice("collectionFormat", as: CollectionFormat.self, until: .v2_0)
        guard item.types == [.array] else {
            (schema, style, explode) = (reader.reading.add(item), nil, nil)
            return
        }
        reader.requireMember("items")
        explode = format == .multi
        style = format?.style ?? (isForm ? .form : .simple)
        schema = reader.isSupported(format) ? reader.reading.add(item) : nil
    }
}

/// How a list is written in Swagger 2.0.
enum CollectionFormat: String, Sendable, CaseIterable {
    case csv, ssv, tsv, pipes, multi

    /// The style that OpenAPI 3 has for it; nil where that depends on the place.
    fileprivate var style: ParameterStyle? {
        switch self {
        case .csv, .tsv: nil
        case .ssv: .spaceDelimited
        case .pipes: .pipeDelimited
        case .multi: .form
        }
    }
}

extension ObjectReader {
    /// Whether there is a style for a format; tabs between values left with Swagger 2.0.
    fileprivate func isSupported(_ format: CollectionFormat?) -> Bool {
        guard format == .tsv else { return true }
        reading.diagnostics.warning(
            "unsupported", "values with tabs between them are not supported",
            at: reading.arena.valueRange(in: node, for: "collectionFormat"))
        return false
    }
}

extension Schema {
    /// Reads the keywords that parameters, headers and their items have in Swagger 2.0.
    mutating func readItem(from reader: inout ObjectReader) {
        readType(&reader)
        enumeration = reader.list("enum")
        defaultValue = reader.value("default")
        items = reader.schema("items")
        if let items = reader.reading.arena.value(in: node, for: "items") { reader.reading.itemNodes.insert(items) }
        limits.readValueLimits(from: &reader)
        description = reader.reading.arena.value(in: node, for: "description").flatMap(reader.reading.arena.string)
    }
}

extension Response {
    /// Reads an answer of Swagger 2.0, whose media types stand beside it in `produces`.
    init(swagger reader: inout ObjectReader) {
        node = reader.node
        (summary, links) = (nil, [])
        reader.requireMember("description")
        description = reader.string("description")
        headers = reader.referencedMap("headers", as: Header.self)
        let schema = reader.schema("schema")
        let examples = reader.map("examples") { _, node in node } ?? []
        let isFile =
            reader.reading.arena.value(in: node, for: "schema").flatMap {
                reader.reading.arena.value(in: $0, for: "type")
            }
            .flatMap(reader.reading.arena.string) == "file"
        let types = reader.reading.swagger.produces
        content =
            schema == nil
            ? []
            : reader.reading.content(
                types, schema, at: node, examples: examples,
                byDefault: isFile ? "application/octet-stream" : "application/json")
    }
}
