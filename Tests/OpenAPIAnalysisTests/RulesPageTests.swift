import Foundation
import Testing

@testable import OpenAPIAnalysis

/// `docs/Rules.md` is printed from the rules, and every finding has a rule.
@Suite struct RulesPageTests {
    @Test func thePageIsFresh() throws {
        let file = Repository.root.appendingPathComponent("docs/Rules.md")
        let printed = rulesDocument()
        let old = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil { try Data(printed.utf8).write(to: file) }
        let isFresh = old == printed
        #expect(isFresh, "docs/Rules.md is stale; run with UPDATE_GOLDENS=1 and read what changed")
    }

    /// The texts of the sources that make findings.
    private static let sources: [String] = [
        "OpenAPIModel", "OpenAPIAnalysis/Lint", "OpenAPIAnalysis/Schema", "SwiftEmitter", "trunkline",
    ].flatMap { folder in
        let root = Repository.root.appendingPathComponent("Sources/\(folder)")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        // The names of other linters' rules are none here.
        let own = (files ?? []).filter { $0.pathExtension == "swift" && $0.lastPathComponent != "Counterparts.swift" }
        return own.compactMap {
            try? String(contentsOf: $0, encoding: .utf8)
        }
    }

    /// What other commands than `validate` report.
    private static let otherCommands: Set<String> = [
        "missing-output", "not-bundled", "not-json", "mixed-versions", "operation-left-out", "address-left-out",
    ]

    @Test func everyFindingHasARule() {
        let made =
            #/(?:error|warning|report|reportAlias|fail|rule:|Diagnostic|init)\(?\s*(?:\.\w+,\s*)?"([a-z]+(?:-[a-z]+)+)",/#
        let reported = Set(Self.sources.flatMap { $0.matches(of: made).map { String($0.1) } })
        #expect(reported.subtracting(Rule.all.map(\.id)) == Self.otherCommands)
    }

    @Test func everyRuleIsReportedBySomebody() {
        for rule in Rule.all where rule.isFoundElsewhere {
            #expect(Self.sources.contains { $0.contains("\"\(rule.id)\"") }, "\(rule.id)")
        }
    }
}
