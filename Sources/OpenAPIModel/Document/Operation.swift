/// One call that an API offers.
///
/// For example:
///
///     operationId: getPet
///     tags: [Pets]
///     responses: { '200': { description: A pet. } }
package struct Operation: DocumentObject {
    package static let objectName = "the Operation object"

    package let node: Node
    package let tags: [String]
    package let summary: String?
    package let description: String?
    package let externalDocs: ExternalDocumentation?
    package let operationId: String?
    package let parameters: [Referenced<Parameter>]
    package let requestBody: Referenced<RequestBody>?
    package let responses: Responses?
    package let callbacks: [Named<Referenced<Callback>>]
    package let deprecated: Bool
    package let security: [SecurityRequirement]?
    package let servers: [Server]?

    package init(from reader: inout ObjectReader) {
        self = reader.version == .v2_0 ? Self(swagger: &reader) : Self(openAPI: &reader)
    }

    private init(openAPI reader: inout ObjectReader) {
        node = reader.node
        tags = reader.strings("tags") ?? []
        summary = reader.string("summary")
        description = reader.string("description")
        externalDocs = reader.object("externalDocs", as: ExternalDocumentation.self)
        operationId = reader.string("operationId")
        parameters = reader.referencedList("parameters", as: Parameter.self)
        requestBody = reader.referenced("requestBody", as: RequestBody.self, since: .v3_0)
        if reader.version < .v3_1 { reader.requireMember("responses") }
        responses = reader.object("responses", as: Responses.self)
        callbacks = reader.referencedMap("callbacks", as: Callback.self, since: .v3_0)
        deprecated = reader.boolean("deprecated") ?? false
        security = reader.objects("security", as: SecurityRequirement.self)
        servers = reader.objects("servers", as: Server.self, since: .v3_0)
    }
}
