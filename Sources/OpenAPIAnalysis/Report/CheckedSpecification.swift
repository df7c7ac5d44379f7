import OpenAPIModel

/// A specification that was checked, with what was found in it.
package struct CheckedSpecification: Sendable {
    /// As it is named on the command line.
    package let input: String
    package let files: SourceFiles
    /// Nil where the entry document could not be read.
    package let description: Description?
    /// By file and position.
    package var findings: [Diagnostic]
    /// The file of another linter that the rules were taken from.
    package var ruleset: String?

    package init(input: String, files: SourceFiles, description: Description?, findings: [Diagnostic]) {
        self.input = input
        self.files = files
        self.description = description
        self.findings = findings
    }

    /// The places of the findings in their documents, as far as they have one, by the ranges of keys and values.
    package func nodes() -> [SourceRange: Node] {
        description?.arena.nodes(at: Set(findings.compactMap(\.range))) ?? [:]
    }
}
