/// One answer to an operation.
package struct Response: Referable {
    package static let objectName = "the Response object"
    package static let kind = ReferenceKind.response
    package static var table: WritableKeyPath<Targets, [Node: Response]> { \.responses }

    package let node: Node
    package private(set) var summary: String?
    package private(set) var description: String?
    package let headers: [Named<Referenced<Header>>]
    package let content: [Named<Referenced<MediaType>>]
    package let links: [Named<Referenced<Link>>]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        summary = reader.string("summary", since: .v3_2)
        if reader.version < .v3_2 { reader.requireMember("description") }
        description = reader.string("description")
        headers = reader.referencedMap("headers", as: Header.self)
        content = reader.referencedMap("content", as: MediaType.self)
        links = reader.referencedMap("links", as: Link.self)
    }

    package mutating func describe(by reference: Reference) {
        summary = reference.summary ?? summary
        description = reference.description ?? description
    }
}
