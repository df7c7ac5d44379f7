/// How values of a response are arguments of another operation.
///
/// For example:
///
///     operationId: getPet
///     parameters: { id: $response.body#/id }
package struct Link: Referable {
    package static let objectName = "the Link object"
    package static let kind = ReferenceKind.link
    package static var table: WritableKeyPath<Targets, [Node: Link]> { \.links }

    package let node: Node
    package let operationRef: Reference?
    package let operationId: String?
    package let parameters: [Named<Node>]
    package let requestBody: Node?
    package private(set) var description: String?
    package let server: Server?

    package init(from reader: inout ObjectReader) {
        node = reader.node
        operationRef = reader.operationReference("operationRef")
        operationId = reader.string("operationId")
        parameters = reader.map("parameters") { _, node in node } ?? []
        requestBody = reader.value("requestBody")
        description = reader.string("description")
        server = reader.object("server", as: Server.self)
    }

    package mutating func describe(by reference: Reference) {
        description = reference.description ?? description
    }
}

extension ObjectReader {
    /// A reference to an operation, here or on another machine.
    fileprivate mutating func operationReference(_ key: String) -> Reference? {
        guard let value = value(key, as: "reference"), let text = reading.string(of: value) else { return nil }
        let reference = Reference(text: text, node: value, summary: nil, description: nil)
        reading.references.append(PendingReference(reference: reference, kind: nil, mayBeRemote: true))
        return reference
    }
}
