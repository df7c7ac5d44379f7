extension Resolver {
    /// A body that is sent.
    mutating func resolveSent(
        _ planned: PlannedContent, label: String, _ identity: TypeIdentity, _ id: String
    ) -> API.Content {
        let format: API.Format =
            switch planned.kind {
            case .json: .json(valueType(planned, identity), envelope: nil)
            case .form: formFormat(planned, identity)
            case .multipart: multipartFormat(planned, identity, id)
            case .lines: .stream(itemType(planned, identity), .lines)
            case .sequence: .stream(itemType(planned, identity), .sequence)
            case .text, .events: .text
            case .xml, .binary: .binary
            }
        let name = planned.names[0]
        return .init(
            mediaTypes: [name.sendable], format: format, sentRange: name.isRange ? name.text : nil, label: label,
            bounds: bounds(of: planned), origin: planned.origin)
    }

    /// What is said of a whole body; of one whose type is declared, the type says it.
    private func bounds(of planned: PlannedContent) -> Documentation {
        guard planned.kind == .json, let schema = planned.media.schema else { return Documentation() }
        let bounds = bounds(of: schema, depth: 1)
        var documentation = Documentation(constraints: bounds.words)
        documentation.sources.nodes = bounds.sources
        return documentation
    }

    /// A body that is received.
    ///
    /// - Parameter isOpened: Whether the value may be in the envelope that the configuration names.
    mutating func resolveReceived(
        _ planned: PlannedContent, label: String, isOpened: Bool, _ identity: TypeIdentity, _ id: String
    ) -> API.Content {
        reportNotTakenApart(planned, id)
        let format: API.Format =
            switch planned.kind {
            case .json: receivedJSON(planned, isOpened: isOpened, identity)
            case .events: eventFormat(planned, identity)
            case .lines: .stream(itemType(planned, identity), .lines)
            case .sequence: .stream(itemType(planned, identity), .sequence)
            case .text, .form: .text
            case .xml, .multipart, .binary: .binary
            }
        return .init(
            mediaTypes: planned.names.map(\.text), format: format, sentRange: nil, label: label,
            bounds: bounds(of: planned), origin: planned.origin)
    }

    private mutating func receivedJSON(
        _ planned: PlannedContent, isOpened: Bool, _ identity: TypeIdentity
    ) -> API.Format {
        guard isOpened, let schema = planned.media.schema, let opened = openedEnvelope(schema) else {
            return .json(valueType(planned, identity), envelope: nil)
        }
        return .json(type(of: opened, identity), envelope: configuration.envelope?.value)
    }

    /// The schema of the member that the configuration opens, where the body requires it.
    private func openedEnvelope(_ id: SchemaID) -> SchemaID? {
        guard let name = configuration.envelope?.value else { return nil }
        let schema = description.schema(description.resolved(id))
        guard schema.required.contains(name) else { return nil }
        return schema.properties[named: name]
    }

    /// The type of the whole body; any JSON where nothing is said.
    mutating func valueType(_ planned: PlannedContent, _ identity: TypeIdentity) -> TypeUse {
        planned.media.schema.map { type(of: $0, identity) } ?? anyType(at: planned.origin, identity)
    }

    func shape(of use: TypeUse) -> Shape { api[use.type].shape }

    mutating func anyType(at origin: Node, _ identity: TypeIdentity) -> TypeUse {
        api.types.append(
            TypeDefinition(origin: origin, identity: identity, shape: .any, documentation: Documentation()))
        return TypeUse(TypeID(index: api.types.count - 1))
    }

    private mutating func reportNotTakenApart(_ planned: PlannedContent, _ id: String) {
        let what =
            switch planned.kind {
            case .form: "a form as an answer"
            case .multipart: "a multipart answer"
            case .json, .events, .lines, .sequence, .xml, .text, .binary: ""
            }
        guard !what.isEmpty else { return }
        reportUnsupported(what, at: planned.origin, instead: "`\(id)` gives it as it is")
    }

    // MARK: Streams

    /// The type of one of several values: `itemSchema`, the elements of an array, or the schema itself, which authors
    /// wrote in its place before OpenAPI 3.2.
    private mutating func itemType(_ planned: PlannedContent, _ identity: TypeIdentity) -> TypeUse {
        if let item = planned.media.itemSchema { return type(of: item, identity.part(.element)) }
        let whole = valueType(planned, identity)
        guard case .array(let element) = shape(of: whole) else { return whole }
        return element
    }

    private mutating func eventFormat(_ planned: PlannedContent, _ identity: TypeIdentity) -> API.Format {
        if let item = planned.media.itemSchema { return eventFormat(item: item, identity.part(.element)) }
        guard planned.media.schema != nil else { return .stream(nil, .events) }
        let item = itemType(planned, identity)
        if case .string = shape(of: item) { return .stream(nil, .events) }
        return .stream(item, .eventData)
    }

    /// OpenAPI 3.2 describes an event as an object; what most readers want is the JSON in its member `data`.
    private mutating func eventFormat(item: SchemaID, _ identity: TypeIdentity) -> API.Format {
        let schema = description.schema(description.resolved(item))
        let names = ["event", "data", "id", "retry"]
        let isEvent = schema.properties.contains { names.contains($0.name) }
        guard isEvent || !(schema.oneOf + schema.anyOf + schema.allOf).isEmpty else {
            return .stream(type(of: item, identity), .eventData)
        }
        guard let data = schema.properties[named: "data"] else {
            return .stream(type(of: item, identity), .events)
        }
        let inner = description.schema(description.resolved(data))
        if let content = inner.applicators.contentSchema {
            return .stream(type(of: content, identity.part(.member("data"))), .eventData)
        }
        if inner.types == [.string] || !inner.hasShapeKeywords { return .stream(nil, .events) }
        return .stream(type(of: data, identity.part(.member("data"))), .eventData)
    }
}
