extension OpenAPI {
    /// Reads the root of a Swagger 2.0 document.
    ///
    /// For example:
    ///
    ///     swagger: '2.0'
    ///     host: pets.example
    ///     basePath: /v1
    ///     schemes: [https]
    ///     definitions: { Pet: { type: object } }
    init(swagger reader: inout ObjectReader) {
        node = reader.node
        openapi = reader.value("swagger", until: .v2_0, as: "text").flatMap(reader.reading.arena.scalarText) ?? ""
        (selfURI, jsonSchemaDialect, webhooks) = (nil, nil, [])
        reader.requireMember("info")
        info = reader.object("info", as: Info.self)
        reader.reading.swagger.host = reader.string("host", until: .v2_0)
        reader.reading.swagger.basePath = reader.string("basePath", until: .v2_0)
        servers = Server.servers(reader.schemes() ?? [], at: reader.node, reader.reading)
        reader.reading.swagger.consumes = reader.words("consumes", until: .v2_0) ?? []
        reader.reading.swagger.produces = reader.words("produces", until: .v2_0) ?? []
        reader.requireMember("paths")
        paths = reader.object("paths", as: Paths.self)
        components = Components(swagger: &reader)
        security = reader.objects("security", as: SecurityRequirement.self)
        tags = reader.objects("tags", as: Tag.self) ?? []
        externalDocs = reader.object("externalDocs", as: ExternalDocumentation.self)
    }
}

extension Server {
    /// Servers from what Swagger 2.0 says about host, path and schemes; nil where it says nothing.
    static func servers(_ schemes: [String], at node: Node, _ reading: Reading) -> [Server]? {
        let key = ["host", "basePath"].first { reading.arena.value(in: node, for: $0) != nil }
        let place = key.flatMap { reading.arena.value(in: node, for: $0) } ?? node
        let servers = reading.swagger.addresses(schemes).map { Server(node: place, url: $0) }
        return servers.isEmpty ? nil : servers
    }

    private init(node: Node, url: String) {
        self.node = node
        self.url = url
        (name, description, variables) = (nil, nil, [])
    }
}

extension Components {
    /// Reads the named objects of Swagger 2.0, which stand in the root.
    fileprivate init(swagger reader: inout ObjectReader) {
        node = reader.node
        schemas = reader.schemaMap("definitions", until: .v2_0)
        parameters = reader.referencedMap("parameters", as: Parameter.self, until: .v2_0)
        responses = reader.referencedMap("responses", as: Response.self, until: .v2_0)
        securitySchemes = reader.referencedMap("securityDefinitions", as: SecurityScheme.self, until: .v2_0)
        (examples, requestBodies, headers, links, callbacks) = ([], [], [], [], [])
        (pathItems, mediaTypes) = ([], [])
    }
}

extension SecurityScheme {
    /// The kinds of security in Swagger 2.0.
    private enum Kind: String, CaseIterable { case basic, apiKey, oauth2 }

    /// Reads credentials as Swagger 2.0 has them.
    ///
    /// For example:
    ///
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://pets.example/authorize
    ///     tokenUrl: https://pets.example/token
    ///     scopes: { read: Read pets }
    init(swagger reader: inout ObjectReader) {
        node = reader.node
        reader.requireMember("type")
        let kind = reader.choice("type", as: Kind.self)
        description = reader.string("description")
        if kind == .apiKey {
            reader.requireMember("name")
            reader.requireMember("in")
        }
        name = reader.string("name")
        location = reader.choice("in", as: APIKeyLocation.self)
        flows = OAuthFlows(swagger: &reader, isNeeded: kind == .oauth2)
        scheme = kind == .basic ? "basic" : nil
        (bearerFormat, openIdConnectUrl, oauth2MetadataUrl, deprecated) = (nil, nil, nil, false)
        switch kind {
        case .basic: type = .http
        case .apiKey: type = .apiKey
        case .oauth2: type = .oauth2
        case nil: type = nil
        }
    }
}

extension OAuthFlows {
    /// The ways to get a token in Swagger 2.0.
    private enum Flow: String, CaseIterable { case implicit, password, application, accessCode }

    /// Reads the one way that a scheme of Swagger 2.0 has.
    fileprivate init?(swagger reader: inout ObjectReader, isNeeded: Bool) {
        if isNeeded { reader.requireMember("flow") }
        let kind = reader.choice("flow", as: Flow.self, until: .v2_0)
        if kind == .implicit || kind == .accessCode { reader.requireMember("authorizationUrl") }
        if let kind, kind != .implicit { reader.requireMember("tokenUrl") }
        if isNeeded { reader.requireMember("scopes") }
        let flow = OAuthFlow(swagger: &reader)
        guard let kind else { return nil }
        node = reader.node
        implicit = kind == .implicit ? flow : nil
        password = kind == .password ? flow : nil
        clientCredentials = kind == .application ? flow : nil
        authorizationCode = kind == .accessCode ? flow : nil
        deviceAuthorization = nil
    }
}

extension OAuthFlow {
    fileprivate init(swagger reader: inout ObjectReader) {
        node = reader.node
        authorizationUrl = reader.string("authorizationUrl", until: .v2_0)
        tokenUrl = reader.string("tokenUrl", until: .v2_0)
        scopes = reader.map("scopes", until: .v2_0, of: "text") { reading, node in reading.string(of: node) } ?? []
        (deviceAuthorizationUrl, refreshUrl) = (nil, nil)
    }
}
