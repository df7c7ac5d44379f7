/// The root of a document.
///
/// For example:
///
///     openapi: 3.1.1
///     info: { title: Pets, version: '1' }
///     paths: {}
package struct OpenAPI: DocumentObject {
    package static let objectName = "the OpenAPI object"

    package let node: Node
    package let openapi: String
    package let selfURI: String?
    package let info: Info?
    package let jsonSchemaDialect: String?
    package let servers: [Server]?
    package let paths: Paths?
    package let webhooks: [Named<Referenced<PathItem>>]
    package let components: Components?
    package let security: [SecurityRequirement]?
    package let tags: [Tag]
    package let externalDocs: ExternalDocumentation?

    package init(from reader: inout ObjectReader) {
        self = reader.version == .v2_0 ? Self(swagger: &reader) : Self(openAPI: &reader)
    }

    private init(openAPI reader: inout ObjectReader) {
        node = reader.node
        openapi = reader.value("openapi", since: .v3_0, as: "text").flatMap(reader.reading.arena.scalarText) ?? ""
        selfURI = reader.string("$self", since: .v3_2)
        reader.requireMember("info")
        info = reader.object("info", as: Info.self)
        jsonSchemaDialect = reader.string("jsonSchemaDialect", since: .v3_1)
        servers = reader.objects("servers", as: Server.self, since: .v3_0)
        reader.requireContent()
        paths = reader.object("paths", as: Paths.self)
        webhooks = reader.referencedMap("webhooks", as: PathItem.self, since: .v3_1)
        components = reader.object("components", as: Components.self, since: .v3_0)
        security = reader.objects("security", as: SecurityRequirement.self)
        tags = reader.objects("tags", as: Tag.self) ?? []
        externalDocs = reader.object("externalDocs", as: ExternalDocumentation.self)
    }
}

extension ObjectReader {
    /// Reports a document that describes nothing: `paths` is needed in 3.0, later `components` or `webhooks` are enough.
    fileprivate func requireContent() {
        let content = version < .v3_1 ? ["paths"] : ["paths", "components", "webhooks"]
        guard !content.contains(where: { reading.arena.value(in: node, for: $0) != nil }) else { return }
        requireMember("paths", help: content.count > 1 ? "`components` or `webhooks` are enough as well" : nil)
    }
}
