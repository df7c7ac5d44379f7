extension Resolver {
    /// The schemes of the specification whose credentials a request can carry.
    mutating func resolveSecuritySchemes() {
        for entry in description.document.components?.securitySchemes ?? [] {
            guard let scheme = description.object(entry.value), let kind = kind(of: scheme, named: entry.name) else {
                continue
            }
            var documentation = Documentation(text: scheme.description)
            documentation.isDeprecated = scheme.deprecated
            api.securitySchemes.append(
                .init(name: entry.name, kind: kind, documentation: documentation, origin: scheme.node))
        }
    }

    /// Schemes that no operation takes are no arguments of a client.
    mutating func dropUnusedSchemes() {
        let used = Set(api.operations.flatMap(\.security.alternatives).joined())
        api.securitySchemes.removeAll { !used.contains($0.name) }
    }

    /// Nil for one that a request does not carry, which is reported.
    private mutating func kind(of scheme: SecurityScheme, named name: String) -> API.SecurityScheme.Kind? {
        switch scheme.type {
        case .oauth2, .openIdConnect: return .token
        case .http:
            guard let word = scheme.scheme else { return nil }
            switch word.lowercased() {
            case "bearer": return .bearer
            case "basic": return .basic
            default: return Self.isToken(word) ? .http(scheme: word) : unsendable(scheme, named: name, at: "scheme")
            }
        case .apiKey:
            guard let location = scheme.location, let key = scheme.name else { return nil }
            let isSendable = location == .query || Self.isToken(key)
            return isSendable ? .key(location, name: key) : unsendable(scheme, named: name, at: "name")
        case .mutualTLS:
            noteIgnored(
                "mutual TLS", at: scheme.node, key: "type", because: "it is up to the transport to show a certificate")
            return nil
        case nil: return nil
        }
    }

    private mutating func unsendable(
        _ scheme: SecurityScheme, named name: String, at key: String
    ) -> API.SecurityScheme.Kind? {
        let instead = "the credentials for `\(name)` have to be added by hand"
        reportUnsupported("a name that HTTP cannot say", at: scheme.node, key: key, instead: instead)
        return nil
    }

    // MARK: Requirements

    /// The alternatives of an operation, or of the whole API where it has none of its own.
    mutating func resolveSecurity(_ operation: Operation) -> API.Security {
        var security = API.Security()
        for requirement in operation.security ?? description.document.security ?? [] {
            let names = requirement.schemes.compactMap { carried($0) }
            reportSharedHeader(names, at: requirement.node)
            if !security.alternatives.contains(names) { security.alternatives.append(names) }
            for scope in requirement.schemes.flatMap(\.value) where !security.scopes.contains(scope) {
                security.scopes.append(scope)
            }
        }
        if security.alternatives == [[]] { security.alternatives = [] }
        return security
    }

    /// What a scheme is called whose credentials a request carries; nil for another, and for one that is not there, which
    /// was reported. Since OpenAPI 3.2 a scheme may be named by its address.
    private mutating func carried(_ requirement: Named<[String]>) -> String? {
        let name = requirement.name
        if api.securitySchemes.contains(where: { $0.name == name }) { return name }
        guard let scheme = description.securityScheme(named: name) else { return nil }
        if let known = api.securitySchemes.first(where: { $0.origin == scheme.node }) { return known.name }
        guard let kind = kind(of: scheme, named: name) else { return nil }
        let short = name.split { "/#".contains($0) }.last.map(String.init) ?? name
        let isTaken = api.securitySchemes.contains { $0.name == short }
        api.securitySchemes.append(
            .init(
                name: isTaken ? name : short, kind: kind, documentation: Documentation(text: scheme.description),
                origin: scheme.node))
        return isTaken ? name : short
    }

    /// A request has one `Authorization` header.
    private mutating func reportSharedHeader(_ names: [String], at node: Node) {
        let authorizations = names.filter { name in
            switch api.securitySchemes.first(where: { $0.name == name })?.kind {
            case .bearer, .token, .basic, .http: true
            case .key(let location, let key): location == .header && key.lowercased() == "authorization"
            case nil: false
            }
        }
        guard let last = authorizations.last, authorizations.count > 1 else { return }
        let instead = "the credentials for `\(last)` are sent"
        reportUnsupported("more than one value in the `Authorization` header", at: node, instead: instead)
    }
}
