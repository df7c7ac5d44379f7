import OpenAPIModel

extension Namer {
    /// Names servers, their variables and the types of these.
    mutating func nameServers() {
        names.servers = serverNames(api.servers)
        let own = api.operations.flatMap(\.servers)
        for entry in configuration.servers where !(api.servers + own).contains(where: { $0.url == entry.name }) {
            diagnostics.error("unknown-server", "the specification has no server `\(entry.name)`", at: entry.nameRange)
        }
    }

    /// Names the servers that an operation has of its own, where there is a choice.
    mutating func nameServers(of index: Int, _ contents: inout Names.ContentNames) {
        let servers = api.operations[index].servers
        guard !servers.isEmpty else { return }
        contents.servers = (claimPart("Server", of: index), serverNames(servers))
    }

    private mutating func serverNames(_ servers: [API.Server]) -> Names.ServerNames {
        var result = Names.ServerNames()
        var used: Set<String> = []
        for (index, server) in servers.enumerated() {
            var name = serverName(server, index, isOnly: servers.count == 1)
            if used.contains(name) { name = uniqueServer(name, server, used) }
            used.insert(name)
            result.servers.append(Identifier(name))
        }
        for server in servers { result.variables.append(variableNames(of: server, &result)) }
        return result
    }

    /// The pinned name, `production` for an only server, its name, its description where it is short, or its place.
    private func serverName(_ server: API.Server, _ index: Int, isOnly: Bool) -> String {
        if let pinned = configuration.servers[named: server.url]?.value { return pinned }
        if let given = givenName(.server, server.origin) {
            return ReservedNames.servers.contains(given) ? given + "Server" : given
        }
        if isOnly, server.name == nil { return "production" }
        let words = (server.name ?? server.documentation).map { Words($0) }
        let name = words.flatMap { server.name != nil || $0.words.count <= 3 ? $0.member : nil } ?? ""
        return name.isEmpty || ReservedNames.servers.contains(name) ? "server\(index + 1)" : name
    }

    private mutating func uniqueServer(_ name: String, _ server: API.Server, _ used: Set<String>) -> String {
        let free = Self.firstFree(name, used.contains)
        diagnostics.warning(
            "name-collision", "`\(name)` is taken by another server, so this one is `\(free)`",
            at: arena.range(of: server.origin),
            help:
                "pin the name in the configuration, or choose another: `servers: { \(Self.quoted(server.url)): \(free) }`"
        )
        return free
    }

    // MARK: Variables

    private mutating func variableNames(
        of server: API.Server, _ result: inout Names.ServerNames
    ) -> [Names.ServerVariable] {
        var used: Set<String> = ["at", "base"]
        return server.variables.map { variable in
            var name = Words(variable.name).member
            if name.isEmpty { name = "value" }
            if name == "self" || name == "init" { name += "Value" }
            if used.contains(name) { name = uniqueVariable(name, variable, used) }
            used.insert(name)
            return .init(
                argument: Identifier(name),
                enumeration: variable.values.isEmpty ? nil : enumeration(of: variable, &result))
        }
    }

    /// The type of a variable: that of another with the same name and values, or a new one.
    private mutating func enumeration(of variable: API.Server.Variable, _ result: inout Names.ServerNames) -> Int {
        var wanted =
            api.pinnedNames[variable.origin] ?? givenName(.variable, variable.origin) ?? Words(variable.name).type
        if wanted.isEmpty { wanted = "Variable" }
        if ReservedNames.types.contains(wanted) { wanted += "Value" }
        // The types stand beside the servers, where a name without a case may be one of them.
        let servers = result.servers.map(\.name)
        if servers.contains(wanted) { wanted += "Value" }
        let declared = result.enumerations
        if let same = declared.firstIndex(where: { $0.type.name == wanted && $0.values == variable.values }) {
            return same
        }
        if let other = declared.first(where: { $0.type.name == wanted }) {
            let free = Self.firstFree(wanted) { name in
                servers.contains(name) || declared.contains { $0.type.name == name }
            }
            diagnostics.warning(
                "name-collision", "`\(wanted)` has other values for another server, so this one is `\(free)`",
                at: arena.nameRange(of: variable.origin),
                help: "pin the name in the configuration, or choose another: "
                    + "`names: { \(Self.quoted("#\(arena.pointer(of: variable.origin))")): \(free) }`",
                related: [.init("this one is `\(wanted)`", arena.nameRange(of: other.origin))])
            wanted = free
        }
        result.enumerations.append(
            .init(
                type: Identifier(wanted), values: variable.values, cases: cases(of: variable),
                documentation: variable.documentation, origin: variable.origin))
        return result.enumerations.count - 1
    }

    private mutating func cases(of variable: API.Server.Variable) -> [Identifier] {
        var used: Set<String> = []
        return variable.values.map { value in
            var name = Words(value).member
            if name.isEmpty { name = Self.spelledOut(value) }
            if ReservedNames.cases.contains(name) { name += "Value" }
            if used.contains(name) { name = uniqueVariable(name, variable, used) }
            used.insert(name)
            return Identifier(name)
        }
    }

    private mutating func uniqueVariable(
        _ name: String, _ variable: API.Server.Variable, _ used: Set<String>
    ) -> String {
        let free = Self.firstFree(name, used.contains)
        diagnostics.warning(
            "name-collision", "`\(name)` is taken by another one, so this is called `\(free)`",
            at: arena.nameRange(of: variable.origin))
        return free
    }
}
