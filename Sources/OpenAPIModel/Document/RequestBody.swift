/// What a request carries, by media type.
///
/// For example:
///
///     required: true
///     content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
package struct RequestBody: Referable {
    package static let objectName = "the Request Body object"
    package static let kind = ReferenceKind.requestBody
    package static var table: WritableKeyPath<Targets, [Node: RequestBody]> { \.requestBodies }

    package let node: Node
    package internal(set) var description: String?
    package let content: [Named<Referenced<MediaType>>]
    package let required: Bool

    package init(from reader: inout ObjectReader) {
        node = reader.node
        description = reader.string("description")
        reader.requireMember("content")
        content = reader.referencedMap("content", as: MediaType.self)
        required = reader.boolean("required") ?? false
    }

    package mutating func describe(by reference: Reference) {
        description = reference.description ?? description
    }
}
