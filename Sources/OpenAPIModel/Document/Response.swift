/// One answer to an operation.
package struct Response: Referable {
    package static let objectName = "the Response object"
    package static let kind = ReferenceKind.response
    package static var table: WritableKeyPath<Targets, [Node: Response]> { \.responses }

    package let node: Node
    package internal(set) var summary: String?
    package internal(set) var description: String?
    package let headers: [Named<Referenced<Header>>]
    package let content: [Named<Referenced<MediaType>>]
    package let links: [Named<Referenced<Link>>]

    package init(from reader: inout ObjectReader) {
        self = reader.version == .v2_0 ? Self(swagger: &reader) : Self(openAPI: &reader)
    }

    private init(openAPI reader: inout ObjectReader) {
        node = reader.node
        summary = reader.string("summary", since: .v3_2)
        if reader.version < .v3_2 { reader.requireMember("description") }
        description = reader.string("description")
        headers = reader.referencedMap("headers", as: Header.self)
        content = reader.referencedMap("content", as: MediaType.self, since: .v3_0)
        links = reader.referencedMap("links", as: Link.self, since: .v3_0)
    }

    package mutating func describe(by reference: Reference) {
        summary = reference.summary ?? summary
        description = reference.description ?? description
    }
}
