/// What `trunkline.yaml` says about the rules that specifications are checked by.
///
/// For example:
///
///     lint:
///       set: strict
///       rules: { operation-description: off, path-ambiguous: error }
///       overrides:
///         - paths: [/internal/*]
///           rules: { operation-tags: off }
package struct LintConfiguration: DocumentObject {
    package static let objectName = "the configuration of `lint`"

    package let node: Node
    /// The set of rules to begin with: `minimal`, `recommended` or `strict`.
    package let set: Located<String>?
    /// What rules are instead: `off`, `note`, `warning` or `error`, by their ids.
    package let rules: [Named<Located<String>>]
    package let overrides: [LintOverride]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        set = reader.located("set")
        rules = reader.locatedMap("rules")
        overrides = reader.objects("overrides", as: LintOverride.self) ?? []
    }
}

/// Other rules for some paths, operations or files.
package struct LintOverride: DocumentObject {
    package static let objectName = "an override of `lint`"

    package let node: Node
    /// Paths of the specification; `*` stands for anything.
    package let paths: [Located<String>]
    /// Operations by `operationId`.
    package let operations: [Located<String>]
    /// Files by how their paths end; `*` stands for anything.
    package let files: [Located<String>]
    package let rules: [Named<Located<String>>]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        paths = reader.locatedList("paths")
        operations = reader.locatedList("operations")
        files = reader.locatedList("files")
        reader.requireMember("rules")
        rules = reader.locatedMap("rules")
    }
}

/// Reads only the member `lint` of a `trunkline.yaml`; nil where it has none or cannot be understood, which is reported.
package func readLintConfiguration(
    file: FileID, in files: SourceFiles, diagnostics: inout Diagnostics
) -> LintConfiguration? {
    var arena = NodeArena()
    guard let root = parse(file: file, in: files, into: &arena, diagnostics: &diagnostics),
        let lint = arena.value(in: root, for: "lint")
    else { return nil }
    let reading = Reading(arena: arena, diagnostics: diagnostics)
    let configuration = reading.read(lint, as: LintConfiguration.self)
    diagnostics = reading.diagnostics
    return configuration
}
