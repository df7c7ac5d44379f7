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
    package internal(set) var summary: String?
    package internal(set) var description: String?
    /// The operations by method as it goes over the wire (`GET`), in the order they are written.
    package let operations: [Named<Operation>]
    package let servers: [Server]?
    package let parameters: [Referenced<Parameter>]

    package init(from reader: inout ObjectReader) {
        self = reader.version == .v2_0 ? Self(swagger: &reader) : Self(openAPI: &reader)
    }

    private init(openAPI reader: inout ObjectReader) {
        node = reader.node
        _ = reader.value("$ref", as: "reference")
        summary = reader.string("summary", since: .v3_0)
        description = reader.string("description", since: .v3_0)
        operations = PathItem.operations(from: &reader)
        servers = reader.objects("servers", as: Server.self, since: .v3_0)
        parameters = reader.referencedList("parameters", as: Parameter.self)
    }

    /// What stands beside a `$ref`, and what that leads to; what is in both is taken from beside it, which is reported.
    fileprivate init(_ own: PathItem, over target: PathItem) {
        node = own.node
        summary = own.summary ?? target.summary
        description = own.description ?? target.description
        let methods = Set(own.operations.map(\.name))
        operations = own.operations + target.operations.filter { !methods.contains($0.name) }
        servers = own.servers ?? target.servers
        parameters = own.parameters.isEmpty ? target.parameters : own.parameters
    }

    static func operations(from reader: inout ObjectReader) -> [Named<Operation>] {
        let reading = reader.reading
        var found: [Named<Operation>] = []
        for method in ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] {
            let since = ["query": OpenAPIVersion.v3_2, "trace": .v3_0][method] ?? .v2_0
            guard let operation = reader.object(method, as: Operation.self, since: since) else { continue }
            let range = reading.arena.keyRange(in: reader.node, for: method)
            found.append(Named(name: method.uppercased(), nameRange: range, value: operation))
        }
        found += reader.objectMap("additionalOperations", as: Operation.self, since: .v3_2)
        return found.sorted { $0.nameRange.start < $1.nameRange.start }
    }

    package mutating func describe(by reference: Reference) {
        summary = reference.summary ?? summary
        description = reference.description ?? description
    }
}

extension Reading {
    /// Reads a path item that has a `$ref` and other members, which OpenAPI allows only here.
    ///
    /// For example:
    ///
    ///     /pets: { $ref: paths.yaml#/pets, servers: [{ url: https://pets.example.com }] }
    func readMerged(_ node: Node, _ value: Node) -> PathItem? {
        guard let text = string(of: value), let own = readMapping(node, as: PathItem.self) else { return nil }
        let reference = Reference(text: text, node: value, summary: nil, description: nil)
        guard let target = follow?(PendingReference(reference: reference, kind: .pathItem)),
            canEnter(target, by: reference)
        else {
            unfollowed.append(value)
            return own
        }
        bindings[value] = target
        trail.enter(target, text)
        defer { trail.leave() }
        let other =
            arena.value(in: target, for: "$ref").map { readMerged(target, $0) } ?? readTarget(target, as: PathItem.self)
        reportHidden(beside: node, in: target)
        return other.map { PathItem(own, over: $0) } ?? own
    }

    /// Reports members that stand beside a `$ref` and in what it leads to: OpenAPI leaves open what that means.
    private func reportHidden(beside node: Node, in target: Node) {
        for entry in arena.entries(of: node) where entry.key != "$ref" && !entry.key.hasPrefix("x-") {
            guard arena.value(in: target, for: entry.key) != nil else { continue }
            diagnostics.warning(
                "hidden-member", "`\(entry.key)` stands here and in what the reference leads to; this one is used",
                at: entry.keyRange, help: "keep one of them",
                related: [.init("the other one is here", arena.keyRange(in: target, for: entry.key))])
        }
    }
}
