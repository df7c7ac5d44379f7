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

    /// What JSON leaves open (`i_`) and this reader accepts; it rejects the others, each at its place.
    private static let acceptedJSON: Set<String> = [
        // A number keeps its text, however large it is.
        "i_number_double_huge_neg_exp", "i_number_huge_exp", "i_number_neg_int_huge_exp",
        "i_number_pos_double_huge_exp", "i_number_real_neg_overflow", "i_number_real_pos_overflow",
        "i_number_real_underflow", "i_number_too_big_neg_int", "i_number_too_big_pos_int",
        "i_number_very_big_negative_int",
        // A byte order mark tells the encoding.
        "i_string_UTF-16LE_with_BOM", "i_structure_UTF-8_BOM_empty_object",
        // The limit is 1000.
        "i_structure_500_nested_arrays",
    ]

    @Test func jsonTextsAreAcceptedAndRejected() throws {
        for url in files(in: "json", ending: ".json") {
            let name = url.deletingPathExtension().lastPathComponent
            let parsed = Parsed(bytes: [UInt8](try Data(contentsOf: url)), path: "a.json")
            // Equal keys are legal JSON; the first one is read and the others are reported.
            let errors = parsed.diagnostics.list.filter { $0.rule != "duplicate-key" }
            let isAccepted = name.hasPrefix("y_") || SuiteTests.acceptedJSON.contains(name)
            #expect(errors.isEmpty == isAccepted, "\(name): \(parsed.reports)")
            #expect((parsed.root != nil) == isAccepted, "\(name)")
            #expect(errors.allSatisfy { $0.range != nil }, "\(name)")
        }
    }

    /// Documents that are structurally right and name what they do not have, by the rule that says so.
    private static let known = [
        "3.1/pass/link-object-examples.yaml": ["unresolved-reference"],
        "3.2/pass/link-object-examples.yaml": ["unresolved-reference"],
        "3.1/pass/operation-object-example.yaml": ["unknown-security-scheme"],
        "3.2/pass/operation-object-example.yaml": ["unknown-security-scheme"],
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
