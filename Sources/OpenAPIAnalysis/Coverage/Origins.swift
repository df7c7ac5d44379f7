import OpenAPIModel

/// The nodes that generated code stands on: the origins of all that the API consists of.
struct Origins {
    private(set) var nodes: Set<Node> = []
    /// The origins whose documentation says bounds or a default.
    private(set) var documented: Set<Node> = []
    /// The origins of types with named values or a single one.
    private(set) var enumerated: Set<Node> = []

    init(of api: API) {
        nodes.formUnion(api.servers.map(\.origin))
        for operation in api.operations { add(operation) }
        for type in api.types where !type.directions.isEmpty { add(type) }
    }

    private mutating func add(_ operation: API.Operation) {
        nodes.insert(operation.origin)
        for parameter in operation.parameters {
            nodes.insert(parameter.origin)
            if !parameter.documentation.constraints.isEmpty { documented.insert(parameter.origin) }
        }
        if let body = operation.body { nodes.insert(body.origin) }
        nodes.formUnion(operation.responses.map(\.origin))
    }

    private mutating func add(_ type: TypeDefinition) {
        nodes.insert(type.origin)
        if !type.documentation.constraints.isEmpty { documented.insert(type.origin) }
        switch type.shape {
        case .object(let object):
            for property in object.properties { add(property) }
        case .union(let union): nodes.formUnion(union.variants.map(\.origin))
        case .enumeration: enumerated.insert(type.origin)
        case .array, .tuple, .map, .string, .binary, .integer, .number, .boolean, .null, .any, .never: break
        }
    }

    private mutating func add(_ property: Property) {
        nodes.insert(property.origin)
        if !property.documentation.constraints.isEmpty { documented.insert(property.origin) }
        if property.constant != nil { enumerated.insert(property.origin) }
    }
}
