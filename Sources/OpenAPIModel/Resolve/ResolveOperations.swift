extension Resolver {
    mutating func resolveOperations() {
        for item in description.document.paths?.items ?? [] {
            guard let path = description.object(item.value) else { continue }
            for operation in path.operations { resolve(operation, path, at: item.name) }
        }
        resolveWebhooks()
    }

    private mutating func resolve(_ named: Named<Operation>, _ item: PathItem, at path: String) {
        let operation = named.value
        guard Self.isToken(named.name) else {
            let instead = "the operation is left out"
            reportUnsupported("a method that HTTP cannot say", at: operation.node, instead: instead)
            return
        }
        let id = operation.operationId ?? madeID(named.name, path)
        let parameters = resolveParameters(item.parameters, operation.parameters, operation, at: path, id)
        let body = operation.requestBody.flatMap { resolveBody($0, id) }
        let tag = operation.tags.first
        if let tag, !api.tags.contains(where: { $0.name == tag }) {
            api.tags.append(.init(name: tag, documentation: nil))
        }
        let pages = pagesConfiguration(operation, id)
        self.pages[api.operations.count] = pages
        let keepsEnvelope = configuration.envelope.flatMap { pages?.leaves($0.value) } ?? false
        let servers = resolveServers(operation, item)
        let responses = resolveResponses(operation, id, method: named.name, keepsEnvelope: keepsEnvelope)
        api.operations.append(
            .init(
                id: id, method: named.name, path: path, tag: tag, documentation: documentation(of: operation),
                permission: arena.value(in: operation.node, for: "x-required-permission").flatMap(arena.string),
                parameters: parameters, body: body, responses: responses,
                security: resolveSecurity(operation), server: servers.usual, origin: operation.node,
                servers: servers.choice,
                isLeftOut: isLeftOut([id], operation, at: path)))
        if configuration.examples != nil, let resolved = api.operations.last {
            api.operations[api.operations.count - 1].examples = examples(of: operation, resolved)
        }
        resolveCallbacks(of: operation, id, isLeftOut: isLeftOut([id], operation, at: path))
    }

    /// What a method has to be (RFC 9110, section 5.6.2).
    static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "!#$%&'*+-.^_`|~".contains($0)) }
    }

    /// An id for an operation without one: `GET /pets/{id}` is `get_pets_by_id`.
    private func madeID(_ method: String, _ path: String) -> String {
        let words = Self.words(ofPath: path)
        return words.isEmpty ? method.lowercased() : method.lowercased() + "_" + words
    }

    func documentation(of operation: Operation) -> Documentation {
        var documentation = Documentation(
            title: operation.summary, text: operation.description, url: operation.externalDocs?.url)
        documentation.isDeprecated = operation.deprecated
        return documentation
    }
}
