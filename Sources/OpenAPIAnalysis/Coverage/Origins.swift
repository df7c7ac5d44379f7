import OpenAPIModel

/// The nodes that generated code stands on: the origins of all that the API consists of.
struct Origins {
    private(set) var nodes: Set<Node> = []
    /// The origins whose documentation says bounds or a default.
    private(set) var documented: Set<Node> = []
    /// The origins of types with named values or a single one.
    private(set) var enumerated: Set<Node> = []

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
        for type in api.types where !type.directions.isEmpty && !leftOut.contains(type.origin) { add(type) }
    }

    private mutating func add(_ operation: API.Operation) {
        nodes.insert(operation.origin)
        if let server = operation.server { nodes.insert(server.origin) }
        for parameter in operation.parameters {
            nodes.insert(parameter.origin)
            if parameter.documentation.saysBounds { documented.insert(parameter.origin) }
        }
        if let body = operation.body {
            nodes.insert(body.origin)
            add(body.contents, of: body.origin)
        }
        for response in operation.responses {
            nodes.insert(response.origin)
            nodes.formUnion(response.headers.map(\.origin))
            add(response.contents, of: response.origin)
        }
    }

    private mutating func add(_ contents: [API.Content], of origin: Node) {
        for content in contents {
            nodes.insert(content.origin)
            mediaTypes[origin, default: []].formUnion(content.mediaTypes.map(spelledAlike))
            if case .multipart(let parts) = content.format { nodes.formUnion(parts.map(\.origin)) }
        }
    }

    /// Whether a media type of a body or an answer is among those that are generated.
    func contains(mediaType name: String, of origin: Node) -> Bool {
        mediaTypes[origin]?.contains(spelledAlike(name)) == true
    }

    private func spelledAlike(_ mediaType: String) -> String { mediaType.lowercased().filter { $0 != " " } }

    private mutating func add(_ type: TypeDefinition) {
        for other in type.alike { add(other) }
        nodes.insert(type.origin)
        if type.documentation.saysBounds { documented.insert(type.origin) }
        switch type.shape {
        case .object(let object), .tuple(let object):
            for property in object.properties { add(property) }
        case .union(let union): nodes.formUnion(union.variants.map(\.origin))
        case .enumeration: enumerated.insert(type.origin)
        case .array, .map, .string, .binary, .integer, .number, .boolean, .null, .any, .never: break
        }
    }

    private mutating func add(_ property: Property) {
        nodes.insert(property.origin)
        if property.documentation.saysBounds { documented.insert(property.origin) }
        if property.constant != nil { enumerated.insert(property.origin) }
    }
}

extension Documentation {
    /// Whether bounds or a default are said.
    fileprivate var saysBounds: Bool { !constraints.isEmpty || defaultText != nil }
}
