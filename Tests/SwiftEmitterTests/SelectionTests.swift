import OpenAPIModel
import Testing
import TrunklineRuntime

/// What is chosen of a specification is called as it is in the whole.
@Suite struct SelectionTests {
    @Test(arguments: 0..<12) func namesDoNotChangeBySelecting(seed: Int) throws {
        let specification = RandomSpecification(seed: seed, names: OddNames.fixed, schemas: 10, operations: 8)
        let whole = declarations(specification.text, "{}")
        let ids = try operationIDs(specification.text)
        var random = SeededGenerator(seed: seed)
        let operations = random.some(ids, atMost: 4)
        let schemas = random.some(specification.schemaNames, atMost: 3)
        for (key, selection) in [
            ("include", ["operations": operations]), ("exclude", ["operations": operations, "schemas": schemas]),
        ] {
            let lists = selection.mapValues { JSONValue.array($0.map(JSONValue.string)) }
            let chosen = lists.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
            let part = declarations(specification.text, "{ \(chosen) }", key: key)
            #expect(part.isSubset(of: whole), "seed \(seed): \(part.subtracting(whole)) with \(key): \(chosen)")
            #expect(!part.isEmpty, "seed \(seed) with \(key): \(chosen)")
        }
    }

    private func operationIDs(_ text: String) throws -> [String] {
        var files = SourceFiles()
        var diagnostics = Diagnostics()
        let provider = FileProvider { _ in Array(text.utf8) }
        let description = bind(entry: "openapi.json", provider: provider, files: &files, diagnostics: &diagnostics)
        return resolve(try #require(description), Configuration(), diagnostics: &diagnostics).operations.map(\.id)
    }

    /// The names of types and methods that a selection of a specification declares.
    private func declarations(_ text: String, _ selection: String, key: String = "servers") -> Set<String> {
        let configuration = "specification: openapi.json\nmodule: Random\n\(key): \(selection)\n"
        var generation = Generation(configuration: configuration, entry: "openapi.json") { _ in Array(text.utf8) }
        let lines = generation.generate().flatMap { $0.text.split(separator: "\n") }
        let heads = lines.compactMap { line -> String? in
            let pattern = /(?:public nonisolated (?:indirect )?(?:struct|enum)|public func) ([^ :(<]+)/
            return line.firstMatch(of: pattern).map { String($0.1) }
        }
        return Set(heads)
    }
}
