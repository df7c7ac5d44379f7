/// The requests that an API makes to the caller, by an expression that gives the address.
///
/// For example:
///
///     '{$request.body#/callbackUrl}': { post: { responses: { '200': { description: Thanks. } } } }
package struct Callback: Referable {
    package static let objectName = "the Callback object"
    package static let kind = ReferenceKind.callback
    package static var table: WritableKeyPath<Targets, [Node: Callback]> { \.callbacks }

    package let node: Node
    package let items: [Named<Referenced<PathItem>>]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        items = reader.reading.named(reader.members("{expression}", as: PathItem.self)) {
            $0.readReferenced($1, as: PathItem.self)
        }
    }
}
