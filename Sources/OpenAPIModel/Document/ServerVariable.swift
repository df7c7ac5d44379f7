/// A part of a server's address that the caller may choose.
package struct ServerVariable: DocumentObject {
    package static let objectName = "the Server Variable object"

    package let node: Node
    package let enumeration: [String]?
    package let defaultValue: String
    package let description: String?

    package init(from reader: inout ObjectReader) {
        node = reader.node
        enumeration = reader.strings("enum")
        defaultValue = reader.requiredString("default")
        description = reader.string("description")
    }
}
