/// The terms under which an API is offered.
package struct License: DocumentObject {
    package static let objectName = "the License object"

    package let node: Node
    package let name: String
    package let identifier: String?
    package let url: String?

    package init(from reader: inout ObjectReader) {
        node = reader.node
        name = reader.requiredString("name")
        identifier = reader.string("identifier", since: .v3_1)
        url = reader.string("url")
    }
}
