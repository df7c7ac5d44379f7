import OpenAPIModel

extension Emitter {
    /// An operation as a value: its parameters, its metadata, how it is encoded and its answer decoded.
    func operation(_ index: Int) -> Declaration {
        let operation = api.operations[index]
        let arguments = self.arguments(index)
        let stored = arguments.map { argument in
            Declaration.line("public var \(argument.name): \(argument.type.stored)")
        }
        let conformance: Code = operation.pages == nil ? "APIOperation" : "PagedOperation"
        let initializer = Declaration.function(
            "public init", arguments.map(\.parameter), arguments.map { "self.\($0.name) = \($0.name)" })
        let check = check(index)
        let checked: Code = check.isEmpty ? "" : ", TrunklineRuntime.CheckedModel"
        return .type(
            "public nonisolated struct \(names.operations[index].type): TrunklineRuntime.\(conformance)\(checked)",
            documentation: operationDocumentation(index),
            stored + [
                initializer, metadata(operation),
                encode(operation, arguments), decode(index),
            ] + paging(index) + check)
    }

    /// What goes over the wire; what the call does and what its arguments mean is said where it is called.
    private func operationDocumentation(_ index: Int) -> [String] {
        let operation = api.operations[index]
        let permission = operation.permission.map { ", needs the \($0) permission" } ?? ""
        let scopes = operation.security.scopes.map { "`\($0)`" }.joined(separator: ", ")
        let needs = permission + (scopes.isEmpty ? "" : ", with the scopes \(scopes)")
        let call = "What `\(calls[index])` sends: `\(operation.method) \(operation.path)`\(needs)."
        var documentation = Documentation()
        documentation.isDeprecated = operation.documentation.isDeprecated
        return documentationLines(documentation, [call] + operation.responses.compactMap(answerDocumentation))
    }

    /// What is said of an answer whose type is not declared, for example `Status 200: at most 10 elements.`
    private func answerDocumentation(_ response: API.Response) -> String? {
        let phrases = response.contents.flatMap(\.bounds.constraints)
        guard !phrases.isEmpty else { return nil }
        let status =
            switch response.status {
            case .code(let code): "Status \(code)"
            case .range(let first): "Status \(first)XX"
            case .default: "Other statuses"
            }
        return "\(status): \(phrases.joined(separator: ", "))."
    }

    private func metadata(_ operation: API.Operation) -> Declaration {
        let errors = operation.failures.map(documentedError)
        var arguments: [Code] = [
            "\(literal: operation.id)", method(operation.method), "\(literal: operation.path)",
        ]
        if !operation.security.alternatives.isEmpty { arguments.append("security: \(security(of: operation))") }
        if let server = operation.server { arguments.append("server: \(literal: server.defaultURL)") }
        if let tag = operation.tag { arguments.append("tag: \(literal: tag)") }
        if let key = operation.idempotencyKey { arguments.append("idempotencyKey: \(literal: key)") }
        if operation.isStreaming { arguments.append("streams: true") }
        let head: Code = "public static let metadata = TrunklineRuntime.OperationMetadata("
        guard !errors.isEmpty else {
            let line = head + arguments.joined(separator: ", ") + ")"
            return .line(line.text.count <= 116 ? line : "\(head)\n        \(arguments.joined(separator: ", ")))")
        }
        let lines: [Code] = [
            head, "        \(arguments.joined(separator: ", ")),", "        errors: \(Code.array(errors, level: 2)))",
        ]
        return .line(lines.joined(separator: "\n"))
    }

    private func method(_ method: String) -> Code {
        let known: Set<String> = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"]
        return known.contains(method)
            ? ".\(raw: method.lowercased())" : "TrunklineRuntime.OperationMetadata.customMethod(\(literal: method))"
    }

    private func documentedError(_ response: API.Response) -> Code {
        let body = response.contents.first.flatMap { errorType($0.format) }
        let list = { (first: Code?) -> Code in [first, body].compactMap { $0 }.joined(separator: ", ") }
        return switch response.status {
        case .code(let code): ".status(\(list("\(code)")))"
        case .range(let first): ".range(\(list("\(first * 100)...\(first * 100 + 99)")))"
        case .default: ".default(\(list(nil)))"
        }
    }

    private func encode(_ operation: API.Operation, _ arguments: [Argument]) -> Declaration {
        .function(
            "public func encode", ["into request: inout TrunklineRuntime.RequestEncoder"],
            accept(operation) + arguments.map(\.write))
    }

    /// The type of an error: of its JSON, or text.
    private func errorType(_ format: API.Format) -> Code? {
        switch format {
        case .json(let use, _): "\(spelling(use.type, sent: false)).self"
        case .text: "String.self"
        case .form, .multipart, .partsOfValue, .anyParts, .binary, .stream: nil
        }
    }

    /// Asks for what a success may be, where that is not the usual.
    private func accept(_ operation: API.Operation) -> [Code] {
        var seen: Set<String> = []
        let types = operation.successes.flatMap(\.contents).flatMap(\.mediaTypes)
            .filter { seen.insert($0.lowercased()).inserted }
        guard !types.isEmpty, types != [Self.usualMediaType] else { return [] }
        return ["request.header(\"Accept\", \(literal: types.joined(separator: ", ")))"]
    }
}

extension API.Operation {
    /// The header field by which the server knows a request that it sees again (draft-ietf-httpapi-idempotency-key-header).
    fileprivate var idempotencyKey: String? {
        let names: Set = ["idempotency-key", "x-idempotency-key"]
        return parameters.first { $0.location == .header && names.contains($0.name.lowercased()) }?.name
    }

    /// Whether a success may be a stream of values or of bytes.
    fileprivate var isStreaming: Bool {
        successes.flatMap(\.contents).contains { content in
            switch content.format {
            case .stream, .binary, .multipart, .anyParts: true
            case .json, .form, .partsOfValue, .text: false
            }
        }
    }
}
