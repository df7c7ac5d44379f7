extension Binder {
    /// Binds the schemes that requirements name, and reports those that are nowhere.
    ///
    /// A name is one of the entry document's, or of the document it stands in; from OpenAPI 3.2 on an address will do.
    func bindSecurityRequirements() {
        let known = entryRoot.flatMap(securitySchemes)
        for requirement in reading.securityRequirements {
            for scheme in requirement.schemes where known.flatMap({ node(named: scheme.name, in: $0) }) == nil {
                guard let target = locateScheme(scheme, requirement) else { continue }
                if let other = schemeTargets[scheme.name], other != target {
                    reading.diagnostics.warning(
                        "ambiguous-name",
                        "`\(scheme.name)` is another security scheme here than elsewhere; "
                            + "the first one is used", at: scheme.nameRange, help: "give each scheme a name of its own",
                        related: [.init("the first one is here", reading.arena.nameRange(of: other))])
                }
                schemeTargets[scheme.name] = schemeTargets[scheme.name] ?? target
                reading.readTarget(target, .securityScheme)
            }
        }
    }

    private func locateScheme(_ scheme: Named<[String]>, _ requirement: SecurityRequirement) -> Node? {
        guard let scopes = node(named: scheme.name, in: requirement.node) else { return nil }
        let reference = Reference(text: scheme.name, node: scopes, summary: nil, description: nil)
        let pending = PendingReference(reference: reference, kind: .securityScheme)
        let root = reading.arena.root(of: requirement.node)
        if let own = securitySchemes(of: root).flatMap({ node(named: scheme.name, in: $0) }) {
            return followChain(from: own, pending)
        }
        let isAddress = scheme.name.contains { "/#:".contains($0) }
        if isAddress, reading.version(of: requirement.node) >= .v3_2 {
            return locate(pending).flatMap { followChain(from: $0, pending) }
        }
        reportUnknown(scheme)
        return nil
    }

    private func reportUnknown(_ scheme: Named<[String]>) {
        suggestionsLeft -= 1
        let schemes = suggestionsLeft > 0 ? entryRoot.flatMap(securitySchemes) : nil
        let known = schemes.map { reading.arena.entries(of: $0).map(\.key) } ?? []
        let meant = suggestion(for: scheme.name, among: known).map { "did you mean `\($0)`?" }
        let path = ReferenceKind.securityScheme.path(reading.version).joined(separator: "/")
        reading.report(
            "unknown-security-scheme", "`\(path)` has no `\(scheme.name)`", at: scheme.nameRange,
            help: meant)
    }

    private func securitySchemes(of root: Node) -> Node? {
        let path = ReferenceKind.securityScheme.path(reading.version(of: root))
        return reading.arena.node(at: JSONPointer(tokens: path), from: root)
    }

    private func node(named name: String, in parent: Node) -> Node? { reading.arena.value(in: parent, for: name) }
}

extension Description {
    /// The scheme that a requirement names; nil where there is none, which was reported.
    package func securityScheme(named name: String) -> SecurityScheme? {
        if let own = document.components?.securitySchemes[named: name] { return object(own) }
        return schemeTargets[name].flatMap { targets.securitySchemes[$0] }
    }
}
