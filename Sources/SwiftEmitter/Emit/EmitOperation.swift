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

    // MARK: Arguments

    /// A parameter or the body, as an argument and a stored member.
    struct Argument {
        let name: Identifier
        let type: Code
        let isOptional: Bool
        let isBody: Bool
        let documentation: [String]
        let write: Code

        var parameter: Code {
            "\(raw: isBody ? "_ " : "")\(name.label): \(type)\(raw: isOptional ? " = nil" : "")"
        }

        /// The argument of a call that passes it on.
        var passed: Code { isBody ? "\(name)" : "\(name.label): \(name)" }
    }

    /// What has to be said, then the body, then what may be left out.
    func arguments(_ index: Int) -> [Argument] {
        let operation = api.operations[index]
        let parameters = zip(operation.parameters, names.operations[index].arguments).map(argument)
        let body = operation.body.map { [argument($0, names.operations[index].body)] } ?? []
        let required = parameters.filter { !$0.isOptional } + body.filter { !$0.isOptional }
        return required + body.filter(\.isOptional) + parameters.filter(\.isOptional)
    }

    private func argument(_ parameter: API.Parameter, _ name: Identifier) -> Argument {
        let type = spelling(parameter.use.type, sent: true)
        let isOptional = !parameter.isRequired
        let value = name.member(besides: ["request"])
        return Argument(
            name: name, type: isOptional ? "\(type)?" : type, isOptional: isOptional, isBody: false,
            documentation: documentationLines(parameter.documentation),
            write: "request.\(raw: parameter.location.rawValue)(\(literal: parameter.name), \(value))")
    }

    private func argument(_ body: API.Body, _ name: Identifier) -> Argument {
        let type = spelling(body.use, sent: true)
        return Argument(
            name: name, type: body.isRequired ? type : "\(type)?", isOptional: !body.isRequired, isBody: true,
            documentation: documentationLines(.init(text: body.documentation)),
            write: "request.json(\(name.member(besides: ["request"]))\(contentType(body.mediaType)))")
    }

    /// The media type of a body, where it is not the usual one.
    private func contentType(_ mediaType: String) -> Code {
        mediaType == Self.usualMediaType ? "" : ", contentType: \(literal: mediaType)"
    }

    /// What is sent and asked for unless the specification says something else.
    private static let usualMediaType = "application/json"

    // MARK: Parts

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

    // MARK: Success

    /// The answers that are a success of one shape.
    struct Success {
        let statuses: [API.Response.Status]
        let use: TypeUse?
        let envelope: String?
    }

    /// The first shape of a success and all statuses that have it; any success where none is documented.
    func successes(of operation: API.Operation) -> Success {
        let responses = operation.responses.filter(\.status.isSuccess)
        guard let first = responses.first else {
            let rest = operation.responses.first { $0.status == .default }
            return Success(statuses: [.range(2)], use: rest?.use, envelope: nil)
        }
        let same = responses.filter { $0.hasShape(of: first) }
        return Success(statuses: same.map(\.status), use: first.use, envelope: first.envelope)
    }

    /// The Swift type of a success.
    func output(_ success: Success) -> Code { success.use.map { spelling($0, sent: false) } ?? "Void" }

    private func decode(_ success: Success) -> Declaration {
        let statuses = self.statuses(success.statuses)
        let envelope = success.envelope.map { ["at: \(literal: $0)" as Code] } ?? []
        let call: Code = success.use == nil ? "empty" : "json"
        return .function(
            "public static func decode", ["_ response: TrunklineRuntime.ResponseDecoder"],
            tail: " throws -> \(output(success))",
            ["try response.\(call)(\((statuses + envelope).joined(separator: ", ")))"])
    }

    /// The codes or, where a range is among them, the range, which includes them.
    private func statuses(_ statuses: [API.Response.Status]) -> [Code] {
        let codes = statuses.compactMap { status -> Code? in
            if case .code(let code) = status { "\(code)" } else { nil }
        }
        return codes.count == statuses.count ? codes : ["200...299"]
    }
}
