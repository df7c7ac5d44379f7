extension PathItem {
    /// Reads a path of Swagger 2.0; what its parameters say about bodies goes to each operation.
    init(swagger reader: inout ObjectReader) {
        let reading = reader.reading
        node = reader.node
        _ = reader.value("$ref", as: "reference")
        let shared = reader.referencedList("parameters", as: Parameter.self)
        parameters = shared.filter { reading.bodyParameter($0) == nil }
        let outer = reading.swagger.shared
        reading.swagger.shared = shared.compactMap(reading.bodyParameter)
        defer { reading.swagger.shared = outer }
        operations = PathItem.operations(from: &reader)
        (summary, description, servers) = (nil, nil, nil)
    }
}

extension Operation {
    /// Reads an operation of Swagger 2.0, whose body is written as parameters.
    ///
    /// For example:
    ///
    ///     consumes: [application/json]
    ///     parameters: [{ name: pet, in: body, required: true, schema: { $ref: '#/definitions/Pet' } }]
    init(swagger reader: inout ObjectReader) {
        let reading = reader.reading
        node = reader.node
        tags = reader.strings("tags") ?? []
        summary = reader.string("summary")
        description = reader.string("description")
        externalDocs = reader.object("externalDocs", as: ExternalDocumentation.self)
        operationId = reader.string("operationId")
        let outer = reading.swagger
        defer { reading.swagger = outer }
        if let consumes = reader.words("consumes", until: .v2_0) { reading.swagger.consumes = consumes }
        if let produces = reader.words("produces", until: .v2_0) {
            reading.swagger.produces = produces
            reading.swagger.hasOwnProduces = true
        }
        let all = reader.referencedList("parameters", as: Parameter.self)
        parameters = all.filter { reading.bodyParameter($0) == nil }
        let place = reading.arena.value(in: node, for: "parameters") ?? node
        requestBody = RequestBody(swagger: all.compactMap(reading.bodyParameter), at: place, reading).map {
            .inline($0)
        }
        reader.requireMember("responses")
        responses = reader.object("responses", as: Responses.self)
        deprecated = reader.boolean("deprecated") ?? false
        servers = reader.schemes().flatMap { Server.servers($0, at: reader.node, reading) }
        security = reader.objects("security", as: SecurityRequirement.self)
        callbacks = []
    }
}

extension RequestBody {
    /// A body from the parameters of Swagger 2.0 that are parts of it; nil where there are none.
    fileprivate init?(swagger own: [Parameter], at place: Node, _ reading: Reading) {
        let names = Set(own.map(\.name))
        let ownBody = own.first { $0.bodyPart == .whole }
        let shared = reading.swagger.shared
        let fields =
            shared.filter { $0.bodyPart == .field && !names.contains($0.name) } + own.filter { $0.bodyPart == .field }
        if let body = ownBody ?? (fields.isEmpty ? shared.first { $0.bodyPart == .whole } : nil) {
            if let field = fields.first { reading.reportMixed(body, field) }
            self.init(whole: body, reading)
        } else if !fields.isEmpty {
            self.init(fields: fields, at: place, reading)
        } else {
            return nil
        }
    }

    private init(whole parameter: Parameter, _ reading: Reading) {
        node = parameter.node
        description = parameter.description
        required = parameter.required
        content = reading.content(
            reading.swagger.consumes, parameter.value.schema, at: parameter.node, byDefault: "application/json")
    }

    private init(fields: [Parameter], at place: Node, _ reading: Reading) {
        node = place
        description = nil
        required = fields.contains(where: \.required)
        let hasFile = fields.contains { field in
            reading.arena.value(in: field.node, for: "type").flatMap(reading.arena.string) == "file"
        }
        let forms = hasFile ? ["multipart/form-data"] : ["application/x-www-form-urlencoded", "multipart/form-data"]
        let consumes = reading.swagger.consumes.filter { forms.contains($0.value.lowercased()) }
        let schema = reading.add(Schema(fields: fields, at: place, reading))
        let encoding = fields.compactMap { $0.fieldEncoding(reading) }
        content = reading.content(consumes, schema, at: place, encoding: encoding, byDefault: forms[0])
    }
}

extension Schema {
    /// The object that the fields of a form make up.
    fileprivate init(fields: [Parameter], at place: Node, _ reading: Reading) {
        self.init(node: place)
        types = [.object]
        properties = fields.compactMap { field in
            let range = reading.arena.valueRange(in: field.node, for: "name")
            return field.value.schema.map { Named(name: field.name, nameRange: range, value: $0) }
        }
        required = fields.filter(\.required).map(\.name)
    }
}

extension Parameter {
    /// How a field of a form is written, where that has to be said.
    fileprivate func fieldEncoding(_ reading: Reading) -> Named<Encoding>? {
        guard value.style != nil else { return nil }
        let range = reading.arena.valueRange(in: node, for: "name")
        let encoding = Encoding(node: node, style: value.style, explode: value.explode)
        return Named(name: name, nameRange: range, value: encoding)
    }
}

extension Encoding {
    fileprivate init(node: Node, style: ParameterStyle?, explode: Bool?) {
        self.node = node
        self.style = style
        self.explode = explode
        (contentType, headers, allowReserved, encoding, prefixEncoding, itemEncoding) = (nil, [], false, [], [], [])
    }
}

extension Reading {
    /// The parameter itself, or what a reference to it leads to, where it is a part of the body.
    fileprivate func bodyParameter(_ referenced: Referenced<Parameter>) -> Parameter? {
        guard case .reference(let reference) = referenced else {
            return referenced.inline.flatMap { $0.bodyPart == nil ? nil : $0 }
        }
        var target = follow?(PendingReference(reference: reference, kind: .parameter))
        var seen: Set<Node> = []
        while let node = target, let value = arena.value(in: node, for: "$ref"), seen.insert(node).inserted {
            let text = arena.string(value) ?? ""
            let next = Reference(text: text, node: value, summary: nil, description: nil)
            target = follow?(PendingReference(reference: next, kind: .parameter))
        }
        guard let target, arena.value(in: target, for: "$ref") == nil else { return nil }
        return readTarget(target, as: Parameter.self).flatMap { $0.bodyPart == nil ? nil : $0 }
    }

    /// A response as an operation with media types of its own has it: a response that many share is read for each.
    func inOperationsMediaTypes(_ referenced: Referenced<Response>) -> Referenced<Response> {
        guard swagger.hasOwnProduces, case .reference(let reference) = referenced,
            let target = follow?(PendingReference(reference: reference, kind: .response)),
            version(of: target) == .v2_0, arena.value(in: target, for: "$ref") == nil
        else { return referenced }
        return readMapping(target, as: Response.self).map { .inline($0) } ?? referenced
    }

    /// One schema under several media types.
    func content(
        _ types: [Located<String>], _ schema: SchemaID?, at node: Node, encoding: [Named<Encoding>] = [],
        examples: [Named<Node>] = [], byDefault: String
    ) -> [Named<Referenced<MediaType>>] {
        let words = types.isEmpty ? [Located(byDefault, arena.nameRange(of: node))] : types
        return words.map { word in
            let type = MediaType(node: node, schema: schema, example: examples[named: word.value], encoding: encoding)
            return Named(name: word.value, nameRange: word.range, value: .inline(type))
        }
    }

    fileprivate func reportMixed(_ body: Parameter, _ field: Parameter) {
        report(
            "mixed-body", "an operation has a `body` or `formData`, not both; `\(field.name)` is left out",
            at: arena.range(of: field.node), help: "keep one of them",
            related: [.init("the body is here", arena.range(of: body.node))])
    }
}

extension MediaType {
    fileprivate init(node: Node, schema: SchemaID?, example: Node?, encoding: [Named<Encoding>]) {
        self.node = node
        self.schema = schema
        self.example = example
        self.encoding = encoding
        (description, itemSchema, examples, prefixEncoding, itemEncoding) = (nil, nil, [], [], [])
    }
}
