import OpenAPIModel

/// The places that findings are about.
struct Findings {
    private let places: Set<SourceRange>

    /// Findings about names say what something is called, not that it is missing.
    private static let unrelated: Set<String> = ["name-collision", "unused-name", "bad-name"]

    init(_ diagnostics: Diagnostics) {
        let related = diagnostics.list.filter { !Findings.unrelated.contains($0.rule) }
        places = Set(related.flatMap { [$0.range].compactMap(\.self) + $0.related.map(\.range) })
    }

    func contains(_ range: SourceRange) -> Bool { places.contains(range) }
}
