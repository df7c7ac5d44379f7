extension Binder {
    /// Reports requirements of schemes that the entry document does not have; from OpenAPI 3.2 on an address will do.
    func checkSecurityRequirements() {
        guard let entryRoot else { return }
        let schemes = reading.arena.node(at: JSONPointer(tokens: ["components", "securitySchemes"]), from: entryRoot)
        let known = schemes.map { reading.arena.entries(of: $0).map(\.key) } ?? []
        let names = Set(known)
        for requirement in reading.securityRequirements {
            for scheme in requirement.schemes where !names.contains(scheme.name) {
                if reading.version >= .v3_2, scheme.name.contains(where: { "/#:".contains($0) }) { continue }
                suggestionsLeft -= 1
                let candidates = suggestionsLeft > 0 ? known : []
                let meant = suggestion(for: scheme.name, among: candidates).map { "did you mean `\($0)`?" }
                reading.report(
                    "unknown-security-scheme", "`components/securitySchemes` has no `\(scheme.name)`",
                    at: scheme.nameRange, help: meant)
            }
        }
    }
}

extension Description {
    /// The scheme that a requirement names; nil where there is none, which was reported.
    package func securityScheme(named name: String) -> SecurityScheme? {
        document.components?.securitySchemes[named: name].flatMap(object)
    }
}
