extension Resolver {
    mutating func resolveResponses(_ operation: Operation, _ id: String) -> [API.Response] {
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
}
