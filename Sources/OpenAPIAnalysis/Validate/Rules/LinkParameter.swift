import OpenAPIModel

extension Rule {
    static let linkParameter = Rule(
        "link-parameter",
        "A link fills parameters that its operation has, with runtime expressions over what the call before had.",
        section: "link-parameters", .openAPI3(.error),
        good: """
            paths:
              /pets/{id}:
                parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                get:
                  operationId: getPet
                  responses:
                    '200':
                      description: A pet.
                      links: { again: { operationId: getPet, parameters: { id: $request.path.id } } }
            """,
        bad: """
            paths:
              /pets/{id}:
                parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                get:
                  operationId: getPet
                  responses:
                    '200':
                      description: A pet.
                      links: { again: { operationId: getPet, parameters: { id: $request.path.pet } } }
            """,
        .link { site, findings in
            let target = findings.operation(of: site.link)
            for entry in site.link.parameters {
                if let target { findings.checkName(entry, target) }
                findings.checkExpression(entry.value, site)
            }
            if let body = site.link.requestBody { findings.checkExpression(body, site) }
        })
}

extension RuleFindings {
    /// A parameter is named alone or with its place, for example `id` or `path.id`.
    fileprivate mutating func checkName(_ entry: Named<Node>, _ target: OperationSite) {
        let names = names(of: target)
        guard !names.contains(entry.name), !names.contains("header." + entry.name.lowercased()) else { return }
        let parameters = target.parameters + target.site.parameters
        let meant = help(for: entry.name) { parameters.map(\.parameter.name) }
        report(
            "\(target.label) has no parameter `\(entry.name)`", at: entry.nameRange, help: meant,
            related: [.init("the operation is here", target.methodRange)])
    }

    /// The names of an operation's parameters, alone and with their places; those of headers in small letters.
    private mutating func names(of target: OperationSite) -> Set<String> {
        if let known = parameterNames[target.operation.node] { return known }
        var names: Set<String> = []
        for site in target.parameters + target.site.parameters {
            let parameter = site.parameter
            let name = parameter.location == .header ? parameter.name.lowercased() : parameter.name
            names.formUnion([parameter.name, "\(parameter.location?.rawValue ?? "").\(name)"])
        }
        parameterNames[target.operation.node] = names
        return names
    }

    fileprivate mutating func checkExpression(_ value: Node, _ site: LinkSite) {
        guard let text = arena.string(value) else { return }
        let found = text.hasPrefix("$") ? [(text, RuntimeExpression(text))] : RuntimeExpression.embedded(in: text)
        for (text, expression) in found {
            guard let expression else {
                report("`\(text)` is no runtime expression", at: arena.range(of: value), help: Rule.expressions)
                continue
            }
            if let operation = site.operation { checkSource(expression, text, value, operation) }
        }
    }

    /// What an expression takes from the request has to be declared by the operation that the link belongs to.
    private mutating func checkSource(
        _ expression: RuntimeExpression, _ text: String, _ value: Node, _ operation: OperationSite
    ) {
        let isThere: Bool
        switch expression.source {
        case .path(.request, let name): isThere = names(of: operation).contains("path." + name)
        case .query(.request, let name): isThere = names(of: operation).contains("query." + name)
        case .header(.request, let name): isThere = names(of: operation).contains("header." + name.lowercased())
        case .body(.request, _): isThere = operation.operation.requestBody != nil
        case .url, .method, .statusCode, .path(.response, _), .query(.response, _), .header(.response, _),
            .body(.response, _):
            isThere = true
        }
        guard !isThere else { return }
        report(
            "\(operation.label) does not declare what `\(text)` names", at: arena.range(of: value),
            related: [.init("the operation is here", operation.methodRange)])
    }
}
