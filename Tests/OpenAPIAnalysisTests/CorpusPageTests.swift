import Foundation
import OpenAPIModel
import Testing

@testable import OpenAPIAnalysis

/// `docs/Corpus.md` lists every error that real specifications have; each of them was looked at once.
@Suite struct CorpusPageTests {
    private static let file = Repository.root.appendingPathComponent("docs/Corpus.md")
    private static let corpus = Shared.folder.appendingPathComponent("corpus")

    private static let head = """
        # What real specifications have wrong

        Every finding of severity error in the specifications that this project is tried on, and why it is no false alarm. The
        lines are printed from the findings; a test fails where they differ, or where a rule has no reason here.
        `UPDATE_GOLDENS=1 swift test --filter CorpusPageTests` prints the page anew.


        """

    /// Why findings are right, by document and rule; each was looked at in the document.
    private static let reasons: [String: [String: String]] = [
        "buildomat.json": [
            "responses-empty":
                "The operation is a WebSocket; OpenAPI has `responses` hold at least one status all the same "
                + "(here it would be `101`)."
        ],
        "openai.yaml": [
            "wrong-type":
                "The document is OpenAPI 3.1 and says `exclusiveMinimum: true`, which is 3.0; in 3.1 it is a number."
        ],
        "tomtom.yaml": [
            "bad-status": "`404/596` stands for two statuses at once; a key is one status, a class or `default`."
        ],
        "digitalocean/specification/DigitalOcean-public.v2.yaml": [
            "scopes-without-meaning":
                "The document is OpenAPI 3.0, where only `oauth2` and `openIdConnect` have scopes. These "
                + "schemes are `http`; from 3.1 on the names would be legal, as roles.",
            "link-operation":
                "Links name operations of an earlier version: today they are `sshKeys_get` and `sshKeys_delete`.",
        ],
    ]

    private static let documents: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? []
        let files = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted()
        let split = "digitalocean/specification/DigitalOcean-public.v2.yaml"
        return files
            + [split].filter { FileManager.default.fileExists(atPath: corpus.appendingPathComponent($0).path) }
    }()

    @Test func thePageIsFresh() throws {
        guard !Self.documents.isEmpty else { return print("corpus page skipped: nothing in \(Self.corpus.path)") }
        let printed = Self.head + Self.documents.map(section).joined(separator: "\n")
        let old = (try? String(contentsOf: Self.file, encoding: .utf8)) ?? ""
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil { try Data(printed.utf8).write(to: Self.file) }
        let isFresh = old == printed
        #expect(isFresh, "docs/Corpus.md is stale; run with UPDATE_GOLDENS=1 and look at every error that is new")
    }

    private func section(_ name: String) -> String {
        let path = Self.corpus.appendingPathComponent(name).path
        let validated = Validated(entry: path, rules: LintSettings(set: .minimal).rules) { path in
            Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        }
        let errors = CheckedSpecification(
            input: path, files: validated.files, description: nil,
            findings: validated.diagnostics.sorted.filter { $0.severity == .error })
        let byRule = Dictionary(grouping: Report([errors]).findings, by: \.rule)
        let reasons = Self.reasons[name] ?? [:]
        #expect(Set(byRule.keys) == Set(reasons.keys), "\(name): every rule with an error has its reason")
        guard !byRule.isEmpty else { return "## \(name)\n\nNothing.\n" }
        let rows = byRule.keys.sorted().map { rule in
            "| \(rule) | \(places(byRule[rule] ?? [])) | \(reasons[rule] ?? "?") |\n"
        }
        return "## \(name)\n\n| rule | where | why |\n| --- | --- | --- |\n" + rows.joined()
    }

    /// The lines of findings, with the file where there are several; the rest of a long list is counted.
    private func places(_ findings: [Report.Finding]) -> String {
        let places = findings.compactMap(\.place)
        let hasOneFile = Set(places.map(\.path)).count == 1
        let shown = places.prefix(20).map { place in
            let name = place.path.split(separator: "/").suffix(2).joined(separator: "/")
            return hasOneFile ? "\(place.start.line)" : "`\(name):\(place.start.line)`"
        }
        let rest = places.count > shown.count ? " and \(places.count - shown.count) more" : ""
        return shown.joined(separator: ", ") + rest
    }
}
