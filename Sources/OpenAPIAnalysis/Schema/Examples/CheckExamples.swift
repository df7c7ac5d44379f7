import OpenAPIModel

/// What stands in a description as an example or a value of a schema.
package enum CheckedValue: Sendable, CaseIterable {
    case example, defaultValue, enumeration, pattern
    /// Members of examples that are `readOnly` or `writeOnly`.
    case direction
    /// What `format` says of all these values.
    case format
}

/// Checks examples, defaults, the values of `enum` and `const`, and patterns against the schemas that they belong to.
///
/// Examples of media types are checked where the type is JSON, those of parameters and headers also as the text that goes
/// over the wire. What is `readOnly` need not be in a request, what is `writeOnly` not in a response.
///
/// - Parameters:
///   - kinds: What is checked.
///   - assertsFormats: Whether texts have to be what `format` says (`format-mismatch`), which is a note only otherwise.
package func checkExamples(
    of description: Description, _ kinds: Set<CheckedValue> = Set(CheckedValue.allCases), assertsFormats: Bool = false,
    diagnostics: inout Diagnostics
) {
    let check = ExampleCheck(description, kinds, assertsFormats: assertsFormats)
    check.run()
    diagnostics.report(check.diagnostics)
}

/// One check of all examples of a description; it lives inside `checkExamples`.
final class ExampleCheck {
    /// How many steps are spent on all values of a description.
    static let greatestSteps = 20_000_000

    let description: Description
    let kinds: Set<CheckedValue>
    let checker: SchemaChecker
    var diagnostics = Diagnostics()
    /// Where texts stand that were read as JSON, by the files that they were read as.
    var textRanges: [FileID: SourceRange] = [:]
    /// Whether there is something that goes one way only.
    lazy var hasDirections = description.schemas.contains { $0.readOnly || $0.writeOnly }
    private var isExhausted = false

    init(_ description: Description, _ kinds: Set<CheckedValue>, assertsFormats: Bool) {
        self.description = description
        self.kinds = kinds
        checker = SchemaChecker(description, assertsFormats: assertsFormats)
    }

    func run() {
        for schema in description.schemas where !schema.isPureReference { check(schema) }
        if kinds.contains(.example) || kinds.contains(.direction) { checkSites() }
        for fault in checker.faults where fault.rule == "bad-pattern" && kinds.contains(.pattern) {
            diagnostics.warning(fault.rule, fault.message, at: fault.range)
        }
    }

    // MARK: Schemas

    private func check(_ schema: Schema) {
        if kinds.contains(.pattern) { checkPatterns(schema) }
        if kinds.contains(.defaultValue), let value = schema.defaultValue {
            let found = findings(value, schema.node)
            // Up to OpenAPI 3.0 a default has to be of the type that stands beside it; everything else is advice.
            let place = description.arena.range(of: value)
            let isDemanded = found.contains { $0.keyword == "type" && $0.range == place } && !schema.types.isEmpty
            let severity = isDemanded && checker.version(of: schema.node) < .v3_1 ? Severity.error : .warning
            report(found, "default-mismatch", severity, "the default")
        }
        if kinds.contains(.enumeration) {
            for value in schema.enumeration ?? [] {
                report(findings(value, schema.node), "enum-mismatch", .warning, "the value")
            }
            if let value = schema.const { report(findings(value, schema.node), "enum-mismatch", .warning, "the value") }
        }
        guard kinds.contains(.example) else { return }
        for value in schema.examples + [schema.example].compactMap({ $0 }) {
            report(findings(value, schema.node), "example-mismatch", .warning, "the example")
        }
    }

    private func checkPatterns(_ schema: Schema) {
        let arena = description.arena
        if let text = schema.limits.pattern { checkPattern(text, arena.valueRange(in: schema.node, for: "pattern")) }
        for entry in schema.applicators.patternProperties { checkPattern(entry.name, entry.nameRange) }
    }

    private func checkPattern(_ text: String, _ range: SourceRange) {
        guard let leniency = checker.pattern(text, at: range)?.leniency else { return }
        let message = "the pattern is not ECMA-262 with the flag `u`: \(leniency.message), at character "
        diagnostics.report(
            Diagnostic(
                .note, "lenient-pattern", message + "\(leniency.offset + 1); it is read without the flag", at: range))
    }

    /// Why a value fits its schema in no direction.
    private func findings(_ value: Node, _ schema: Node) -> [SchemaFinding] {
        let all = findings(value, schema, nil)
        guard all.contains(where: { $0.keyword == "required" || !$0.causes.isEmpty || $0.keyword.hasSuffix("Of") })
        else {
            return all
        }
        for direction in [SchemaDirection.request, .response] where findings(value, schema, direction).isEmpty {
            return []
        }
        return all
    }

    /// Why a value does not fit a schema; nothing once too much has been checked.
    func findings(_ value: Node, _ schema: Node, _ direction: SchemaDirection?) -> [SchemaFinding] {
        guard checker.spentSteps < ExampleCheck.greatestSteps else {
            reportExhaustion(value)
            return []
        }
        return checker.check(value, against: schema, direction: direction)
    }

    // MARK: Findings

    func reportExhaustion(_ value: Node) {
        guard !isExhausted else { return }
        isExhausted = true
        diagnostics.warning(
            "costly-check", "this value and those after it are not checked: the ones before it took too many steps",
            at: range(checker.arena.range(of: value)))
    }

    func report(_ findings: [SchemaFinding], _ rule: String, _ severity: Severity, _ noun: String) {
        for finding in findings {
            let place = range(finding.range)
            switch finding.kind {
            case .mismatch:
                let keyword = Diagnostic.Related("`\(finding.keyword)` is here", range(finding.keywordRange))
                let causes = finding.causes.map { Diagnostic.Related($0.message, range($0.range)) }
                let isFormat = checker.assertsFormats && finding.keyword == "format"
                diagnostics.report(
                    Diagnostic(
                        isFormat ? .warning : severity, isFormat ? "format-mismatch" : rule,
                        "\(noun) does not fit its schema: \(finding.message)", at: place,
                        related: [keyword] + causes))
            case .endless:
                diagnostics.warning("endless-schema", finding.message, at: range(finding.keywordRange))
            case .tooCostly:
                let schema = Diagnostic.Related("the schema is here", range(finding.keywordRange))
                diagnostics.warning("costly-check", finding.message, at: place, related: [schema])
            }
        }
    }

    /// The place in a file for one in a text that was read as JSON.
    func range(_ range: SourceRange) -> SourceRange { textRanges[range.file] ?? range }
}
