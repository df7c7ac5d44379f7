/// A page that says more.
package struct ExternalDocumentation: DocumentObject {
    package static let objectName = "the External Documentation object"

    package let node: Node
    package let description: String?
    package let url: String

    package init(from reader: inout ObjectReader) {
        node = reader.node
        description = reader.string("description")
        url = reader.requiredString("url")
    }
}
