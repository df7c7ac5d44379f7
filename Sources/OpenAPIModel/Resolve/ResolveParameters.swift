extension Resolver {
    /// The parameters of an operation; one of the same name and place replaces that of the path.
    mutating func resolveParameters(
        _ shared: [Referenced<Parameter>], _ own: [Referenced<Parameter>], _ operation: Operation, at path: String,
        _ id: String
    ) -> [API.Parameter] {
        let ownParameters = withoutRepetitions(own.compactMap { description.object($0) })
        let ownKeys = Set(ownParameters.map(\.key))
        let sharedParameters = withoutRepetitions(shared.compactMap { description.object($0) })
            .filter { !ownKeys.contains($0.key) }
        let declared = (sharedParameters + ownParameters).filter { isSent($0, at: path) }
        reportSeveralQueries(declared)
        return declared.compactMap { resolve($0, id) } + undeclaredParameters(declared, operation, at: path, id)
    }

    private mutating func withoutRepetitions(_ parameters: [Parameter]) -> [Parameter] {
        var nodes: [Parameter.Key: Node] = [:]
        return parameters.filter { parameter in
            if let other = nodes[parameter.key] {
                diagnostics.error(
                    "duplicate-parameter",
                    "there is another parameter `\(parameter.name)` in the same place; it is used",
                    at: arena.range(of: parameter.node), related: [.init("the other one", arena.range(of: other))])
                return false
            }
            nodes[parameter.key] = parameter.node
            return true
        }
    }

    /// Whether a parameter is one that a request can carry; the reason why not is reported.
    private mutating func isSent(_ parameter: Parameter, at path: String) -> Bool {
        switch parameter.location {
        case .path:
            if Self.templateNames(path).contains(parameter.name) { return true }
            diagnostics.error(
                "unknown-path-parameter", "the path has no `{\(parameter.name)}`; the parameter is left out",
                at: arena.range(of: parameter.node))
            return false
        case .header where Self.otherwiseSaid.contains(parameter.name.lowercased()):
            noteIgnored(
                rule: "ignored-header", "a parameter for the header `\(parameter.name)`", at: parameter.node,
                key: "name",
                because: "bodies, answers and security say what it is")
            return false
        case .header where !Self.isToken(parameter.name), .cookie where !Self.isToken(parameter.name):
            reportUnsupported(
                "a name that HTTP cannot say", at: parameter.node, instead: "`\(parameter.name)` is left out")
            return false
        case .header, .cookie, .query, .querystring: return true
        case nil: return false
        }
    }

    /// The headers whose parameters are ignored (OpenAPI 3.1, section 4.8.12.2.1).
    private static let otherwiseSaid: Set<String> = ["accept", "content-type", "authorization"]

    /// A whole query leaves no room for parts of it.
    private mutating func reportSeveralQueries(_ parameters: [Parameter]) {
        guard let whole = parameters.first(where: { $0.location == .querystring }) else { return }
        for other in parameters where other.node != whole.node {
            guard other.location == .query || other.location == .querystring else { continue }
            diagnostics.error(
                "conflicting-parameters", "`\(whole.name)` is the whole query; `\(other.name)` is added to it",
                at: arena.range(of: other.node), related: [.init("the whole query", arena.range(of: whole.node))])
        }
    }

    // MARK: Path templates

    /// The names between the braces of a path.
    static func templateNames(_ path: String) -> [String] {
        var names: [String] = []
        for segment in path.split(separator: "/") {
            var rest = segment
            while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
                names.append(String(rest[rest.index(after: open)..<close]))
                rest = rest[rest.index(after: close)...]
            }
        }
        return names
    }

    /// A text for each part of the path that no parameter fills.
    private mutating func undeclaredParameters(
        _ declared: [Parameter], _ operation: Operation, at path: String, _ id: String
    ) -> [API.Parameter] {
        var names = Set(declared.filter { $0.location == .path }.map(\.name))
        return Self.templateNames(path).compactMap { name in
            guard names.insert(name).inserted else { return nil }
            diagnostics.error(
                "undeclared-path-parameter", "no parameter fills `{\(name)}` of the path; it is taken for a text",
                at: arena.nameRange(of: operation.node))
            return .init(
                name: name, location: .path, use: textType(at: operation.node, id, name),
                form: .style(.simple, explode: false, allowReserved: false), isRequired: true, allowsEmptyValue: false,
                defaultValue: nil, documentation: .init(), origin: operation.node)
        }
    }

    /// The type of a parameter without a schema.
    mutating func textType(at node: Node, _ id: String, _ name: String) -> TypeUse {
        api.types.append(
            TypeDefinition(
                origin: node, identity: .operation(id, [.parameter(name)]), shape: .string(format: nil),
                documentation: .init()))
        return TypeUse(TypeID(index: api.types.count - 1))
    }

    // MARK: One parameter

    private mutating func resolve(_ parameter: Parameter, _ id: String) -> API.Parameter? {
        guard let location = parameter.location.flatMap({ API.Parameter.Location(rawValue: $0.rawValue) }) else {
            return nil
        }
        let (use, form) = valueAndForm(of: parameter, location, id)
        var documentation = Documentation()
        let bounds = schema(of: parameter).map { self.bounds(of: $0) } ?? Bounds()
        if let schema = schema(of: parameter) { documentation = self.documentation(of: schema, bounds) }
        documentation.text = parameter.description ?? documentation.text
        documentation.isDeprecated = documentation.isDeprecated || parameter.deprecated
        let isRequired = parameter.required || location == .path
        documentation.isOmittable = !isRequired
        let annotations = schema(of: parameter).map(annotations)
        let defaultValue = annotations.flatMap { self.defaultValue($0) }
        documentation.defaultText =
            defaultValue == nil ? nil : annotations?.defaultValue.flatMap { defaultText($0.node) }
        return .init(
            name: parameter.name, location: location, use: use, form: form, isRequired: isRequired,
            allowsEmptyValue: allowsEmptyValue(parameter), defaultValue: defaultValue,
            documentation: documentation, origin: parameter.node,
            rules: schema(of: parameter).map { rules(of: $0) } ?? [])
    }

    private func schema(of parameter: Parameter) -> SchemaID? {
        parameter.value.schema ?? parameter.value.content.first.flatMap { description.object($0.value)?.schema }
    }

    private mutating func valueAndForm(
        of parameter: Parameter, _ location: API.Parameter.Location, _ id: String
    ) -> (TypeUse, API.ParameterForm) {
        let identity = TypeIdentity.operation(id, [.parameter(parameter.name)])
        if !parameter.value.content.isEmpty { return resolveContent(of: parameter, location, id) }
        // Where Swagger 2.0 has none, the reader has said why.
        if location == .querystring || (parameter.value.schema == nil && description.version != .v2_0) {
            let key = location == .querystring ? "content" : "schema"
            diagnostics.error(
                "parameter-value", "the parameter `\(parameter.name)` needs a member `\(key)`; it is taken for a text",
                at: arena.range(of: parameter.node))
        }
        guard let schema = parameter.value.schema else {
            return (textType(at: parameter.node, id, parameter.name), defaultForm(of: location))
        }
        let use = type(of: schema, identity)
        return (use, location == .querystring ? .json : resolveStyle(of: parameter, location, use))
    }

    private mutating func allowsEmptyValue(_ parameter: Parameter) -> Bool {
        guard parameter.allowEmptyValue else { return false }
        if parameter.location == .query { return true }
        noteIgnored(
            rule: "allow-empty-value", "`allowEmptyValue`", at: parameter.node, key: "allowEmptyValue",
            because: "it is for queries alone")
        return false
    }

    /// Notes what OpenAPI says has no effect.
    mutating func noteIgnored(
        rule: String = "ignored", _ what: String, at node: Node, key: String, because reason: String
    ) {
        let range = arena.keyRange(in: node, for: key)
        diagnostics.report(Diagnostic(.note, rule, "\(what) is ignored; \(reason)", at: range))
    }
}

extension Parameter {
    /// What makes it another one than the parameters beside it; names of headers have no case (RFC 9110, section 5.1).
    fileprivate var key: Key { Key(name: location == .header ? name.lowercased() : name, location: location) }

    fileprivate struct Key: Hashable {
        let name: String
        let location: ParameterLocation?
    }
}
