import BuiltProducts
import Foundation
import Testing

/// `trunkline validate` in a pipeline: formats, files, severities, baselines, revisions.
@Suite struct ValidateTests {
    private static let bad = Workplace.pets.replacing("paths:", with: "tags: [{ name: pets }, { name: pets }]\npaths:")

    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.folder.write(Self.bad, to: "bad.yaml")
        return place
    }

    @Test func formatsGoToOutputAndToFiles() throws {
        let place = try place()
        let result = try place.trunkline(
            "validate", "bad.yaml", "--format", "github", "--output", "sarif=report.sarif", "--output",
            "junit=report.xml")
        #expect(result.status == 1)
        #expect(result.output.hasPrefix("::error file=bad.yaml,line=4,"), "\(result.output)")
        #expect(result.errors == "1 specification: 1 error, 0 warnings\n")
        #expect(try place.folder.text("report.sarif").contains("\"ruleId\":\"tag-unique\""))
        #expect(try place.folder.text("report.xml").contains("<failure type=\"tag-unique\""))
    }

    @Test(arguments: [
        ["--output", "nonsense=a"], ["--output", "a.sarif"], ["--format", "pdf"], ["--update-baseline"],
        ["--max-findings", "-1"], ["--fail-severity", "bad"],
    ])
    func badOptionsEndWithTwo(arguments: [String]) throws {
        let place = try place()
        let tool = try #require(BuiltProducts.executable("trunkline"))
        let result = try Command(tool, ["validate", "bad.yaml"] + arguments, in: place.folder.url).run()
        #expect(result.status == 2)
    }

    @Test func theSeverityThatFailsIsChosen() throws {
        let place = try place()
        try place.folder.write(
            Workplace.pets.replacing("operationId: listPets", with: "summary: Pets"), to: "warned.yaml")
        #expect(try place.trunkline("validate", "bad.yaml", "--fail-severity", "never").status == 0)
        #expect(try place.trunkline("validate", "warned.yaml").status == 0)
        #expect(try place.trunkline("validate", "warned.yaml", "--fail-severity", "warning").status == 1)
        #expect(try place.trunkline("validate", "warned.yaml", "--fail-severity", "note").status == 1)
    }

    @Test func aFileThatCannotBeWrittenEndsWithTwo() throws {
        let result = try place().trunkline("validate", "bad.yaml", "--output", "json=none/report.json")
        #expect(result.status == 2)
        #expect(result.errors.contains("none/report.json"))
    }

    @Test func aBaselineLeavesOutWhatIsKnown() throws {
        let place = try place()
        #expect(try place.trunkline("validate", "bad.yaml", "--baseline", "known.json").status == 2)
        let written = try place.trunkline("validate", "bad.yaml", "--baseline", "known.json", "--update-baseline")
        #expect(written.status == 0)
        #expect(written.output == "1 specification: 0 errors, 0 warnings (1 known before)\n")
        try place.folder.write("# Moved.\n" + Self.bad, to: "bad.yaml")
        #expect(try place.trunkline("validate", "bad.yaml", "--baseline", "known.json").status == 0)
        try place.folder.write(Self.bad.replacing("description: The pets", with: "descriptio: x"), to: "bad.yaml")
        let new = try place.trunkline("validate", "bad.yaml", "--baseline", "known.json")
        #expect(new.status == 1)
        #expect(!new.errors.contains("tag-unique"))
    }

    @Test func aRevisionLeavesOutWhatItHas() throws {
        let git = URL(fileURLWithPath: "/usr/bin/git")
        guard FileManager.default.isExecutableFile(atPath: git.path) else {
            return print("revisions skipped: there is no /usr/bin/git")
        }
        let place = try place()
        let words = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
        for arguments in [["init", "-q"], ["add", "."], words + ["commit", "-qm", "First"]] {
            #expect(try Command(git, arguments, in: place.folder.url).run().status == 0)
        }
        let changed = Self.bad.replacing("{ name: pets }]", with: "{ name: pets }, { name: dogs }, { name: dogs }]")
        try place.folder.write(changed, to: "bad.yaml")
        let result = try place.trunkline("validate", "bad.yaml", "--only-changed", "HEAD")
        #expect(result.status == 1)
        #expect(result.output == "1 specification: 1 error, 0 warnings (1 known before)\n", "\(result.errors)")
        #expect(result.errors.contains("`dogs`"))
        #expect(try place.trunkline("validate", "bad.yaml", "--only-changed", "nonsense").status == 2)
        try place.folder.write(Self.bad, to: "new.yaml")
        #expect(try place.trunkline("validate", "new.yaml", "--only-changed", "HEAD").status == 1)
    }

    @Test func aConfigurationBesideTheSpecificationIsRead() throws {
        let place = try place()
        try place.folder.write("lint: { rules: { tag-unique: off } }\n", to: "trunkline.yaml")
        #expect(try place.trunkline("validate", "bad.yaml").status == 0)
        try place.folder.write("lint: { rules: { tag-unique: warning } }\n", to: "other.yaml")
        let other = try place.trunkline("validate", "bad.yaml", "--config", "other.yaml")
        #expect((other.status, other.output) == (0, "1 specification: 0 errors, 1 warning\n"))
        #expect(try place.trunkline("validate", "bad.yaml", "--config", "none.yaml").status == 2)
        let strict = try place.trunkline("validate", "pets/openapi.yaml", "--rule-set", "strict", "--format", "jsonl")
        #expect(strict.output.contains("info-contact"))
    }

    @Test func rulesetsOfOtherLintersAreTakenWithoutSettings() throws {
        let place = try place()
        try place.folder.write("rules: { openapi-tags-uniqueness: warn, house-style: off }\n", to: ".spectral.yaml")
        let spectral = try place.trunkline("validate", "bad.yaml")
        #expect((spectral.status, spectral.output) == (0, "1 specification: 0 errors, 1 warning\n"))
        #expect(
            spectral.errors.hasPrefix("rules are taken from .spectral.yaml as far as they have a counterpart\n"),
            "\(spectral.errors)")
        #expect(spectral.errors.contains(".spectral.yaml:1:41: note: `house-style` is not read"), "\(spectral.errors)")
        #expect(try !place.trunkline("validate", "bad.yaml", "--quiet").errors.contains("rules are taken"))
        // A file beside the specification comes first, and a configuration that says nothing of rules is passed over.
        try place.folder.write(Self.bad, to: "specs/bad.yaml")
        try place.folder.write("module: Pets\n", to: "specs/trunkline.yaml")
        try place.folder.write("rules: { no-duplicated-tag-names: off }\n", to: "specs/redocly.yaml")
        let redocly = try place.trunkline("validate", "specs/bad.yaml")
        #expect(redocly.status == 0)
        #expect(redocly.errors.hasPrefix("rules are taken from specs/redocly.yaml "), "\(redocly.errors)")
        try place.folder.write(
            "specs/bad.yaml:\n  tag-description: ['#/tags']\n", to: "specs/.redocly.lint-ignore.yaml")
        #expect(try !place.trunkline("validate", "specs/bad.yaml").errors.contains("tag-description"))
        try place.folder.write("lint: { rules: { tag-unique: error } }\n", to: "specs/trunkline.yaml")
        let own = try place.trunkline("validate", "specs/bad.yaml")
        #expect((own.status, own.errors.contains("rules are taken")) == (1, false))
        let named = try place.trunkline("validate", "specs/bad.yaml", "--config", ".spectral.yaml")
        #expect(named.status == 0)
    }

    @Test func aRulesetThatIsNoneIsAnError() throws {
        let place = try place()
        try place.folder.write("rules: { operation-tags: loud }\n", to: ".spectral.yaml")
        let result = try place.trunkline("validate", "pets/openapi.yaml")
        #expect(result.status == 1)
        #expect(result.errors.contains(".spectral.yaml:1:26: error: `operation-tags` is `loud`"), "\(result.errors)")
        try place.folder.write("rules: [\n", to: ".spectral.yaml")
        #expect(try place.trunkline("validate", "pets/openapi.yaml").errors.contains("[yaml-syntax]"))
    }

    @Test func rulesAreListedAndExplained() throws {
        let place = try place()
        let rules = try place.trunkline("rules")
        #expect(rules.status == 0)
        #expect(rules.output.hasPrefix("tag-unique "))
        let page = try place.trunkline("explain", "tag-unique")
        #expect(page.output.contains("tags: [{ name: pets }, { name: pets }]"))
        let unknown = try place.trunkline("explain", "tag-uniqe")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("did you mean `tag-unique`?"))
    }

    /// What CI systems are told to run are options that exist.
    @Test(arguments: ["action.yml", ".pre-commit-hooks.yaml", "ci/gitlab.yml", "docs/Validation.md"])
    func filesForCIUseOptionsThatExist(path: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        let help = try place().trunkline("validate", "--help").output
        let others: Set<Substring> = ["--no-install-recommends", "--depth", "--package-path", "--product"]
        let options = Set(text.matches(of: /[ (`](--[a-z][a-z-]+)/).map(\.1)).subtracting(others)
        #expect(!options.isEmpty)
        for option in options { #expect(help.contains(option), "\(path): \(option)") }
    }
}
