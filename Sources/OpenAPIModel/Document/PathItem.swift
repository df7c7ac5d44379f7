/// The operations of one path.
///
/// For example:
///
///     parameters: [{ $ref: '#/components/parameters/id' }]
///     get: { responses: { '200': { description: A pet. } } }
package struct PathItem: Referable {
    package static let objectName = "the Path Item object"
    package static let kind = ReferenceKind.pathItem
    package static var table: WritableKeyPath<Targets, [Node: PathItem]> { \.pathItems }

    package let node: Node
    package let summary: String?
    package let description: String?
    /// The operations by method as it goes over the wire (`GET`), in the order they are written.
    package let operations: [Named<Operation>]
    package let servers: [Server]?
    package let parameters: [Referenced<Parameter>]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        summary = reader.string("summary")
        description = reader.string("description")
        operations = PathItem.operations(from: &reader)
        servers = reader.objects("servers", as: Server.self)
        parameters = reader.referencedList("parameters", as: Parameter.self)
    }

    private static func operations(from reader: inout ObjectReader) -> [Named<Operation>] {
        let reading = reader.reading
        var found: [Named<Operation>] = []
        for method in ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] {
            guard let value = reader.value(method, since: method == "query" ? .v3_2 : .v3_0) else { continue }
            guard let operation = reading.read(value, as: Operation.self) else { continue }
            let range = reading.arena.keyRange(in: reader.node, for: method)
            found.append(Named(name: method.uppercased(), nameRange: range, value: operation))
        }
        found += reader.objectMap("additionalOperations", as: Operation.self, since: .v3_2)
        return found.sorted { $0.nameRange.start < $1.nameRange.start }
    }
}
