/// The answers to an operation by status.
///
/// For example:
///
///     '200': { description: A pet. }
///     4XX: { $ref: '#/components/responses/Problem' }
///     default: { description: Anything else. }
package struct Responses: DocumentObject {
    package static let objectName = "the Responses object"

    package let node: Node
    /// By `200`, `4XX` or `default`, in the order they are written.
    package let items: [Named<Referenced<Response>>]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        let reading = reader.reading
        let all = reader.members("{status}", as: Response.self)
        for entry in all where !Responses.isStatus(entry.key) {
            reading.report(
                "bad-status", "`\(entry.key)` is no status; the response is not read", at: entry.keyRange,
                help: "write a status such as `200`, a class such as `4XX`, or `default`")
        }
        items = reading.named(all.filter { Responses.isStatus($0.key) }) { reading, node in
            reading.readReferenced(node, as: Response.self).map(reading.inOperationsMediaTypes)
        }
    }

    private static func isStatus(_ key: String) -> Bool {
        let bytes = Array(key.utf8)
        guard bytes.count == 3, (0x31...0x35).contains(bytes[0]) else { return key == "default" }
        return key.hasSuffix("XX") || bytes.allSatisfy { (0x30...0x39).contains($0) }
    }
}
