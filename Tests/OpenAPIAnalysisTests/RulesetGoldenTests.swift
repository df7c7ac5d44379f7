import Foundation
import OpenAPIModel
import Testing

@testable import OpenAPIAnalysis

/// `Tests/Goldens/rulesets` has rulesets of other linters, each with a document and what is found in it with that ruleset.
///
/// `UPDATE_GOLDENS=1` records what comes out, and fails.
@Suite struct RulesetGoldenTests {
    private static let folder = Repository.root.appendingPathComponent("Tests/Goldens/rulesets")
    private static let cases = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { !$0.hasPrefix(".") }.sorted()

    @Test(arguments: cases) func finds(name: String) throws {
        let folder = Self.folder.appendingPathComponent(name)
        let printed = try printed(folder)
        let file = folder.appendingPathComponent("diagnostics.txt")
        let expected = try? String(contentsOf: file, encoding: .utf8)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1", expected != printed {
            try Data(printed.utf8).write(to: file)
        }
        #expect(expected == printed, "\(name)")
    }

    @Test func thereAreCases() { #expect(Self.cases.count >= 12) }

    private func printed(_ folder: URL) throws -> String {
        var validated = try self.validated(folder)
        validated.checked.apply(validated.settings)
        return render(validated.checked.findings, files: validated.checked.files, color: false)
    }

    private func validated(_ folder: URL) throws -> (checked: CheckedSpecification, settings: LintSettings) {
        var files = SourceFiles()
        var diagnostics = Diagnostics()
        let (tool, name) = try #require(ruleset(in: folder))
        let file = try #require(add(name, folder, &files))
        let settings = readRuleset(
            file, of: tool, ignored: tool.ignoreFileName.flatMap { add($0, folder, &files) }, for: "openapi.yaml",
            in: files, diagnostics: &diagnostics)
        let provider = FileProvider { Array(try Data(contentsOf: folder.appendingPathComponent($0))) }
        let description = bind(
            entry: "openapi.yaml", provider: provider, files: &files, diagnostics: &diagnostics)
        if let description { check(description, Configuration(), settings: settings, diagnostics: &diagnostics) }
        return (
            CheckedSpecification(
                input: "openapi.yaml", files: files, description: description, findings: diagnostics.sorted),
            settings
        )
    }

    private func ruleset(in folder: URL) -> (RulesetTool, String)? {
        for tool in RulesetTool.allCases {
            for name in tool.fileNames
            where FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path) {
                return (tool, name)
            }
        }
        return nil
    }

    private func add(_ name: String, _ folder: URL, _ files: inout SourceFiles) -> FileID? {
        let bytes = try? Data(contentsOf: folder.appendingPathComponent(name))
        return bytes.map { files.add(SourceFile(path: name, bytes: Array($0))) }
    }
}
