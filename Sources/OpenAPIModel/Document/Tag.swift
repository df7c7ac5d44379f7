/// A group of operations.
package struct Tag: DocumentObject {
    package static let objectName = "the Tag object"

    package let node: Node
    package let name: String
    package let summary: String?
    package let description: String?
    package let externalDocs: ExternalDocumentation?
    package let parent: String?
    package let kind: String?

    package init(from reader: inout ObjectReader) {
        node = reader.node
        name = reader.requiredString("name")
        summary = reader.string("summary", since: .v3_2)
        description = reader.string("description")
        externalDocs = reader.object("externalDocs", as: ExternalDocumentation.self)
        parent = reader.string("parent", since: .v3_2)
        kind = reader.string("kind", since: .v3_2)
    }
}
