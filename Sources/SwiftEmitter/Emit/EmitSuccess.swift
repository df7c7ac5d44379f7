import OpenAPIModel

extension Emitter {
    /// The Swift type of what a call returns.
    func output(_ index: Int) -> Code {
        if let name = names.contents[index].output { return "\(name)" }
        guard let content = api.operations[index].successes.first?.contents.first else { return "Void" }
        return received(content.format)
    }

    /// Whether a call returns nothing.
    func isVoid(_ index: Int) -> Bool {
        names.contents[index].output == nil && api.operations[index].successes.first?.contents.first == nil
    }

    /// The Swift type of a body that is received.
    func received(_ format: API.Format) -> Code {
        switch format {
        case .json(let use, _), .form(let use, _), .partsOfValue(let use): spelling(use, sent: false)
        case .text: "String"
        case .binary, .multipart, .anyParts: "TrunklineRuntime.HTTPBody"
        case .stream(let use?, _): "TrunklineRuntime.EventStream<\(spelling(use, sent: false))>"
        case .stream(nil, _): "TrunklineRuntime.EventStream<TrunklineRuntime.ServerSentEvent>"
        }
    }

    func decode(_ index: Int) -> Declaration {
        let successes = api.operations[index].successes
        return .function(
            "public static func decode", ["_ response: TrunklineRuntime.ResponseDecoder"],
            tail: " throws -> \(output(index))",
            names.contents[index].output == nil && Self.isOneList(successes.map(\.status))
                ? [read(successes.first?.contents.first, successes.map(\.status))]
                : decideByStatus(index, successes))
    }

    /// The `enum` of the shapes that a success has.
    func outputType(_ index: Int) -> [Declaration] {
        guard let name = names.contents[index].output else { return [] }
        let operation = api.operations[index]
        let cases = zip(operation.successes, names.contents[index].outputCases).flatMap { response, names in
            response.contents.isEmpty
                ? names.map { Declaration.line("case \($0)", documentation: caseDocumentation(response, nil)) }
                : zip(response.contents, names).map { content, name in
                    Declaration.line(
                        "case \(name)(\(received(content.format)))",
                        documentation: caseDocumentation(response, response.contents.count > 1 ? content : nil))
                }
        }
        return [
            .type(
                "public nonisolated enum \(name): Sendable",
                documentation: documentationLines(.init(text: "What `\(operation.id)` returns.")), cases)
        ]
    }

    private func caseDocumentation(_ response: API.Response, _ content: API.Content?) -> [String] {
        let status =
            switch response.status {
            case .code(let code): "\(code)"
            case .range(let first): "\(first)XX"
            case .default: "Any success"
            }
        let type = content.map { ", `\($0.mediaTypes.joined(separator: "`, `"))`" } ?? ""
        let text = response.documentation.flatMap { $0.isEmpty ? nil : ": \($0)" } ?? "."
        return documentationLines(.init(text: status + type + text))
    }

    // MARK: Reading

    /// A call that checks the statuses and reads one body.
    private func read(_ content: API.Content?, _ statuses: [API.Response.Status]) -> Code {
        let statuses = self.statuses(statuses)
        let call: Code
        var arguments: [Code] = []
        switch content?.format {
        case .json(_, let envelope)?:
            call = "json"
            arguments = envelope.map { ["at: \(literal: $0)"] } ?? []
        case .form?, .partsOfValue?: call = "json"
        case .text?: call = "text"
        case .binary?, .multipart?, .anyParts?: call = "bytes"
        case .stream(_, let framing)?:
            call = "stream"
            arguments = ["framing: .\(raw: framing.rawValue)"]
        case nil: call = "empty"
        }
        return "try response.\(call)(\((statuses + arguments).joined(separator: ", ")))"
    }

    /// A switch over the statuses, and over media types where one has several; what is exact comes first.
    private func decideByStatus(_ index: Int, _ successes: [API.Response]) -> [Code] {
        let isEnum = names.contents[index].output != nil
        let places = successes.indices.sorted { left, right in
            (successes[left].status.isRange ? 1 : 0, left) < (successes[right].status.isRange ? 1 : 0, right)
        }
        let arms = places.flatMap { place -> [Code] in
            let names = isEnum ? self.names.contents[index].outputCases[place] : []
            return self.arms(successes[place], names)
        }
        return ["switch response.status.code {"] + arms + ["default: throw response.failure()", "}"]
    }

    /// The cases of one status: media types before their ranges, JSON behind what is told apart more easily.
    private func arms(_ response: API.Response, _ names: [Identifier]) -> [Code] {
        let status = statuses([response.status]).joined(separator: ", ")
        guard !response.contents.isEmpty else {
            let check: Code = "try response.empty(\(status))"
            return ["case \(status): \(names.first.map { ".\($0)" as Code } ?? check)"]
        }
        let order = response.contents.indices.sorted { left, right in
            (response.contents[left].rank, left) < (response.contents[right].rank, right)
        }
        var arms = order.enumerated().map { offset, place -> Code in
            let content = response.contents[place]
            let value = read(content, [response.status])
            let isLast = offset == order.count - 1 && content.takesAnything
            let types = content.mediaTypes.map { "\(literal: $0)" as Code }.joined(separator: ", ")
            let condition: Code = isLast || order.count == 1 ? "" : " where response.isContent(\(types))"
            return "case \(status)\(condition): \(names.isEmpty ? value : ".\(names[place])(\(value))")"
        }
        if order.count > 1, let last = order.last, !response.contents[last].takesAnything {
            arms.append("case \(status): throw response.unexpectedContent()")
        }
        return arms
    }

    /// Whether statuses can be asked for in one call: as codes or as one range.
    private static func isOneList(_ statuses: [API.Response.Status]) -> Bool {
        let ranges = Set(statuses.map(\.firstDigit))
        return statuses.allSatisfy { !$0.isRange } || ranges.count == 1
    }

    /// The codes or, where a range is among them, the range, which includes them; a default is any success.
    private func statuses(_ statuses: [API.Response.Status]) -> [Code] {
        let codes = statuses.compactMap { status -> Code? in
            if case .code(let code) = status { "\(code)" } else { nil }
        }
        if codes.count == statuses.count, !codes.isEmpty { return codes }
        let first = statuses.first?.firstDigit ?? 2
        return ["\(first * 100)...\(first * 100 + 99)"]
    }
}

extension API.Response.Status {
    fileprivate var isRange: Bool {
        if case .code = self { false } else { true }
    }
}

extension API.Content {
    private var isJSON: Bool {
        if case .json = format { true } else { false }
    }

    private var isRange: Bool { mediaTypes.contains { $0.prefix { $0 != ";" }.contains("*") } }

    /// What is asked for first.
    fileprivate var rank: Int { isRange ? 2 : isJSON ? 1 : 0 }

    /// Whether reading it finds out that it is something else, or whether it may be anything.
    fileprivate var takesAnything: Bool { isJSON || mediaTypes.contains { $0.hasPrefix("*/*") } }
}
