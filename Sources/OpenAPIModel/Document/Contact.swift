/// Whom to ask about an API.
package struct Contact: DocumentObject {
    package static let objectName = "the Contact object"

    package let node: Node
    package let name: String?
    package let url: String?
    package let email: String?

    package init(from reader: inout ObjectReader) {
        node = reader.node
        name = reader.string("name")
        url = reader.string("url")
        email = reader.string("email")
    }
}
