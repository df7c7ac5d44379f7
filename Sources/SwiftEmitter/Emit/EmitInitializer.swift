import OpenAPIModel

extension Emitter {
    /// How a client is made: with credentials, a server and a transport.
    ///
    /// A bearer token is a text or, in an initialiser of its own, what finds it elsewhere.
    func initializers(_ errorMessage: [String]) -> [Declaration] {
        let credentials = zip(api.securitySchemes, names.securitySchemes).map(credential)
        let first = initializer("Creates a client; it is cheap to copy.", credentials, errorMessage)
        guard api.takesOnlyBearer, let name = names.securitySchemes.first else { return [first] }
        let token = Credential(
            parameter: "\(name.label): TrunklineRuntime.Credentials.Token", isRequired: true,
            documentation: "  - \(name.name): Where to get the bearer token that requests are authorized with.",
            value: bearer(name, true))
        let summary =
            "Creates a client whose token is found elsewhere: `.environment(\"API_KEY\")`, or `.provider { … }`."
        return [first, initializer(summary, [token], errorMessage)]
    }

    private func initializer(
        _ summary: String, _ credentials: [Credential], _ errorMessage: [String]
    ) -> Declaration {
        let ordered = credentials.filter(\.isRequired) + credentials.filter { !$0.isRequired }
        let parameters: [Code] =
            ordered.map(\.parameter) + [
                "server: Server\(defaultServer)",
                "transport: some TrunklineRuntime.Transport",
                "configuration: TrunklineRuntime.ClientConfiguration = .init()",
            ]
        let documentation =
            [summary, "", "- Parameters:"] + ordered.map(\.documentation) + [
                "  - server: Where the API is.",
                "  - transport: What carries the requests, for example `.urlSession()`.",
                "  - configuration: Timeouts, retries and middleware.",
            ]
        return .function(
            "public init", parameters, documentation: documentation,
            ["client = TrunklineRuntime.APIClient(", passed(credentials.map(\.value), errorMessage)])
    }

    /// The arguments of the engine: on one line, or each on its own where credentials are listed.
    private func passed(_ credentials: [Code], _ errorMessage: [String]) -> Code {
        let isList = !api.takesOnlyBearer && !credentials.isEmpty
        var arguments: [Code] = ["server: server"]
        if isList {
            let list = credentials.map { "\n        \($0)," as Code }.joined(separator: "")
            arguments.append("credentials: [\(list)\n    ]")
        } else if let token = credentials.first {
            arguments.append("credentials: \(token)")
        }
        arguments.append("transport: transport")
        if !errorMessage.isEmpty {
            arguments.append("errorMessage: [\(errorMessage.map { "\(literal: $0)" as Code }.joined(separator: ", "))]")
        }
        arguments.append("configuration: configuration")
        let isOneLine = !isList && arguments.joined(separator: ", ").text.count <= 107
        return "    \(arguments.joined(separator: !isOneLine ? ",\n    " : ", ")))"
    }

    // MARK: Credentials

    /// The credentials for one scheme, as an argument.
    private struct Credential {
        let parameter: Code
        let isRequired: Bool
        let documentation: String
        let value: Code
    }

    private func credential(_ scheme: API.SecurityScheme, _ name: Identifier) -> Credential {
        let isRequired = api.needsAlways(scheme)
        let type = api.takesOnlyBearer ? "String" : type(of: scheme)
        return Credential(
            parameter: "\(name.label): \(type)\(raw: isRequired ? "" : "? = nil")", isRequired: isRequired,
            documentation: "  - \(name.name): \(sentence(about: scheme))",
            value: api.takesOnlyBearer ? bearer(name, isRequired) : value(scheme, name))
    }

    private func bearer(_ name: Identifier, _ isRequired: Bool) -> Code {
        isRequired ? ".bearer(\(name))" : "\(name).map { .bearer($0) }"
    }

    private func type(of scheme: API.SecurityScheme) -> Code {
        switch scheme.kind {
        case .bearer, .token: "TrunklineRuntime.Credentials.Token"
        case .basic: "TrunklineRuntime.Credentials.Basic"
        case .http, .key: "String"
        }
    }

    private func value(_ scheme: API.SecurityScheme, _ name: Identifier) -> Code {
        switch scheme.kind {
        case .bearer, .token: ".bearer(\(literal: scheme.name), \(name))"
        case .basic: ".basic(\(literal: scheme.name), \(name))"
        case .http(let word): ".http(\(literal: scheme.name), \(name), scheme: \(literal: word))"
        case .key(let location, let key):
            ".key(\(literal: scheme.name), \(name), \(place(location)): \(literal: key))"
        }
    }

    private func place(_ location: APIKeyLocation) -> Code {
        switch location {
        case .header: "inHeader"
        case .query: "inQuery"
        case .cookie: "inCookie"
        }
    }

    /// What the argument is, and what the specification says of it.
    private func sentence(about scheme: API.SecurityScheme) -> String {
        let kind =
            switch scheme.kind {
            case .bearer: "The bearer token that requests are authorized with."
            case .token: "The access token that requests are authorized with, or where to get it."
            case .basic: "The name and password that requests are authorized with."
            case .http(let word): "What follows `\(word)` in the `Authorization` header."
            case .key(.header, let key): "The API key, sent in the header `\(key)`."
            case .key(.query, let key): "The API key, sent in the query as `\(key)`."
            case .key(.cookie, let key): "The API key, sent in the cookie `\(key)`."
            }
        guard !api.takesOnlyBearer else { return kind }
        let words = documentationLines(scheme.documentation).prefix { !$0.isEmpty }
        return (lines(kind) + words).joined(separator: " ")
    }

    /// The alternatives of an operation, for example `["api_key", ["app_id", "app_key"], []]`.
    func security(of operation: API.Operation) -> Code {
        let alternatives = operation.security.alternatives.map { names -> Code in
            if api.takesOnlyBearer, !names.isEmpty { return ".bearer" }
            let literals = names.map { "\(literal: $0)" as Code }
            return literals.count == 1 ? literals[0] : "[\(literals.joined(separator: ", "))]"
        }
        return "[\(alternatives.joined(separator: ", "))]"
    }
}
