import OpenAPIModel

/// The nodes that generated code stands on: the origins of all that the API consists of.
struct Origins {
    private(set) var nodes: Set<Node> = []
    /// The schemas whose bounds or default a documentation says, or whose only value.
    private(set) var documented: Set<Node> = []
    /// The origins of types with named values or a single one.
    private(set) var enumerated: Set<Node> = []

    /// The origins of objects and arrays with types for what follows their known members, or with nothing.
    private(set) var closed: Set<Node> = []
    /// The types that others stand for and that have been added.
    private var alike: Set<TypeID> = []

    /// The media types of bodies and answers, by their origins.
    private(set) var mediaTypes: [Node: Set<String>] = [:]

    /// The addresses of servers: one that is written again is the same.
    let addresses: Set<String>

    /// - Parameter leftOut: The schemas that are not generated although they have types.
    init(of api: API, besides leftOut: Set<Node>) {
        addresses = Set(api.servers.map(\.url))
        nodes.formUnion(api.servers.map(\.origin))
        for operation in api.operations { add(operation) }
        for notification in api.notifications {
            nodes.insert(notification.origin)
            add([notification.content], of: notification.origin)
        }
        for type in api.types where !type.directions.isEmpty && !leftOut.contains(type.origin) { add(type, in: api) }
    }

    private mutating func add(_ operation: API.Operation) {
        nodes.insert(operation.origin)
        if let server = operation.server { nodes.insert(server.origin) }
        nodes.formUnion(operation.servers.map(\.origin))
        for parameter in operation.parameters {
            nodes.insert(parameter.origin)
            note(parameter.documentation)
        }
        if let body = operation.body {
            nodes.insert(body.origin)
            add(body.contents, of: body.origin)
        }
        for response in operation.responses {
            nodes.insert(response.origin)
            for header in response.headers {
                nodes.insert(header.origin)
                note(header.documentation)
            }
            add(response.contents, of: response.origin)
        }
    }

    private mutating func add(_ contents: [API.Content], of origin: Node) {
        for content in contents {
            nodes.insert(content.origin)
            note(content.bounds)
            mediaTypes[origin, default: []].formUnion(content.mediaTypes.map(spelledAlike))
            guard case .multipart(let parts) = content.format else { continue }
            for part in parts {
                nodes.insert(part.origin)
                note(part.documentation)
            }
        }
    }

    /// Whether a media type of a body or an answer is among those that are generated.
    func contains(mediaType name: String, of origin: Node) -> Bool {
        mediaTypes[origin]?.contains(spelledAlike(name)) == true
    }

    private func spelledAlike(_ mediaType: String) -> String { mediaType.lowercased().filter { $0 != " " } }

    private mutating func add(_ type: TypeDefinition, in api: API) {
        for other in type.alike { addAlike(other, in: api) }
        nodes.insert(type.origin)
        switch type.shape {
        case .object(let object), .tuple(let object):
            note(type.documentation)
            if type.shape.isTuple || !object.isOpen || object.additional != nil { closed.insert(type.origin) }
            for property in object.properties { add(property, in: api) }
        case .union(let union):
            note(type.documentation)
            nodes.formUnion(union.variants.map(\.origin))
        case .enumeration:
            note(type.documentation)
            enumerated.insert(type.origin)
        // The only value of its type.
        case .null: enumerated.insert(type.origin)
        case .map: closed.insert(type.origin)
        case .array, .string, .binary, .integer, .number, .boolean, .any, .never: break
        }
    }

    /// A type that another one stands for, with its parts: they are like those of the other.
    private mutating func addAlike(_ type: TypeDefinition, in api: API) {
        add(type, in: api)
        var pending = type.shape.parts
        while let next = pending.popLast() {
            guard alike.insert(next).inserted, api[next].directions.isEmpty else { continue }
            add(api[next], in: api)
            pending += api[next].shape.parts
        }
    }

    private mutating func add(_ property: Property, in api: API) {
        let origins = [property.origin] + property.others
        nodes.formUnion(origins)
        note(property.documentation)
        if property.constant != nil { enumerated.formUnion(origins) }
        guard !property.others.isEmpty else { return }
        // The type of a member that several parts have is made of what all of them say.
        if case .enumeration = api[property.use.type].shape { enumerated.formUnion(origins) }
        if case .object = api[property.use.type].shape { closed.formUnion(origins) }
    }

    /// Notes whose bounds a documentation says.
    private mutating func note(_ documentation: Documentation) {
        guard !documentation.constraints.isEmpty || documentation.defaultText != nil else { return }
        documented.formUnion(documentation.sources.nodes)
    }
}

extension Shape {
    fileprivate var isTuple: Bool { if case .tuple = self { true } else { false } }
}
