import Foundation
import OpenAPIModel
import Testing

@testable import OpenAPIAnalysis

/// What is known of the rules of other linters, and how their patterns of files are read.
@Suite struct RulesetTests {
    @Test(arguments: RulesetTool.allCases) func everyCounterpartIsARule(tool: RulesetTool) {
        let names = tool.counterparts.map(\.name)
        #expect(Set(names).count == names.count)
        for counterpart in tool.counterparts {
            #expect(!counterpart.rules.isEmpty)
            for id in counterpart.rules { #expect(Rule.byID[id] != nil, "\(counterpart.name): \(id)") }
        }
    }

    /// `docs/Validation.md` has the tables between two comments.
    @Test func thePageHasTheTables() throws {
        let file = Repository.root.appendingPathComponent("docs/Validation.md")
        let marks = ("<!-- counterparts: printed -->\n", "<!-- counterparts: end -->\n")
        let text = try String(contentsOf: file, encoding: .utf8)
        let start = try #require(text.range(of: marks.0)).upperBound
        let end = try #require(text.range(of: marks.1)).lowerBound
        let printed = "\n" + counterpartTables() + "\n"
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try Data(text.replacingCharacters(in: start..<end, with: printed).utf8).write(to: file)
        }
        let isFresh = text[start..<end] == printed
        #expect(isFresh, "the tables of docs/Validation.md are stale; UPDATE_GOLDENS=1 prints them anew")
    }

    @Test(arguments: [
        (".spectral.yaml", RulesetTool.spectral), (".spectral.json", .spectral), ("team.Spectral.yml", .spectral),
        ("redocly.yaml", .redocly), (".redocly.yaml", .redocly), ("trunkline.yaml", nil), ("lint.yaml", nil),
    ])
    func filesAreKnownByTheirNames(name: String, tool: RulesetTool?) {
        #expect(RulesetTool(fileName: name) == tool)
    }

    @Test(arguments: [
        ("openapi.yaml", ["openapi.yaml", "specs/openapi.yaml"], ["openapi.yamlx", "xopenapi.yaml"]),
        ("./specs/*.yaml", ["specs/a.yaml", "x/specs/a.yaml"], ["specs/a/b.yaml", "specs/a.json", "specsa.yaml"]),
        ("../specs/a.yaml", ["specs/a.yaml"], ["specs/b.yaml"]),
        ("legacy/**/*.y?ml", ["legacy/a.yaml", "legacy/v1/v2/a.yaml"], ["legacy/a.yml", "legacy.yaml", "new/a.yaml"]),
        ("legacy/**", ["legacy/a", "legacy/b/c.json"], ["legacyx"]), ("**", ["a", "a/b"], []),
        ("*", ["a", "b/a"], []), ("a?c", ["abc"], ["a/c", "ac"]), ("**/a*b*c", ["x/a1b2c", "abc"], ["a/b/c"]),
        ("é*.yaml", ["école.yaml"], ["ecole.yaml"]),
    ])
    func patternsOfFiles(pattern: String, matching: [String], others: [String]) throws {
        let read = try #require(FilePattern(pattern))
        for path in matching { #expect(read.matches(path), "\(pattern) \(path)") }
        for path in others { #expect(!read.matches(path), "\(pattern) \(path)") }
    }

    @Test(arguments: ["", "{a,b}.yaml", "[ab].yaml", "!a.yaml", "a(b|c)", String(repeating: "a", count: 301)])
    func otherPatternsAreNotRead(pattern: String) { #expect(FilePattern(pattern) == nil) }

    @Test func onlySoManyPlacesAreRead() {
        let places = (0..<600).map { "'a\($0).yaml'" }.joined(separator: ", ")
        let text = "overrides: [{ files: [\(places)], rules: { operation-tags: off } }]\n"
        var files = SourceFiles()
        var diagnostics = Diagnostics()
        let file = files.add(SourceFile(path: ".spectral.yaml", bytes: Array(text.utf8)))
        let settings = readRuleset(file, of: .spectral, for: "openapi.yaml", in: files, diagnostics: &diagnostics)
        #expect(settings.overrides.first?.places.count == 500)
        #expect(diagnostics.list.map(\.message) == ["the overrides name more than 500 places"])
    }

    /// A pattern is no way to make the tool run for long.
    @Test func aPatternTakesOneLookAtAPath() throws {
        let pattern = try #require(FilePattern(String(repeating: "*a", count: 149)))
        #expect(!pattern.matches(String(repeating: "a", count: 4000) + "b"))
    }
}
