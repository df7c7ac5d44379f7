/// The paths of an API in the order they are written.
///
/// For example:
///
///     paths:
///       /pets/{id}: { get: { responses: { '200': { description: A pet. } } } }
package struct Paths: DocumentObject {
    package static let objectName = "the Paths object"

    package let node: Node
    package let items: [Named<Referenced<PathItem>>]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        let reading = reader.reading
        let all = reader.members("/{path}", as: PathItem.self)
        for entry in all where !entry.key.hasPrefix("/") {
            reading.report("bad-path", "a path begins with `/`; `\(entry.key)` is not read", at: entry.keyRange)
        }
        items = reading.named(all.filter { $0.key.hasPrefix("/") }) { $0.readReferenced($1, as: PathItem.self) }
    }
}
