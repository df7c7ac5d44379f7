extension Resolver {
    mutating func resolveOperations() {
        for item in description.document.paths?.items ?? [] {
            guard let path = description.object(item.value) else { continue }
            for operation in path.operations { resolve(operation, path, at: item.name) }
        }
        for webhook in description.document.webhooks {
            diagnostics.warning(
                "unsupported", "webhooks are not supported yet; `\(webhook.name)` is left out", at: webhook.nameRange)
        }
    }

    private mutating func resolve(_ named: Named<Operation>, _ item: PathItem, at path: String) {
        let operation = named.value
        guard Self.isToken(named.name) else {
            let instead = "the operation is left out"
            reportUnsupported("a method that HTTP cannot say", at: operation.node, instead: instead)
            return
        }
        let id = operation.operationId ?? madeID(named.name, path)
        reportUnsupportedParts(of: operation, item)
        let parameters = resolveParameters(item.parameters, operation.parameters, id)
        let body = operation.requestBody.flatMap { resolveBody($0, id) }
        if operation.requestBody != nil, body == nil { return }
        let tag = operation.tags.first
        if let tag, !api.tags.contains(where: { $0.name == tag }) {
            api.tags.append(.init(name: tag, documentation: nil))
        }
        api.operations.append(
            .init(
                id: id, method: named.name, path: path, tag: tag, documentation: documentation(of: operation),
                permission: arena.value(in: operation.node, for: "x-required-permission").flatMap(arena.string),
                parameters: parameters, body: body, responses: resolveResponses(operation, id),
                security: resolveSecurity(operation), origin: operation.node))
    }

    /// What a method has to be (RFC 9110, section 5.6.2).
    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "!#$%&'*+-.^_`|~".contains($0)) }
    }

    /// An id for an operation without one: `GET /pets/{id}` is `get_pets_by_id`.
    private func madeID(_ method: String, _ path: String) -> String {
        let words = path.split(separator: "/").map { part in
            part.hasPrefix("{") ? "by_" + part.filter { !"{}".contains($0) } : String(part)
        }
        return ([method.lowercased()] + words).joined(separator: "_")
    }

    private func documentation(of operation: Operation) -> Documentation {
        var documentation = Documentation(
            title: operation.summary, text: operation.description, url: operation.externalDocs?.url)
        documentation.isDeprecated = operation.deprecated
        return documentation
    }

    private mutating func reportUnsupportedParts(of operation: Operation, _ item: PathItem) {
        if !operation.callbacks.isEmpty {
            reportUnsupported("a callback", at: operation.node, key: "callbacks", instead: "it is left out")
        }
        for (servers, node) in [(operation.servers, operation.node), (item.servers, item.node)] where servers != nil {
            let instead = "the client's server is used"
            reportUnsupported("a server for one operation", at: node, key: "servers", instead: instead)
        }
    }

    // MARK: Parameters

    /// The parameters of an operation; one of the same name and place replaces that of the path.
    private mutating func resolveParameters(
        _ shared: [Referenced<Parameter>], _ own: [Referenced<Parameter>], _ id: String
    ) -> [API.Parameter] {
        let ownParameters = own.compactMap { description.object($0) }
        let sharedParameters = shared.compactMap { description.object($0) }.filter { parameter in
            !ownParameters.contains { $0.name == parameter.name && $0.location == parameter.location }
        }
        return (sharedParameters + ownParameters).compactMap { resolve($0, id) }
    }

    private mutating func resolve(_ parameter: Parameter, _ id: String) -> API.Parameter? {
        guard let location = location(of: parameter) else { return nil }
        guard let schema = parameter.value.schema, hasDefaultStyle(parameter, location) else {
            reportUnsupported(
                "this way to write a parameter", at: parameter.node, instead: "`\(parameter.name)` is left out")
            return nil
        }
        let use = type(of: schema, .operation(id, [.parameter(parameter.name)]))
        guard isParameterType(use) else {
            reportUnsupported(
                "a parameter that is neither a scalar nor a list of them", at: parameter.node,
                instead: "`\(parameter.name)` is left out")
            return nil
        }
        var documentation = self.documentation(of: description.schema(schema))
        documentation.text = parameter.description ?? documentation.text
        documentation.isDeprecated = documentation.isDeprecated || parameter.deprecated
        return .init(
            name: parameter.name, location: location, use: use, isRequired: parameter.required || location == .path,
            documentation: documentation, origin: parameter.node)
    }

    private mutating func location(of parameter: Parameter) -> API.Parameter.Location? {
        switch parameter.location {
        case .path: return .path
        case .query: return .query
        case .header: return .header
        case .cookie, .querystring:
            let place = parameter.location?.rawValue ?? ""
            reportUnsupported(
                "a parameter in `\(place)`", at: parameter.node, instead: "`\(parameter.name)` is left out")
            return nil
        case nil: return nil
        }
    }

    private func hasDefaultStyle(_ parameter: Parameter, _ location: API.Parameter.Location) -> Bool {
        let style = location == .query ? ParameterStyle.form : .simple
        let explode = location == .query
        let value = parameter.value
        return (value.style ?? style) == style && (value.explode ?? explode) == explode && !value.allowReserved
    }

    /// Scalars and lists of scalars have one obvious spelling.
    private func isParameterType(_ use: TypeUse, isElement: Bool = false) -> Bool {
        switch api[use.type].shape {
        case .string, .integer, .number, .boolean, .enumeration: true
        case .array(let element): !isElement && !element.isNullable && isParameterType(element, isElement: true)
        case .object, .tuple, .map, .binary, .null, .union, .any, .never: false
        }
    }

    // MARK: Bodies

    private mutating func resolveBody(_ referenced: Referenced<RequestBody>, _ id: String) -> API.Body? {
        guard let body = description.object(referenced) else { return nil }
        guard let (mediaType, schema) = jsonContent(body.content) else {
            reportUnsupported("a body that is not JSON", at: body.node, instead: "the operation `\(id)` is left out")
            return nil
        }
        if body.content.count > 1 {
            noteUnused("other media types are", at: body.node, key: "content", instead: "`\(id)` sends \(mediaType)")
        }
        return .init(
            mediaType: mediaType, use: type(of: schema, .operation(id, [.requestBody])), isRequired: body.required,
            documentation: body.description, origin: body.node)
    }

    /// The JSON among several media types, with its schema.
    private func jsonContent(_ content: [Named<Referenced<MediaType>>]) -> (String, SchemaID)? {
        for entry in content where Self.isJSON(entry.name) {
            guard let schema = description.object(entry.value)?.schema else { continue }
            return (entry.name, schema)
        }
        return nil
    }

    /// `application/json`, and structured suffixes (RFC 6839, section 3.1), with or without parameters.
    private static func isJSON(_ mediaType: String) -> Bool {
        let essence = mediaType.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        return essence == "application/json" || essence.hasSuffix("+json")
    }

    // MARK: Responses

    private mutating func resolveResponses(_ operation: Operation, _ id: String) -> [API.Response] {
        let responses = (operation.responses?.items ?? []).compactMap { item -> API.Response? in
            guard let response = description.object(item.value), let status = Self.status(item.name) else { return nil }
            return resolve(response, status, item.name, id)
        }
        reportSeveralSuccesses(responses, id)
        return responses
    }

    /// A method returns one type: that of the first success.
    private mutating func reportSeveralSuccesses(_ responses: [API.Response], _ id: String) {
        let successes = responses.filter(\.status.isSuccess)
        guard let first = successes.first else { return }
        for other in successes where other.use?.type != first.use?.type || other.envelope != first.envelope {
            let instead = "`\(id)` reads the first and throws at this one"
            reportUnsupported("a second shape of success", at: other.origin, instead: instead)
        }
    }

    private static func status(_ text: String) -> API.Response.Status? {
        if text == "default" { return .default }
        if text.hasSuffix("XX") { return text.first?.wholeNumberValue.map(API.Response.Status.range) }
        return Int(text).map(API.Response.Status.code)
    }

    private mutating func resolve(
        _ response: Response, _ status: API.Response.Status, _ name: String, _ id: String
    ) -> API.Response {
        let content = jsonContent(response.content)
        if content == nil, !response.content.isEmpty {
            let instead = "`\(id)` does not decode it"
            reportUnsupported("a response that is not JSON", at: response.node, key: "content", instead: instead)
        }
        if !response.headers.isEmpty {
            let instead = "they are read by name from `headers`"
            noteUnused("typed headers are", at: response.node, key: "headers", instead: instead)
        }
        if !response.links.isEmpty {
            noteUnused("links are", at: response.node, key: "links", instead: "follow them by hand")
        }
        let identity = TypeIdentity.operation(id, [.response(name)])
        let opened = status.isSuccess ? content.flatMap { openedEnvelope($0.1) } : nil
        let schema = opened ?? content?.1
        return .init(
            status: status, mediaType: content?.0, use: schema.map { type(of: $0, identity) },
            envelope: opened == nil ? nil : configuration.envelope?.value, documentation: response.description,
            origin: response.node)
    }

    /// The schema of the member that the configuration opens, where the body requires it.
    private func openedEnvelope(_ id: SchemaID) -> SchemaID? {
        guard let name = configuration.envelope?.value else { return nil }
        let schema = description.schema(description.resolved(id))
        guard schema.required.contains(name) else { return nil }
        return schema.properties[named: name]
    }

    // MARK: Security

    /// The first of the alternatives that can be met: nothing at all, or a bearer token.
    private mutating func resolveSecurity(_ operation: Operation) -> API.Security {
        let requirements = operation.security ?? description.document.security ?? []
        guard let first = requirements.first else { return .none }
        if requirements.contains(where: isBearer) { return .bearer }
        if !requirements.contains(where: { $0.schemes.isEmpty }) {
            let instead = "the caller has to add the credentials"
            reportUnsupported("this kind of security", at: first.node, instead: instead)
        }
        return .none
    }

    private func isBearer(_ requirement: SecurityRequirement) -> Bool {
        guard requirement.schemes.count == 1, let name = requirement.schemes.first?.name,
            let referenced = description.document.components?.securitySchemes[named: name],
            let scheme = description.object(referenced)
        else { return false }
        return scheme.type == .http && scheme.scheme?.lowercased() == "bearer"
    }
}
