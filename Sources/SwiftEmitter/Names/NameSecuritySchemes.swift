import OpenAPIModel

extension API {
    /// Whether a bearer token is all that the API takes, so that clients are made with a `token`.
    var takesOnlyBearer: Bool { securitySchemes.map(\.kind) == [.bearer] }
}

extension Namer {
    /// The arguments of a client's initialiser that take credentials, named after their schemes.
    mutating func nameSecuritySchemes() {
        var used: Set<String> = ["server", "transport"]
        for scheme in api.securitySchemes {
            let pinned =
                configuration.securitySchemes[named: scheme.name]?.value
                ?? givenName(.securityScheme, scheme.origin)
            var name = pinned ?? (api.takesOnlyBearer ? "token" : Words(scheme.name).member)
            if name.isEmpty { name = "credentials" }
            if ["self", "init", "server", "transport"].contains(name) { name += "Credentials" }
            if used.contains(name) { name = uniqueScheme(name, scheme, used) }
            used.insert(name)
            names.securitySchemes.append(Identifier(name))
        }
        reportUnknownSchemes()
    }

    private mutating func uniqueScheme(
        _ name: String, _ scheme: API.SecurityScheme, _ used: Set<String>
    ) -> String {
        let free = Self.firstFree(name, used.contains)
        diagnostics.warning(
            "name-collision", "`\(name)` is taken, so the credentials for `\(scheme.name)` are called `\(free)`",
            at: arena.nameRange(of: scheme.origin),
            help: "pin the name in the configuration, or choose another: "
                + "`securitySchemes: { \(Self.quoted(scheme.name)): \(free) }`")
        return free
    }

    private mutating func reportUnknownSchemes() {
        let known = api.securitySchemes.map(\.name)
        for entry in configuration.securitySchemes where !known.contains(entry.name) {
            diagnostics.error(
                "unknown-security-scheme", "no operation takes a security scheme `\(entry.name)`", at: entry.nameRange,
                help: suggestion(for: entry.name, among: known).map { "did you mean `\($0)`?" })
        }
    }
}
