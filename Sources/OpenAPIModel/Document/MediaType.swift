/// The type of a body and examples of it; references to one came with OpenAPI 3.2.
package struct MediaType: Referable {
    package static let objectName = "the Media Type object"
    package static let kind = ReferenceKind.mediaType
    package static var table: WritableKeyPath<Targets, [Node: MediaType]> { \.mediaTypes }

    package let node: Node
    package internal(set) var description: String?
    package let schema: SchemaID?
    package let itemSchema: SchemaID?
    package let example: Node?
    package let examples: [Named<Referenced<Example>>]
    package let encoding: [Named<Encoding>]
    package let prefixEncoding: [Encoding]
    package let itemEncoding: [Encoding]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        description = reader.string("description", since: .v3_2)
        schema = reader.schema("schema")
        itemSchema = reader.schema("itemSchema", since: .v3_2)
        example = reader.value("example")
        examples = reader.referencedMap("examples", as: Example.self)
        encoding = reader.objectMap("encoding", as: Encoding.self)
        prefixEncoding = reader.objects("prefixEncoding", as: Encoding.self, since: .v3_2) ?? []
        itemEncoding = reader.object("itemEncoding", as: Encoding.self, since: .v3_2).map { [$0] } ?? []
    }

    package mutating func describe(by reference: Reference) {
        description = reference.description ?? description
    }
}
