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

    @Test func everySpecificationIsRead() {
        if CorpusTests.entries.isEmpty { print("corpus tests skipped: no folder \(CorpusTests.shared.path)/corpus") }
        for name in CorpusTests.entries { read(name) }
    }

    private func read(_ name: String) {
        let provider = FileProvider { path in [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }
        var files = SourceFiles()
        var diagnostics = Diagnostics()
        let path = CorpusTests.shared.appendingPathComponent("corpus/\(name)").path
        let clock = ContinuousClock()
        var description: Description?
        let time = clock.measure {
            description = bind(entry: path, provider: provider, files: &files, diagnostics: &diagnostics)
        }
        let rules = Dictionary(grouping: diagnostics.list, by: { "\($0.severity) \($0.rule)" }).mapValues(\.count)
        let counts = rules.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        print(
            "\(name): \(time), \(files.ids.count) files, \(description?.arena.count ?? 0) nodes, "
                + "\(description?.schemas.count ?? 0) schemas; \(counts)")
        if ProcessInfo.processInfo.environment["TRUNKLINE_SHOW"] != nil {
            var shown: [String: Int] = [:]
            let sample = diagnostics.sorted.filter {
                shown[$0.rule, default: 0] += 1; return shown[$0.rule, default: 0] <= 4
            }
            print(render(sample, files: files, color: false))
        }
        #expect(description != nil)
        #expect(description?.document.paths?.items.isEmpty == false)
    }
}
