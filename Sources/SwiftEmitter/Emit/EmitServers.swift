import OpenAPIModel

extension Emitter {
    /// What follows the argument `server` where the first server needs no word of the caller.
    var defaultServer: Code {
        guard let first = api.servers.first, first.isComplete else { return "" }
        return " = .\(names.servers.servers[0])\(raw: first.variables.isEmpty ? "" : "()")"
    }

    /// The type of the argument `server`, with a static member for each server of the specification.
    var server: Declaration {
        let hasOtherServers = api.operations.contains { $0.server != nil }
        return .type(
            "public nonisolated struct Server: TrunklineRuntime.APIServer",
            documentation: ["Where the API is: a server of the specification, or `.custom(url)`."],
            ServerType(servers: api.servers, names: names.servers, hasOtherServers: hasOtherServers).members)
    }

    /// The type of the servers that an operation has of its own, where a caller has a choice.
    func ownServers(_ index: Int) -> [Declaration] {
        guard let (type, names) = names.contents[index].servers else { return [] }
        let operation = api.operations[index]
        return [
            .type(
                "public nonisolated struct \(type): TrunklineRuntime.APIServer",
                documentation: [
                    "Where `\(lines(operation.id).first ?? "")` may be sent: `options: .init(server: \(type.name).…)`."
                ],
                ServerType(servers: operation.servers, names: names, hasOtherServers: false).members)
        ]
    }
}

/// A type whose static members are servers.
private struct ServerType {
    let servers: [API.Server]
    let names: Names.ServerNames
    /// Whether there are operations that are sent elsewhere, so that a server has to say whether it is a custom one.
    let hasOtherServers: Bool

    var members: [Declaration] {
        let members = servers.indices.map { servers[$0].isPlain ? plainServer($0) : chosenServer($0) }
        return serverMembers + names.enumerations.map(enumeration) + members
    }

    private var serverMembers: [Declaration] {
        let url = Declaration.line("public let url: String", documentation: ["What paths are appended to."])
        let documentation = ["Creates a server from its absolute URL."]
        guard hasOtherServers else {
            return [url, .function("public init", ["url: String"], documentation: documentation, ["self.url = url"])]
        }
        return [
            url,
            .line(
                "public let isForEveryOperation: Bool",
                documentation: [
                    "Whether operations that have a server of their own are sent here too: to a custom one."
                ]),
            .function(
                "public init", ["url: String"], documentation: documentation,
                ["self.url = url", "isForEveryOperation = true"]),
            .function("private init", ["documented url: String"], ["self.url = url", "isForEveryOperation = false"]),
        ]
    }

    private var label: Code { hasOtherServers ? "documented" : "url" }

    private func serverDocumentation(_ server: API.Server) -> [String] {
        let name = [server.documentation, server.name].compactMap { $0 }.first { !$0.isEmpty }
        let url = server.isPlain ? server.defaultURL : server.url
        return documentationLines(.init(text: name.map { "\($0): `\(url)`." } ?? "`\(url)`."))
    }

    private func plainServer(_ index: Int) -> Declaration {
        let server = servers[index]
        return .computed(
            "public static var \(names.servers[index]): Self", documentation: serverDocumentation(server),
            ["Self(\(label): \(literal: server.defaultURL))"])
    }

    // MARK: Servers with a choice

    /// For example, `public static func production(region: Region = .eu) -> Self`.
    private func chosenServer(_ index: Int) -> Declaration {
        let server = servers[index]
        let arguments = Array(zip(server.variables, names.variables[index]))
        let base: [Code] = server.isRelative ? ["at base: Self"] : []
        let sentences = arguments.map { sentence(about: $0.0) }
        let described = zip(arguments, sentences).map { argument, sentence in
            (["  - \(argument.1.argument.name):"] + (sentence.map { [$0] } ?? [])).joined(separator: " ")
        }
        let isDescribed = server.isRelative || sentences.contains { $0 != nil }
        let lines = (server.isRelative ? ["  - base: The host, for example `.custom(url)`."] : []) + described
        let address = address(of: server, names.variables[index])
        return .function(
            "public static func \(names.servers[index])", base + arguments.map(argument), tail: " -> Self",
            documentation: serverDocumentation(server) + (isDescribed ? ["", "- Parameters:"] + lines : []),
            [server.isRelative ? "base.appending(\(address))" : "Self(\(label): \(address))"])
    }

    private func argument(_ variable: API.Server.Variable, _ name: Names.ServerVariable) -> Code {
        guard let index = name.enumeration else {
            let value = variable.defaultValue.map { " = \(literal: $0)" as Code } ?? ""
            return "\(name.argument.label): String\(value)"
        }
        let enumeration = names.enumerations[index]
        let value = variable.defaultValue.flatMap(enumeration.values.firstIndex).map { enumeration.cases[$0] }
        return "\(name.argument.label): \(enumeration.type)\(value.map { " = .\($0)" as Code } ?? "")"
    }

    private func sentence(about variable: API.Server.Variable) -> String? {
        let words = documentationLines(.init(text: variable.documentation)).filter { !$0.isEmpty }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// A quoted string with the arguments in it; what callers put into the host cannot leave it.
    private func address(of server: API.Server, _ variables: [Names.ServerVariable]) -> Code {
        var before = ""
        let parts = server.parts.map { part -> Code in
            switch part {
            case .text(let text):
                before += text
                return "\(inLiteral: text)"
            case .variable(let index):
                let variable = variables[index]
                let isInHost = !server.isRelative && !before.replacing("://", with: "").contains("/")
                if variable.enumeration != nil { return "\\(\(variable.argument).rawValue)" }
                return isInHost ? "\\(hostPart(\(variable.argument)))" : "\\(\(variable.argument))"
            }
        }
        return "\"\(parts.joined(separator: ""))\""
    }

    private func enumeration(_ enumeration: Names.ServerEnumeration) -> Declaration {
        let cases = zip(enumeration.cases, enumeration.values).map { name, value in
            Declaration.line("case \(name)\(name.name == value ? "" : " = \(literal: value)")")
        }
        return .type(
            "public nonisolated enum \(enumeration.type): String, Sendable, CaseIterable",
            documentation: documentationLines(.init(text: enumeration.documentation)), cases)
    }
}

extension API.Server {
    /// Whether there is nothing to choose.
    fileprivate var isPlain: Bool { !isRelative && variables.isEmpty }
}
