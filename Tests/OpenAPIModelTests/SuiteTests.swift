import Foundation
import Testing

@testable import OpenAPIModel

/// The suites of the standards' authors, read where the shared test data is there.
@Suite struct SuiteTests {
    private func files(in folder: String, ending: String) -> [URL] {
        let root = CorpusTests.shared.appendingPathComponent("suites/\(folder)")
        guard let walker = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else { return [] }
        let found = walker.compactMap { $0 as? URL }.filter { $0.lastPathComponent.hasSuffix(ending) }
        if found.isEmpty { print("suite tests skipped: nothing in \(root.path)") }
        return found.sorted { $0.path < $1.path }
    }

    @Test func jsonTextsAreAcceptedAndRejected() throws {
        for url in files(in: "json", ending: ".json") {
            let parsed = Parsed(bytes: [UInt8](try Data(contentsOf: url)), path: "a.json")
            let errors = parsed.diagnostics.list.filter { $0.rule != "duplicate-key" }
            if url.lastPathComponent.hasPrefix("y_") { #expect(errors.isEmpty, "\(url.lastPathComponent)") }
            if url.lastPathComponent.hasPrefix("n_") { #expect(!errors.isEmpty, "\(url.lastPathComponent)") }
        }
    }

    /// Documents that are structurally right and have references that lead nowhere we go, by the rule that says so.
    private static let known = [
        "3.1/pass/security-scheme-object-examples.yaml": ["remote-reference"],
        "3.2/pass/security-scheme-object-examples.yaml": ["remote-reference"],
        "3.2/pass/mega.yaml": ["unresolved-reference"],
    ]

    @Test func passingDocumentsHaveNoErrors() throws {
        for url in files(in: "openapi", ending: ".yaml") where url.path.contains("/pass/") {
            let bytes = [UInt8](try Data(contentsOf: url))
            var files = SourceFiles()
            var diagnostics = Diagnostics()
            let provider = FileProvider { _ in bytes }
            _ = bind(entry: url.lastPathComponent, provider: provider, files: &files, diagnostics: &diagnostics)
            let errors = diagnostics.sorted.filter { $0.severity == .error }
            let name = url.pathComponents.suffix(3).joined(separator: "/")
            #expect(errors.map(\.rule) == SuiteTests.known[name] ?? [], "\(render(errors, files: files, color: false))")
        }
    }
}
