/// How a value is written as XML.
package struct XML: DocumentObject {
    package static let objectName = "the XML object"

    package let node: Node
    package let nodeType: String?
    package let name: String?
    package let namespace: String?
    package let prefix: String?
    package let attribute: Bool
    package let wrapped: Bool

    package init(from reader: inout ObjectReader) {
        node = reader.node
        nodeType = reader.string("nodeType", since: .v3_2)
        name = reader.string("name")
        namespace = reader.string("namespace")
        prefix = reader.string("prefix")
        attribute = reader.boolean("attribute") ?? false
        wrapped = reader.boolean("wrapped") ?? false
    }
}
