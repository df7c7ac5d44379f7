import OpenAPIModel
import Testing

@testable import OpenAPIAnalysis

/// Which rules are on, where, and how bad they are.
@Suite struct LintSettingsTests {
    private static let text = """
        openapi: 3.1.0
        info: { title: Pets, version: "1" }
        paths:
          /pets:
            get: { responses: { "200": { description: Pets. } } }
            post: { operationId: addPet, tags: [pets], responses: { "200": { description: Pets. } } }
          /internal/pets:
            get: { operationId: listAll, responses: { "200": { description: Pets. } } }
        tags: [{ name: pets }, { name: pets }]

        """

    /// The findings with the settings of a configuration, as `line rule severity`.
    private func findings(_ lint: String, _ text: String = Self.text) -> [String] {
        var files = SourceFiles()
        var diagnostics = Diagnostics()
        let file = files.add(SourceFile(path: "trunkline.yaml", bytes: Array(lint.utf8)))
        let read = readLintConfiguration(file: file, in: files, diagnostics: &diagnostics)
        let settings = read.map { LintSettings($0, diagnostics: &diagnostics) } ?? LintSettings()
        let validated = Validated(text, rules: settings.rules, isStrict: settings.set == .strict)
        var checked = CheckedSpecification(
            input: "openapi.yaml", files: validated.files, description: validated.description,
            findings: validated.diagnostics.sorted)
        checked.apply(settings)
        let own = diagnostics.sorted.map { "config \($0.rule): \($0.message)" }
        return own
            + checked.findings.map { finding in
                let line = finding.range.map { validated.files.location(of: $0).line } ?? 0
                return "\(line) \(finding.rule) \(finding.severity.rawValue)"
            }
    }

    @Test func recommendedIsTheDefault() {
        #expect(findings("{}") == ["5 operation-id warning", "9 tag-unique error"])
        #expect(findings("lint: { set: minimal }") == ["9 tag-unique error"])
        #expect(findings("lint: { set: strict }").contains("3 info-description note") == false)
        #expect(findings("lint: { set: strict }").contains("2 info-description note"))
    }

    @Test func rulesAreTurnedOffOnAndToOtherSeverities() {
        #expect(findings("lint: { rules: { tag-unique: off, operation-id: error } }") == ["5 operation-id error"])
        #expect(
            findings("lint: { set: minimal, rules: { tag-unique: note, operation-id: note } }")
                == ["5 operation-id note", "9 tag-unique note"])
        #expect(
            findings("lint: { set: minimal, rules: { info-contact: warning } }")
                == ["2 info-contact warning", "9 tag-unique error"])
    }

    @Test func placesHaveRulesOfTheirOwn() {
        let off = "rules: { operation-id: off }"
        #expect(findings("lint: { overrides: [{ paths: [/pets], \(off) }] }") == ["9 tag-unique error"])
        #expect(
            findings("lint: { overrides: [{ paths: ['/internal/*'], \(off) }] }")
                == ["5 operation-id warning", "9 tag-unique error"])
        #expect(findings("lint: { overrides: [{ files: ['*.yaml'], \(off) }] }") == ["9 tag-unique error"])
        let tags =
            "lint: { set: strict, rules: { operation-tags: error }, overrides: [{ operations: [listAll], rules: { operation-tags: off } }] }"
        #expect(findings(tags).filter { $0.contains("operation-tags") } == ["5 operation-tags error"])
    }

    @Test func mistakesOfTheConfigurationAreReported() {
        #expect(
            findings("lint: { set: loose, rules: { tag-uniqe: off, tag-unique: bad }, colour: red }").filter {
                $0.hasPrefix("config")
            } == [
                "config unknown-value: `loose` is none of `minimal`, `recommended`, `strict`",
                "config unknown-rule: there is no rule `tag-uniqe`",
                "config unknown-value: `bad` is none of `off`, `note`, `warning`, `error`",
                "config unknown-member: the configuration of `lint` has no member `colour`",
            ])
    }

    @Test(arguments: [
        ("get: {", "get: { x-lint-ignore: operation-id,"),
        ("get: {", "get: { x-lint-ignore: [tag-unique, operation-id],"),
        ("get: {", "get: { x-lint-ignore: true,"), ("  /pets:\n", "  /pets:\n    x-lint-ignore: operation-id\n"),
        ("    get:", "    # x-lint-ignore: operation-id\n    get:"),
        ("    get:", "    # x-lint-ignore: operation-tags, operation-id\n    # Why not.\n    get:"),
        ("    get:", "    # x-lint-ignore\n    get:"),
        ("{ description: Pets. } } }\n", "{ description: Pets. } } } # x-lint-ignore: operation-id\n"),
    ])
    func documentsIgnoreRules(old: String, new: String) throws {
        var text = Self.text
        let range = try #require(text.firstRange(of: old))
        text.replaceSubrange(range, with: new)
        #expect(findings("{}", text).map { $0.drop { $0 != " " } } == [" tag-unique error"])
    }

    @Test func otherRulesAreNotIgnored() {
        let text = Self.text.replacing("    get:", with: "    # x-lint-ignore: tag-unique\n    get:")
        #expect(findings("{}", text).contains { $0.contains("operation-id") })
    }
}
