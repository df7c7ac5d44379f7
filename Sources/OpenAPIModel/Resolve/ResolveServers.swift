extension Resolver {
    mutating func resolveServers() {
        sharedServers = description.document.servers ?? commonServers
        api.servers = sharedServers.compactMap { resolve($0) }
        for server in api.servers where server.isRelative {
            diagnostics.warning(
                "relative-server", "the address has no host, so a client has to be given one",
                at: range(of: server.origin), help: "write the whole address, for example `https://pets.example/v1`")
        }
        // Which adds nothing to what is given.
        api.servers.removeAll { $0.isRelative && $0.parts == [.text("/")] }
    }

    /// The servers that every operation has, where the API as a whole has none.
    private var commonServers: [Server] {
        let items = (description.document.paths?.items ?? []).compactMap { description.object($0.value) }
        let lists = items.flatMap { item in item.operations.map { $0.value.servers ?? item.servers ?? [] } }
        guard let first = lists.first, lists.allSatisfy({ $0.map(\.url) == first.map(\.url) }) else { return [] }
        return first
    }

    /// Nil for an address that requests cannot be sent to, which is reported.
    private mutating func resolve(_ server: Server) -> API.Server? {
        let (parts, variables) = self.parts(of: server)
        var resolved = API.Server(
            url: server.url, parts: parts, isRelative: false, name: server.name, documentation: server.description,
            variables: variables, origin: server.node)
        if !Self.hasScheme(resolved.defaultURL), let relative = relativeParts(parts, resolved.defaultURL) {
            resolved = API.Server(
                url: server.url, parts: relative, isRelative: !Self.hasScheme(Self.joined(relative)), name: server.name,
                documentation: server.description, variables: variables, origin: server.node)
        }
        guard Self.isUsable(resolved.defaultURL, isRelative: resolved.isRelative) else {
            diagnostics.warning(
                "bad-server", "no request can be sent to `\(server.url)`; the server is left out",
                at: range(of: server.node), help: "write an `http` or `https` address without user, query and fragment")
            return nil
        }
        return resolved
    }

    private func range(of server: Node) -> SourceRange {
        arena.value(in: server, for: "url").map(arena.range) ?? arena.range(of: server)
    }

    // MARK: Variables

    /// The address in parts, and the variables in it.
    private mutating func parts(of server: Server) -> ([API.Server.Part], [API.Server.Variable]) {
        var parts: [API.Server.Part] = []
        var variables: [API.Server.Variable] = []
        var rest = server.url[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            parts.append(.text(String(rest[..<open])))
            if !variables.contains(where: { $0.name == name }) { variables.append(variable(name, of: server)) }
            parts.append(.variable(variables.firstIndex { $0.name == name } ?? 0))
            rest = rest[rest.index(after: close)...]
        }
        parts.append(.text(String(rest)))
        reportUnusedVariables(of: server, used: variables)
        return (parts.filter { $0 != .text("") }, variables)
    }

    private mutating func variable(_ name: String, of server: Server) -> API.Server.Variable {
        guard let entry = server.variables.first(where: { $0.name == name }) else {
            diagnostics.error(
                "undeclared-server-variable", "the server has no variable `\(name)`; it has to be given as a text",
                at: range(of: server.node))
            return .init(name: name, values: [], defaultValue: nil, documentation: nil, origin: server.node)
        }
        let variable = entry.value
        var values: [String] = []
        for value in variable.enumeration ?? [] where !values.contains(value) { values.append(value) }
        if !values.isEmpty, !values.contains(variable.defaultValue) {
            diagnostics.error(
                "default-not-allowed", "`enum` has no `\(variable.defaultValue)`, which is added to it",
                at: arena.value(in: variable.node, for: "default").map(arena.range) ?? entry.nameRange)
            values.append(variable.defaultValue)
        }
        return .init(
            name: name, values: values, defaultValue: variable.defaultValue, documentation: variable.description,
            origin: variable.node)
    }

    private mutating func reportUnusedVariables(of server: Server, used: [API.Server.Variable]) {
        for entry in server.variables where !used.contains(where: { $0.name == entry.name }) {
            let message = "the variable `\(entry.name)` is ignored; the address does not have it"
            diagnostics.report(Diagnostic(.note, "server-variable-unused", message, at: entry.nameRange))
        }
    }

    // MARK: Addresses

    /// The parts below the address of the document, which `$self` says since OpenAPI 3.2, or else below a host that the
    /// caller gives. Nil for what leads upwards.
    private func relativeParts(_ parts: [API.Server.Part], _ url: String) -> [API.Server.Part]? {
        guard !url.hasPrefix("//"), !url.split(separator: "/").contains("..") else { return nil }
        var parts = parts
        if case .text(let text) = parts.first, text.hasPrefix(".") {
            let rest = text.drop { $0 == "." }
            guard text.first == ".", rest.isEmpty || rest.first == "/" else { return nil }
            parts[0] = .text(String(rest))
        }
        let isRooted = url.hasPrefix("/")
        let first = if case .text(let text) = parts.first { text } else { "" }
        if !first.hasPrefix("/") { parts.insert(.text("/"), at: 0) }
        guard let base = description.document.selfURI, Self.hasScheme(base) else { return parts }
        let schemeEnd = base.firstRange(of: "://")?.upperBound ?? base.endIndex
        let pathStart = base[schemeEnd...].firstIndex(of: "/") ?? base.endIndex
        let folderEnd = base[pathStart...].lastIndex(of: "/") ?? base.endIndex
        return [.text(String(isRooted ? base[..<pathStart] : base[..<folderEnd]))] + parts
    }

    private static func joined(_ parts: [API.Server.Part]) -> String {
        parts.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }

    private static func hasScheme(_ url: String) -> Bool {
        let text = url.lowercased()
        return text.hasPrefix("https://") || text.hasPrefix("http://")
    }

    /// Whether the runtime can send requests there: `http`, a host, a path of the characters of RFC 3986.
    private static func isUsable(_ url: String, isRelative: Bool) -> Bool {
        let characters = url.utf8.allSatisfy { byte in
            Unicode.Scalar(byte).isASCII
                && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
                    || "-._~/:@!$&'()*+,;=%[]".utf8.contains(byte))
        }
        guard characters else { return false }
        if isRelative { return url.hasPrefix("/") && !url.contains("://") }
        guard let scheme = url.firstRange(of: "://"), hasScheme(url) else { return false }
        let host = url[scheme.upperBound...].prefix { $0 != "/" }
        return !host.isEmpty && !host.hasPrefix(":") && !host.contains("@")
    }

    // MARK: Servers of one operation

    /// The address that an operation has of its own, nil where it is one that the client is given anyway; and those among which
    /// a caller chooses, where there are several or one with variables.
    mutating func resolveServers(_ operation: Operation, _ item: PathItem) -> (usual: API.Server?, choice: [API.Server])
    {
        let servers = operation.servers ?? item.servers ?? []
        let shared = Set(sharedServers.map(\.url))
        guard !servers.allSatisfy({ shared.contains($0.url) }) else { return (nil, []) }
        let resolved = servers.compactMap { resolve($0) }
        let isChoice = resolved.count > 1 || resolved.contains { !$0.variables.isEmpty }
        let usual = resolved.first.flatMap { server in
            server.variables.allSatisfy { $0.defaultValue != nil } ? server : nil
        }
        return (usual, isChoice ? resolved : [])
    }
}
