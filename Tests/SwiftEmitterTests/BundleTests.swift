import Foundation
import OpenAPIModel
import SwiftEmitter
import Testing

/// A bundle says the same as the files that it was made of.
@Suite struct BundleTests {
    @Test(arguments: Golden.all(.generate) + Golden.all(.bundle)) func aBundleGivesTheSameModule(golden: Golden) {
        var first = golden.generation
        guard let bundle = first.bundle() else { return }
        #expect(files(golden.generation) == files(generation(golden, bundle)))
        var second = generation(golden, bundle)
        #expect(second.bundle() == bundle, "a bundle of the bundle is another one")
    }

    @Test func digitalOceanGivesTheSameModule() throws {
        let root = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
        let shared =
            ProcessInfo.processInfo.environment["TRUNKLINE_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? root.deletingLastPathComponent().appendingPathComponent("shared")
        let folder = shared.appendingPathComponent("corpus/digitalocean/specification")
        guard FileManager.default.fileExists(atPath: folder.path) else {
            return print("bundle of DigitalOcean skipped: no folder \(folder.path)")
        }
        let whole = Generation(entry: "DigitalOcean-public.v2.yaml") { path in
            Array(try Data(contentsOf: folder.appendingPathComponent(path)))
        }
        var first = whole
        let text = first.bundle()
        let bundle = try #require(text)
        let bundled = Generation(entry: "DigitalOcean-public.v2.yaml") { _ in Array(bundle.utf8) }
        #expect(files(whole) == files(bundled))
        var second = bundled
        #expect(second.bundle() == bundle)
    }

    @Test(arguments: Golden.all(.generate) + Golden.all(.bundle)) func jsonSaysTheSame(golden: Golden) {
        var first = golden.generation
        guard let bundle = first.bundle(isJSON: true) else { return }
        #expect(files(golden.generation) == files(generation(golden, bundle, entry: "openapi.json")))
    }

    private func generation(_ golden: Golden, _ bundle: String, entry: String = "openapi.yaml") -> Generation {
        Generation(configuration: golden.expected("trunkline.yaml"), entry: entry) { _ in Array(bundle.utf8) }
    }

    private func files(_ generation: Generation) -> [String] {
        var run = generation
        return run.generate().map(\.text)
    }

    /// Every text and number that YAML might mistake comes back as it was, from YAML and from JSON.
    @Test(arguments: [false, true]) func valuesComeBack(isJSON: Bool) throws {
        let golden = Golden(stage: .bundle, name: "texts")
        var first = golden.generation
        let bundle = try #require({ first.bundle(isJSON: isJSON) }())
        let values = { (text: String, path: String) throws -> [String] in
            var files = SourceFiles()
            var arena = NodeArena()
            var diagnostics = Diagnostics()
            let file = files.add(SourceFile(path: path, bytes: Array(text.utf8)))
            let root = try #require(parse(file: file, in: files, into: &arena, diagnostics: &diagnostics))
            #expect(diagnostics.isEmpty)
            let schema = JSONPointer(tokens: path == "more.yaml" ? [] : ["components", "schemas", "more"])
            return arena.node(at: schema, from: root).map { described($0, arena) } ?? []
        }
        let original = try #require(golden.expected("more.yaml"))
        let read = try values(bundle, isJSON ? "openapi.json" : "openapi.yaml")
        #expect(read.count > 80)
        #expect(try values(original, "more.yaml").map { isJSON ? inJSON($0) : $0 } == read)
    }

    /// References that stand for one another twice each would make a bundle of any size.
    @Test(.timeLimit(.minutes(1)), arguments: [true, false]) func bundlesAreBounded(isExtension: Bool) {
        let chain = (0..<40).map { index in
            "o\(index): { encoding: { a: { $ref: 'more.yaml#/o\(index + 1)' }, b: { $ref: 'more.yaml#/o\(index + 1)' } } }\n"
        }
        let more = chain.joined() + "o40: {}\n"
        let first =
            isExtension
            ? "x-a: { $ref: 'more.yaml#/o0' }"
            : "components: { mediaTypes: { m: { encoding: { a: { $ref: 'more.yaml#/o0' } } } } }"
        let entry = "openapi: 3.2.0\ninfo: { title: T, version: '1' }\npaths: {}\n\(first)\n"
        var generation = Generation { path in Array((path == "more.yaml" ? more : entry).utf8) }
        #expect(generation.bundle() == nil)
        #expect(generation.diagnostics.list.contains { $0.rule == "too-many-expansions" })
    }

    /// The scalars and keys in a node, with their kinds.
    private func described(_ node: Node, _ arena: NodeArena) -> [String] {
        switch arena.kind(node) {
        case .mapping: arena.entries(of: node).flatMap { ["key \($0.key)"] + described($0.value, arena) } + ["end"]
        case .sequence: arena.elements(of: node).flatMap { described($0, arena) } + ["end"]
        case .string: ["string \(Array((arena.string(node) ?? "").unicodeScalars))"]
        case .boolean: ["boolean \(arena.boolean(node) == true)"]
        case .null: ["null"]
        case .integer, .number: ["number \(arena.number(node) ?? "")"]
        }
    }

    /// A number as JSON spells it.
    private func inJSON(_ text: String) -> String {
        let spellings = ["0x1F": "31", "0o17": "15", "+1": "1", ".5": "0.5", "1.": "1", "007": "7"]
        return spellings.first { text == "number \($0.key)" }.map { "number \($0.value)" } ?? text
    }
}
