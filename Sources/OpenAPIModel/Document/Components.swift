/// The named objects that the rest of a description refers to.
///
/// For example:
///
///     components:
///       schemas: { Pet: { type: object } }
package struct Components: DocumentObject {
    package static let objectName = "the Components object"

    package let node: Node
    package let schemas: [Named<SchemaID>]
    package let responses: [Named<Referenced<Response>>]
    package let parameters: [Named<Referenced<Parameter>>]
    package let examples: [Named<Referenced<Example>>]
    package let requestBodies: [Named<Referenced<RequestBody>>]
    package let headers: [Named<Referenced<Header>>]
    package let securitySchemes: [Named<Referenced<SecurityScheme>>]
    package let links: [Named<Referenced<Link>>]
    package let callbacks: [Named<Referenced<Callback>>]
    package let pathItems: [Named<Referenced<PathItem>>]
    package let mediaTypes: [Named<Referenced<MediaType>>]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        schemas = reader.schemaMap("schemas")
        responses = reader.referencedMap("responses", as: Response.self)
        parameters = reader.referencedMap("parameters", as: Parameter.self)
        examples = reader.referencedMap("examples", as: Example.self)
        requestBodies = reader.referencedMap("requestBodies", as: RequestBody.self)
        headers = reader.referencedMap("headers", as: Header.self)
        securitySchemes = reader.referencedMap("securitySchemes", as: SecurityScheme.self)
        links = reader.referencedMap("links", as: Link.self)
        callbacks = reader.referencedMap("callbacks", as: Callback.self)
        pathItems = reader.referencedMap("pathItems", as: PathItem.self, since: .v3_1)
        mediaTypes = reader.referencedMap("mediaTypes", as: MediaType.self, since: .v3_2)
    }
}
