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
        guard !has(parameterNamed: entry.name, target) else { return }
        let names = (target.parameters + target.site.parameters).map(\.parameter.name).prefix(100)
        let meant = suggestion(for: entry.name, among: names).map { "did you mean `\($0)`?" }
        report(
            "\(target.label) has no parameter `\(entry.name)`", at: entry.nameRange, help: meant,
            related: [.init("the operation is here", target.methodRange)])
    }

    private func has(parameterNamed name: String, _ target: OperationSite) -> Bool {
        (target.parameters + target.site.parameters).contains { site in
            let parameter = site.parameter
            if parameter.name == name || "\(parameter.location?.rawValue ?? "").\(parameter.name)" == name {
                return true
            }
            return parameter.location == .header && parameter.name.lowercased() == name.lowercased()
        }
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
        case .path(.request, let name): isThere = operation.has(name, in: .path)
        case .query(.request, let name): isThere = operation.has(name, in: .query)
        case .header(.request, let name): isThere = operation.has(name, in: .header)
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

extension OperationSite {
    fileprivate func has(_ name: String, in location: ParameterLocation) -> Bool {
        (parameters + site.parameters).contains { site in
            let own = site.parameter
            let isSame = location == .header ? own.name.lowercased() == name.lowercased() : own.name == name
            return own.location == location && isSame
        }
    }
}
