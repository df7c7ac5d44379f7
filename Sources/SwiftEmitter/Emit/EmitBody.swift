import OpenAPIModel

extension Emitter {
    /// The Swift type of a request's body.
    func bodyType(_ index: Int, _ body: API.Body) -> Code {
        names.contents[index].body.map { "\($0)" } ?? sent(body.contents[0].format, place: 0, of: index)
    }

    /// What is said about a body, and what a caller may have to say where the specification does not.
    func documentation(of body: API.Body) -> [String] {
        let ranges = body.contents.compactMap { content in
            content.sentRange.map {
                "Any `\($0)`, sent as `\(content.mediaTypes[0])` unless `options.headers` says more."
            }
        }
        let constraints = body.contents.flatMap(\.bounds.constraints)
        return documentationLines(.init(text: body.documentation, constraints: constraints), ranges)
    }

    /// What the body may be, where it may be several things.
    func bodyDeclarations(_ index: Int) -> [Declaration] {
        guard let body = api.operations[index].body else { return [] }
        let forms = body.contents.indices.compactMap { form(index, place: $0) }
        guard let name = names.contents[index].body else { return forms }
        let cases = body.contents.indices.map { place in
            Declaration.line(
                "case \(names.contents[index].bodyCases[place])(\(sent(body.contents[place].format, place: place, of: index)))",
                documentation: documentationLines(.init(text: "As `\(body.contents[place].mediaTypes[0])`.")))
        }
        let documentation = documentationLines(.init(text: "What `\(api.operations[index].id)` sends."))
        return [.type("public nonisolated enum \(name): Sendable", documentation: documentation, cases)] + forms
    }

    private func sent(_ format: API.Format, place: Int, of index: Int) -> Code {
        switch format {
        case .json(let use, _): spelling(use, sent: true)
        case .form(let use, _), .partsOfValue(let use): spelling(use.type, sent: true)
        case .multipart: names.contents[index].forms[place].map { "\($0.type)" } ?? "Void"
        case .anyParts: "[TrunklineRuntime.MultipartPart]"
        case .text: "String"
        case .binary: "TrunklineRuntime.HTTPBody"
        case .stream(let use?, _): "TrunklineRuntime.RequestStream<\(spelling(use, sent: true))>"
        case .stream(nil, _): "TrunklineRuntime.RequestStream<TrunklineRuntime.ServerSentEvent>"
        }
    }

    /// The statement that writes the body.
    func write(_ body: API.Body, _ value: Code, of index: Int) -> Code {
        guard names.contents[index].body != nil else { return write(body.contents[0], value) }
        let mark: Code = body.isRequired ? "" : "?"
        let arms = zip(names.contents[index].bodyCases, body.contents).map { name, content -> Code in
            "case .\(name)(let value)\(mark): \(write(content, "value"))"
        }
        let rest: [Code] = body.isRequired ? [] : ["case nil: break"]
        return (["switch \(value) {"] + arms + rest + ["}"]).joined(separator: "\n")
    }

    private func write(_ content: API.Content, _ value: Code) -> Code {
        let type: Code = "contentType: \(literal: content.mediaTypes[0])"
        let usually = { (usual: String) -> [Code] in content.mediaTypes[0] == usual ? [] : [type] }
        let (call, arguments): (Code, [Code]) =
            switch content.format {
            case .json: ("json", [value] + usually(Self.usualMediaType))
            case .form(_, let fields):
                ("form", [value] + self.fields(fields) + usually("application/x-www-form-urlencoded"))
            case .multipart: ("multipart", [value] + usually("multipart/form-data"))
            case .partsOfValue: ("multipart", ["value: \(value)"] + usually("multipart/form-data"))
            case .anyParts: ("multipart", ["parts: \(value)"] + usually("multipart/form-data"))
            case .text: ("text", [value] + usually("text/plain"))
            case .binary: ("body", [value, type])
            case .stream(_, let framing): ("stream", [value, "framing: .\(raw: framing.rawValue)", type])
            }
        return Code.call("request.\(call)", arguments)
    }

    /// What is sent and asked for unless the specification says something else.
    static let usualMediaType = "application/json"

    // MARK: Forms

    private func fields(_ fields: API.Fields) -> [Code] {
        let style: [Code] = fields.style == .content ? [] : ["style: \(self.style(fields.style))"]
        guard !fields.exceptions.isEmpty else { return style }
        let list = fields.exceptions.map { "\(literal: $0.name): \(self.style($0.style))" as Code }
        let line: Code = "[\(list.joined(separator: ", "))]"
        let lines: Code = "[\n\(list.map { "        " + $0 + "," }.joined(separator: "\n"))\n    ]"
        return style + ["fields: \(line.text.count > 80 ? lines : line)"]
    }

    /// A style as the runtime has it: by what it does, which is less than its words can say.
    func style(_ style: API.FieldStyle) -> Code {
        let name: Code =
            switch style.kind {
            case .content: ".content"
            case .json: ".json"
            case .deepObject: ".deepObject"
            case .form: style.explodes ? ".form" : ".commaSeparated"
            case .spaceDelimited: style.explodes ? ".form" : ".spaceSeparated"
            case .pipeDelimited: style.explodes ? ".form" : ".pipeSeparated"
            }
        return style.allowsReserved ? "\(name).allowingReserved" : name
    }

    // MARK: Parts

    /// A multipart body: a member for each part.
    private func form(_ index: Int, place: Int) -> Declaration? {
        guard let names = names.contents[index].forms[place],
            case .multipart(let parts)? = api.operations[index].body?.contents[place].format
        else { return nil }
        let members = zip(parts, names.members).map { part, name in
            let isOptional = !part.isRequired || part.use.isNullable
            return (name, type: isOptional ? "\(partType(part))?" : partType(part), isOptional, part)
        }
        let stored = members.map { name, type, _, part in
            Declaration.line("public var \(name): \(type.stored)", documentation: partDocumentation(part))
        }
        let initializer = Declaration.function(
            "public init",
            members.map { name, type, isOptional, part in
                let initial = isOptional ? "nil" : self.initial(part)
                return "\(name.label): \(type)\(initial.map { " = \($0)" } ?? "")"
            }, members.map { name, _, _, _ in "self.\(name) = \(name)" })
        let encode = Declaration.function(
            "public func encode", ["into form: inout TrunklineRuntime.MultipartEncoder"],
            members.map { name, _, _, part in write(part, name.member(besides: ["form"])) })
        return .type(
            "public nonisolated struct \(names.type): TrunklineRuntime.MultipartForm",
            documentation: documentationLines(.init(text: "What `\(api.operations[index].id)` sends, part by part.")),
            stored + [initializer, encode])
    }

    private func partType(_ part: API.Part) -> Code {
        let value = spelling(part.use.type, sent: true)
        return switch part.kind {
        case .file: "TrunklineRuntime.FilePart"
        case .files: "[TrunklineRuntime.FilePart]"
        case .value: part.headers.isEmpty ? value : "TrunklineRuntime.ValuePart<\(value)>"
        }
    }

    /// The default of a part that has to be sent and need not be said.
    private func initial(_ part: API.Part) -> Code? {
        guard part.kind == .value, part.headers.isEmpty else { return nil }
        return part.defaultValue.flatMap { defaultLiteral($0, part.use) }
    }

    private func partDocumentation(_ part: API.Part) -> [String] {
        let headers = part.headers.isEmpty ? [] : ["Header fields: `\(part.headers.joined(separator: "`, `"))`."]
        let choices = part.choices.map { ["As `\($0)`."] } ?? []
        return documentationLines(part.documentation, choices + headers)
    }

    private func write(_ part: API.Part, _ value: Code) -> Code {
        var arguments: [Code] = ["\(literal: part.name)", value]
        if let type = part.contentType { arguments.append("contentType: \(literal: type)") }
        if part.style != .content { arguments.append("style: \(style(part.style))") }
        let call: Code =
            switch part.kind {
            case .file: "file"
            case .files: "files"
            case .value: "part"
            }
        return "form.\(call)(\(arguments.joined(separator: ", ")))"
    }
}
