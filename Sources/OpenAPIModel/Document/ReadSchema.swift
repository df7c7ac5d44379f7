extension Reading {
    /// The id of the schema at a node; the schema itself is read later, so that deep nesting needs no deep recursion.
    func schemaID(of node: Node) -> SchemaID {
        if let id = schemaIDs[node] { return id }
        let id = SchemaID(index: UInt32(schemaNodes.count))
        schemaIDs[node] = id
        schemaNodes.append(node)
        return id
    }

    /// Reads the schemas that were met, and those met in them.
    func readPendingSchemas() {
        while schemas.count < schemaNodes.count {
            let made = madeSchemas.removeValue(forKey: schemas.count)
            schemas.append(made ?? readSchema(schemaNodes[schemas.count]))
        }
    }

    /// Adds a schema that is written as something else, such as a parameter of Swagger 2.0.
    func add(_ schema: Schema) -> SchemaID {
        let id = SchemaID(index: UInt32(schemaNodes.count))
        madeSchemas[schemaNodes.count] = schema
        schemaNodes.append(schema.node)
        return id
    }

    private func readSchema(_ node: Node) -> Schema {
        var schema = Schema(node: node)
        switch arena.kind(node) {
        case .boolean:
            schema.form = arena.boolean(node) == true ? .always : .never
            if version(of: node) < .v3_1, !isAdditionalProperties(node) {
                report("newer-value", "`true` and `false` are schemas from OpenAPI 3.1 on", at: arena.range(of: node))
            }
        case .mapping:
            var reader = ObjectReader(node, name: Schema.objectName, reading: self, members: 64)
            schema.read(from: &reader)
            reader.reportUnknownMembers(as: reader.version < .v3_1 ? .error : .warning)
        case .null, .integer, .number, .string, .sequence:
            schema.form = .always
            reportWrongType(node, expected: "a schema")
        }
        return schema
    }

    /// Whether a boolean stands where OpenAPI 3.0 allows one as well.
    private func isAdditionalProperties(_ node: Node) -> Bool {
        guard let parent = arena.parent(of: node) else { return false }
        return arena.value(in: parent, for: "additionalProperties") == node
    }
}

extension ObjectReader {
    package mutating func schema(_ key: String, since: OpenAPIVersion = .v2_0) -> SchemaID? {
        discoverSchema()
        return value(key, since: since, as: "Schema").map(reading.schemaID)
    }

    package mutating func schemas(_ key: String, since: OpenAPIVersion = .v2_0) -> [SchemaID] {
        discoverSchema()
        return list(key, since: since, of: "Schema")?.map(reading.schemaID) ?? []
    }

    package mutating func schemaMap(
        _ key: String, since: OpenAPIVersion = .v2_0, until: OpenAPIVersion = .v3_2
    ) -> [Named<SchemaID>] {
        discoverSchema()
        return map(key, since: since, until: until, of: "Schema") { reading, node in reading.schemaID(of: node) } ?? []
    }

    private func discoverSchema() {
        reading.recorder?.discover(Schema.objectName) { reader in
            var schema = Schema(node: reader.node)
            schema.read(from: &reader)
        }
    }
}

extension Schema {
    mutating func read(from reader: inout ObjectReader) {
        readReference(&reader)
        readKind(&reader)
        readParts(&reader)
        readAnnotations(&reader)
        limits.read(from: &reader)
        applicators.read(from: &reader)
        identity.read(from: &reader)
        if reader.version == .v2_0, reader.reading.itemNodes.contains(node) { readNestedFormat(&reader) }
    }

    /// How a list in a list is written in a parameter of Swagger 2.0, for which OpenAPI 3 has no words.
    private mutating func readNestedFormat(_ reader: inout ObjectReader) {
        _ = reader.choice("collectionFormat", as: CollectionFormat.self, until: .v2_0)
        if let items = reader.reading.arena.value(in: node, for: "items") { reader.reading.itemNodes.insert(items) }
    }

    private mutating func readReference(_ reader: inout ObjectReader) {
        guard let value = reader.value("$ref", as: "reference"), let text = reader.reading.string(of: value) else {
            return
        }
        let reference = Reference(text: text, node: value, summary: nil, description: nil)
        ref = reference
        reader.reading.references.append(PendingReference(reference: reference, kind: .schema))
        let siblings = reader.reading.arena.entries(of: node).filter { $0.key != "$ref" && !$0.key.hasPrefix("x-") }
        isPureReference = siblings.isEmpty || reader.version < .v3_1
        guard reader.version < .v3_1 else { return }
        for sibling in siblings {
            let help = "put the reference into `allOf`"
            reader.reading.diagnostics.warning(
                "ignored-sibling", "`\(sibling.key)` beside `$ref` has no effect in \(reader.version.name)",
                at: sibling.keyRange, help: help)
        }
    }

    private mutating func readKind(_ reader: inout ObjectReader) {
        readType(&reader)
        nullable =
            reader.boolean("nullable", since: .v3_0, until: .v3_0, instead: "add 'null' to `type`") ?? nullable
        enumeration = reader.list("enum")
        const = reader.value("const", since: .v3_1)
    }

    /// The type and format; `file` is Swagger's word for bytes, and `x-nullable` for null.
    mutating func readType(_ reader: inout ObjectReader) {
        types = Schema.types(from: &reader)
        format = reader.string("format")
        guard reader.version == .v2_0 else { return }
        let arena = reader.reading.arena
        if arena.value(in: node, for: "type").flatMap(arena.string) == "file" { format = "binary" }
        nullable = arena.value(in: node, for: "x-nullable").flatMap(arena.boolean) ?? false
    }

    private static func types(from reader: inout ObjectReader) -> [SchemaType] {
        guard let value = reader.value("type", as: "one word, or a list from 3.1 on") else { return [] }
        let reading = reader.reading
        guard reading.arena.kind(value) == .sequence else {
            let text = reading.string(of: value)
            if text == "file", reader.version == .v2_0 { return [.string] }
            let type = text.flatMap { reading.choice($0, at: value, as: SchemaType.self) }
            if type == .null, reader.version < .v3_1 { reportNullType(value, reader) }
            return type.map { [$0] } ?? []
        }
        if reader.version < .v3_1 {
            let range = reading.arena.range(of: value)
            reading.report(
                "newer-value", "a list of types came with OpenAPI 3.1", at: range, help: "use `nullable` or `oneOf`")
        }
        return reading.arena.elements(of: value).compactMap { element in
            reading.string(of: element).flatMap { reading.choice($0, at: element, as: SchemaType.self) }
        }
    }

    private static func reportNullType(_ value: Node, _ reader: ObjectReader) {
        let help = "use `\(reader.version == .v2_0 ? "x-nullable" : "nullable")`"
        let range = reader.reading.arena.range(of: value)
        reader.reading.report("newer-value", "the type `null` came with OpenAPI 3.1", at: range, help: help)
    }

    private mutating func readParts(_ reader: inout ObjectReader) {
        allOf = reader.schemas("allOf")
        anyOf = reader.schemas("anyOf", since: .v3_0)
        oneOf = reader.schemas("oneOf", since: .v3_0)
        not = reader.schema("not", since: .v3_0)
        properties = reader.schemaMap("properties")
        required = reader.strings("required") ?? []
        additionalProperties = reader.schema("additionalProperties")
        items = reader.schema("items")
        prefixItems = reader.schemas("prefixItems", since: .v3_1)
        discriminator =
            reader.version == .v2_0
            ? reader.swaggerDiscriminator() : reader.object("discriminator", as: Discriminator.self)
    }

    private mutating func readAnnotations(_ reader: inout ObjectReader) {
        title = reader.string("title")
        description = reader.string("description")
        defaultValue = reader.value("default")
        example = reader.value("example")
        examples = reader.list("examples", since: .v3_1) ?? []
        deprecated = reader.boolean("deprecated", since: .v3_0) ?? false
        readOnly = reader.boolean("readOnly") ?? false
        writeOnly = reader.boolean("writeOnly", since: .v3_0) ?? false
        externalDocs = reader.object("externalDocs", as: ExternalDocumentation.self)
        xml = reader.object("xml", as: XML.self)
    }
}

extension SchemaLimits {
    mutating func read(from reader: inout ObjectReader) {
        readValueLimits(from: &reader)
        minContains = reader.count("minContains", since: .v3_1)
        maxContains = reader.count("maxContains", since: .v3_1)
        minProperties = reader.count("minProperties")
        maxProperties = reader.count("maxProperties")
    }

    /// The limits of texts, numbers and lists, which parameters of Swagger 2.0 have as well.
    mutating func readValueLimits(from reader: inout ObjectReader) {
        minimum = reader.number("minimum")
        maximum = reader.number("maximum")
        exclusiveMinimum = SchemaLimits.exclusive("exclusiveMinimum", &reader)
        exclusiveMaximum = SchemaLimits.exclusive("exclusiveMaximum", &reader)
        multipleOf = reader.number("multipleOf")
        minLength = reader.count("minLength")
        maxLength = reader.count("maxLength")
        pattern = reader.string("pattern")
        minItems = reader.count("minItems")
        maxItems = reader.count("maxItems")
        uniqueItems = reader.boolean("uniqueItems") ?? false
    }

    private static func exclusive(_ key: String, _ reader: inout ObjectReader) -> ExclusiveLimit? {
        guard let value = reader.value(key, as: "boolean up to 3.0, number from 3.1 on") else { return nil }
        let arena = reader.reading.arena
        let isNumber = arena.number(value) != nil
        if isNumber, reader.version >= .v3_1 { return .value(value) }
        if let flag = arena.boolean(value), reader.version < .v3_1 { return .flag(flag) }
        let expected =
            reader.version < .v3_1
            ? "a boolean (a number from OpenAPI 3.1 on)" : "a number (a boolean up to OpenAPI 3.0)"
        reader.reading.reportWrongType(value, expected: expected)
        return isNumber ? .value(value) : arena.boolean(value).map(ExclusiveLimit.flag)
    }
}

extension SchemaApplicators {
    mutating func read(from reader: inout ObjectReader) {
        ifSchema = reader.schema("if", since: .v3_1)
        thenSchema = reader.schema("then", since: .v3_1)
        elseSchema = reader.schema("else", since: .v3_1)
        contains = reader.schema("contains", since: .v3_1)
        propertyNames = reader.schema("propertyNames", since: .v3_1)
        unevaluatedItems = reader.schema("unevaluatedItems", since: .v3_1)
        unevaluatedProperties = reader.schema("unevaluatedProperties", since: .v3_1)
        contentSchema = reader.schema("contentSchema", since: .v3_1)
        contentEncoding = reader.string("contentEncoding", since: .v3_1)
        contentMediaType = reader.string("contentMediaType", since: .v3_1)
        patternProperties = reader.schemaMap("patternProperties", since: .v3_1)
        dependentSchemas = reader.schemaMap("dependentSchemas", since: .v3_1)
        dependentRequired =
            reader.map("dependentRequired", since: .v3_1, of: "list of text", SchemaApplicators.names) ?? []
    }

    private static func names(_ reading: Reading, _ node: Node) -> [String]? {
        guard reading.arena.kind(node) == .sequence else {
            reading.reportWrongType(node, expected: "a list of names")
            return nil
        }
        return reading.arena.elements(of: node).compactMap(reading.string)
    }
}

extension SchemaIdentity {
    mutating func read(from reader: inout ObjectReader) {
        id = reader.string("$id", since: .v3_1)
        schema = reader.string("$schema", since: .v3_1)
        anchor = reader.string("$anchor", since: .v3_1)
        dynamicAnchor = reader.string("$dynamicAnchor", since: .v3_1)
        dynamicRef = reader.string("$dynamicRef", since: .v3_1)
        comment = reader.string("$comment", since: .v3_1)
        vocabulary = reader.value("$vocabulary", since: .v3_1, as: "map of boolean")
        definitions = reader.schemaMap("$defs", since: .v3_1) + reader.schemaMap("definitions", since: .v3_1)
    }
}
