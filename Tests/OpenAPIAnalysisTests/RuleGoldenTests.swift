import Foundation
import OpenAPIModel
import Testing

@testable import OpenAPIAnalysis

/// `Tests/Goldens/rules` has a folder for every rule that validation checks: a document, and what the rule says of it.
///
/// `UPDATE_GOLDENS=1` records what comes out, makes the document from the rule's bad example where there is none, and fails.
@Suite struct RuleGoldenTests {
    private static let folder = Repository.root.appendingPathComponent("Tests/Goldens/rules")
    private static let isRecording = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

    private static let rules = Rule.all.filter { !$0.isFoundElsewhere }.map(\.id)

    @Test(arguments: rules) func finds(id: String) throws {
        let rule = try #require(Rule.all.first { $0.id == id })
        let folder = Self.folder.appendingPathComponent(id)
        if Self.isRecording { try record(rule, folder) }
        let printed = try printed(rule, folder)
        let expected =
            (try? String(contentsOf: folder.appendingPathComponent("diagnostics.txt"), encoding: .utf8)) ?? ""
        #expect(printed == expected, "\(id)")
        #expect(!expected.isEmpty, "\(id) finds nothing in its golden")
    }

    @Test func everyFolderIsThatOfARule() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { !$0.hasPrefix(".") }
        #expect(Set(names) == Set(Self.rules))
    }

    /// The documents of a case: `openapi.yaml` and, where versions differ, others such as `openapi-3.0.yaml`.
    private func documents(_ folder: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasPrefix("openapi") && $0.hasSuffix(".yaml") }.sorted()
    }

    private func printed(_ rule: Rule, _ folder: URL) throws -> String {
        documents(folder).map { name in
            let validated = Validated(entry: name, rules: [rule]) { path in
                Array(try Data(contentsOf: folder.appendingPathComponent(path)))
            }
            return validated.printed(validated.diagnostics.sorted.filter { $0.rule == rule.id })
        }
        .joined()
    }

    private func record(_ rule: Rule, _ folder: URL) throws {
        if documents(folder).isEmpty {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let text = RuleDocument.text(rule.bad, rule.levels.versions.last ?? .v3_2)
            try Data(text.utf8).write(to: folder.appendingPathComponent("openapi.yaml"))
        }
        let printed = try printed(rule, folder)
        let file = folder.appendingPathComponent("diagnostics.txt")
        guard (try? String(contentsOf: file, encoding: .utf8)) != printed else { return }
        try Data(printed.utf8).write(to: file)
        Issue.record("\(rule.id) was recorded: read it, then run again without UPDATE_GOLDENS")
    }
}
