import OpenAPIModel

extension Emitter {
    /// An operation as a value: its parameters, its metadata, how it is encoded and its answer decoded.
    func operation(_ index: Int) -> Declaration {
        let operation = api.operations[index]
        let arguments = self.arguments(index)
        let success = successes(of: operation)
        let stored = arguments.map { argument in
            Declaration.line("public var \(argument.name): \(argument.type)", documentation: argument.documentation)
        }
        let initializer = Declaration.function(
            "public init", arguments.map(\.parameter), arguments.map { "self.\($0.name) = \($0.name)" })
        return .type(
            "public nonisolated struct \(names.operations[index].type): TrunklineRuntime.APIOperation",
            documentation: operationDocumentation(operation),
            stored + [
                initializer, metadata(operation),
                encode(operation, arguments), decode(success),
            ])
    }

    private func operationDocumentation(_ operation: API.Operation) -> [String] {
        let permission = operation.permission.map { ", needs the \($0) permission" } ?? ""
        return documentationLines(operation.documentation, ["`\(operation.method) \(operation.path)`\(permission)."])
    }

    private func metadata(_ operation: API.Operation) -> Declaration {
        let errors = operation.responses.filter { !$0.status.isSuccess }.map(documentedError)
        var arguments: [Code] = [
            "\(literal: operation.id)", method(operation.method), "\(literal: operation.path)",
        ]
        if operation.security == .bearer { arguments.append("security: [.bearer]") }
        let head: Code = "public static let metadata = TrunklineRuntime.OperationMetadata("
        guard !errors.isEmpty else {
            let line = head + arguments.joined(separator: ", ") + ")"
            return .line(line.text.count <= 116 ? line : "\(head)\n        \(arguments.joined(separator: ", ")))")
        }
        let lines =
            [head] + ["        \(arguments.joined(separator: ", ")),"] + ["        errors: ["]
            + errors.map { "            " + $0 + "," } + ["        ])"]
        return .line(lines.joined(separator: "\n"))
    }

    private func method(_ method: String) -> Code {
        let known: Set<String> = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"]
        return known.contains(method)
            ? ".\(raw: method.lowercased())" : "TrunklineRuntime.OperationMetadata.customMethod(\(literal: method))"
    }

    private func documentedError(_ response: API.Response) -> Code {
        let body = response.use.map { "\(spelling($0.type, sent: false)).self" as Code }
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

    /// Asks for the media type of the success, where it is not the usual one.
    private func accept(_ operation: API.Operation) -> [Code] {
        guard let mediaType = operation.responses.first(where: \.status.isSuccess)?.mediaType,
            mediaType != Self.usualMediaType
        else { return [] }
        return ["request.header(\"Accept\", \(literal: mediaType))"]
    }
}
