import OpenAPIModel
import TrunklineJSON

extension Emitter {
    /// The file of a module with the examples of the specification, which imports that of the API.
    func examplesFile(_ header: [Code], _ access: Access) -> GeneratedFile {
        let declarations = qualified.examples
        let runtime = Identifier("TrunklineRuntime")
        let isRuntimeMentioned = declarations.contains { $0.mentions(runtime) }
        let modules = [names.module, "TrunklineTesting"] + (isRuntimeMentioned ? [runtime.name] : [])
        let imports = declarations.isEmpty ? [] : modules.map { access.import($0) }
        return GeneratedFile(
            path: examplesFileName, text: print(declarations.map(access.limit), header: header + imports))
    }

    /// The emitter of another module, which calls types by their module, since it imports others.
    private var qualified: Emitter {
        let prefix = ([names.module] + (names.namespace.map { [$0.name] } ?? [])).joined(separator: ".")
        var emitter = self
        emitter.names.qualify(with: prefix + ".")
        return emitter
    }

    private var examples: [Declaration] {
        api.operations.indices.compactMap { index in
            let examples = zip(api.operations[index].examples, names.contents[index].examples)
            let members = examples.compactMap { example($0, $1, of: index) }
            guard !members.isEmpty else { return nil }
            let type = names.operations[index].type
            return .type("nonisolated extension TrunklineTesting.Example where Operation == \(type)", members)
        }
    }

    private func example(_ example: API.Example, _ name: Identifier, of index: Int) -> Declaration? {
        let operation = api.operations[index]
        guard let place = example.bodyPlace else {
            let code = example.status.map(operation.code) ?? 200
            let type: Code =
                example.mediaType == Self.usualMediaType ? "" : "contentType: \(literal: example.mediaType), "
            return .computed(
                "public static var \(name): Self",
                documentation: documentation(of: example, ["Status \(code)."]),
                [".init(\(code), \(type)\(literal(example.text)))"])
        }
        guard case .json(let use, _)? = operation.body?.contents[place].format else { return nil }
        return .function(
            "public static func \(name)", [], tail: " throws -> \(spelling(use, sent: true))",
            documentation: documentation(of: example, ["The body of a request."]),
            ["try body(\(literal(example.text)))"])
    }

    private func documentation(of example: API.Example, _ further: [String]) -> [String] {
        documentationLines(.init(text: example.summary), further)
    }

    private func literal(_ text: API.Example.Text) -> Code {
        switch text {
        case .json(let value): Code(multiline: value.lines(indent: "").joined(separator: "\n"))
        case .text(let text): "\(literal: text)"
        }
    }
}

extension Code {
    /// A string of lines that are printable, as they are: a literal without escapes.
    fileprivate init(multiline text: String) {
        let isShort = !text.contains("\n")
        let longest = text.split { $0 != "#" }.map(\.count).max() ?? 0
        let mark = String(repeating: "#", count: longest + 1)
        let quotes = isShort ? "\"" : "\"\"\""
        let lines = isShort ? text : "\n" + text + "\n"
        self.init(raw: mark + quotes + lines + quotes + mark)
    }
}

extension JSONValue {
    /// The value as lines of JSON; what does not show itself is escaped.
    fileprivate func lines(indent: String) -> [String] {
        let inner = indent + "  "
        switch self {
        case .null, .bool, .number, .string: return [indent + plainText]
        case .array(let elements):
            guard !elements.isEmpty else { return [indent + "[]"] }
            let texts = elements.map { $0.lines(indent: inner) }
            return [indent + "["] + Self.separated(texts) + [indent + "]"]
        case .object(let members):
            let texts = members.map { member in
                let name = inner + JSONValue.string(member.name).plainText + ": "
                let lines = member.value.lines(indent: inner)
                return [name + (lines.first?.dropFirst(inner.count) ?? "")] + lines.dropFirst()
            }
            return texts.isEmpty ? [indent + "{}"] : [indent + "{"] + Self.separated(texts) + [indent + "}"]
        }
    }

    private static func separated(_ texts: [[String]]) -> [String] {
        texts.enumerated().flatMap { index, lines in
            index + 1 < texts.count ? lines.dropLast() + [(lines.last ?? "") + ","] : lines
        }
    }

    private var plainText: String {
        var text = ""
        for scalar in description.unicodeScalars {
            if scalar.isASCII || scalar.properties.isPlainText {
                text.unicodeScalars.append(scalar)
            } else {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        return text
    }
}
