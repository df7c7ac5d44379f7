import Foundation
import Testing

@testable import OpenAPIModel

/// Real specifications, read where the shared test data is there.
@Suite struct CorpusTests {
    static let shared: URL = {
        if let path = ProcessInfo.processInfo.environment["TRUNKLINE_SHARED"] { return URL(fileURLWithPath: path) }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return root.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
    }()

    static var entries: [String] {
        let folder = shared.appendingPathComponent("corpus")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let files = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted()
        return files
            + ["digitalocean/specification/DigitalOcean-public.v2.yaml"].filter {
                FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
            }
    }

    /// What each document has wrong, by rule and number; every one of them was looked at, all others have nothing.
    private static let findings: [String: [String: Int]] = [
        // Members beside `$ref` in schemas of OpenAPI 3.0.
        "asana.yaml": ["ignored-sibling": 33],
        // `example` and `required` beside references to parameters.
        "cafe.yaml": ["ignored-sibling": 8],
        // `nullable` in 3.1, `exclusiveMinimum: true` in 3.1, misspelled and old keywords such as `min_items`.
        "openai.yaml": ["older-member": 112, "unknown-member": 7, "wrong-type": 7],
        // `404/596:` as a status.
        "tomtom.yaml": ["bad-status": 18],
        // `$ref` in the place of operations and texts.
        "digitalocean/specification/DigitalOcean-public.v2.yaml": ["unexpected-reference": 667],
    ]

    @Test func everySpecificationIsReadAndItsMistakesAreFound() {
        if CorpusTests.entries.isEmpty { print("corpus tests skipped: no folder \(CorpusTests.shared.path)/corpus") }
        for name in CorpusTests.entries {
            let read = read(name)
            let rules = Dictionary(grouping: read.diagnostics.list, by: \.rule).mapValues(\.count)
            #expect(rules == CorpusTests.findings[name] ?? [:], "\(name)")
            #expect(read.diagnostics.list.allSatisfy { $0.range != nil })
            #expect(read.description?.document.paths?.items.isEmpty == false, "\(name)")
        }
    }

    @Test func digitalOceanIsReadAsAWhole() {
        let name = "digitalocean/specification/DigitalOcean-public.v2.yaml"
        guard CorpusTests.entries.contains(name) else { return }
        let read = read(name)
        #expect(read.files.ids.count == Set(read.files.ids.map { read.files[$0].path }).count)
        #expect(read.files.ids.count > 1500)
        for finding in read.diagnostics.list {
            let text = finding.range.map(read.files.text) ?? ""
            #expect(text.contains(".yml"), "\(finding.message) at \(text)")
        }
    }

    @Test func everyFileOfDigitalOceanIsYAML() throws {
        let folder = CorpusTests.shared.appendingPathComponent("corpus/digitalocean")
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
            let parsed = Parsed(bytes: [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))), path: name)
            #expect(parsed.reports == [], "\(name)")
        }
    }

    private func read(_ name: String) -> (description: Description?, files: SourceFiles, diagnostics: Diagnostics) {
        let provider = FileProvider { path in [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }
        var files = SourceFiles()
        var diagnostics = Diagnostics()
        let path = CorpusTests.shared.appendingPathComponent("corpus/\(name)").path
        let description = bind(entry: path, provider: provider, files: &files, diagnostics: &diagnostics)
        return (description, files, diagnostics)
    }
}
