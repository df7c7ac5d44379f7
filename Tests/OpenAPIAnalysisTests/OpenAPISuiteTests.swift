import Foundation
import OpenAPIModel
import Testing

@testable import OpenAPIAnalysis

/// The documents of OpenAPI's authors: every `fail` one has an error, no `pass` one has.
@Suite struct OpenAPISuiteTests {
    /// The rules of the errors in documents that pass the schema and break the specification's text, with what they break.
    private static let known: [String: Set<String>] = [
        // Parts of a document: the operations that the links lead to are left out.
        "3.1/pass/link-object-examples.yaml": ["unresolved-reference", "link-operation"],
        "3.2/pass/link-object-examples.yaml": ["unresolved-reference", "link-operation"],
        "3.1/pass/path_item_servers_parameters.yaml": ["link-operation"],
        "3.2/pass/path_item_servers_parameters.yaml": ["link-operation"],
        // The path has `{id}`, the parameter is `petId`, and the document declares no security scheme.
        "3.1/pass/operation-object-example.yaml": [
            "unknown-security-scheme", "unknown-path-parameter", "undeclared-path-parameter",
        ],
        "3.2/pass/operation-object-example.yaml": [
            "unknown-security-scheme", "unknown-path-parameter", "undeclared-path-parameter",
        ],
        // The path has no braces at all.
        "3.1/pass/parameter-object-examples.yaml": ["unknown-path-parameter"],
        "3.2/pass/parameter-object-examples.yaml": ["unknown-path-parameter"],
        // The scheme is on another machine, which is not asked here.
        "3.1/pass/security-scheme-object-examples.yaml": ["remote-reference"],
        "3.2/pass/security-scheme-object-examples.yaml": ["remote-reference"],
        // A parameter in `path` is not required, and a key of `content` has no slash.
        "3.1/pass/style-defaults.yaml": ["path-parameter-required", "bad-media-type"],
        // A discriminator maps to a component that is not there.
        "3.2/pass/mega.yaml": ["unresolved-reference"],
    ]

    private func documents() -> [URL] {
        let root = Shared.folder.appendingPathComponent("suites/openapi")
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        let documents = (found ?? []).filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
        if documents.isEmpty { print("suite tests skipped: nothing in \(root.path)") }
        return documents
    }

    @Test func documentsPassAndFailAsTheirFoldersSay() throws {
        for url in documents() {
            let bytes = [UInt8](try Data(contentsOf: url))
            let validated = Validated(entry: url.lastPathComponent) { _ in bytes }
            let errors = validated.diagnostics.list.filter { $0.severity == .error }
            let name = url.pathComponents.suffix(3).joined(separator: "/")
            if url.path.contains("/fail/") {
                #expect(!errors.isEmpty, "\(name) is accepted")
            } else {
                #expect(Set(errors.map(\.rule)) == Self.known[name] ?? [], "\(name)\n\(validated.printed(errors))")
            }
        }
    }
}
