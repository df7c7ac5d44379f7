import Foundation
import OpenAPIModel
import Testing

@testable import OpenAPIAnalysis

/// The JSON Schema Test Suite, read where the shared test data is there.
@Suite struct SchemaSuiteTests {
    private static let folder: URL = {
        let shared =
            ProcessInfo.processInfo.environment["TRUNKLINE_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../../shared").standardizedFileURL
        return shared.appendingPathComponent("suites/json-schema")
    }()

    /// Documents of the suite that schemas refer to; nothing else can be read.
    private static func remote(_ address: String) -> [UInt8]? {
        let prefix = "http://localhost:1234/"
        guard address.hasPrefix(prefix) else { return nil }
        let file = folder.appendingPathComponent("remotes").appendingPathComponent(
            String(address.dropFirst(prefix.count)))
        return (try? Data(contentsOf: file)).map(Array.init)
    }

    /// Runs the cases of a folder; the names of those that come out otherwise than the suite says.
    private func failures(_ folder: String, _ dialect: SchemaDialect, assertsFormats: Bool = false) throws -> Set<
        String
    > {
        let folderURL = Self.folder.appendingPathComponent("tests/\(folder)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folderURL.path)) ?? []
        if names.isEmpty { print("JSON Schema Test Suite skipped: no folder \(folderURL.path)") }
        #expect(names.isEmpty || names.count > 5)
        var failures: Set<String> = []
        for name in names.sorted() where name.hasSuffix(".json") {
            let bytes = try Data(contentsOf: folderURL.appendingPathComponent(name))
            failures.formUnion(run(Array(bytes), name, dialect, assertsFormats))
        }
        return failures
    }

    private func run(_ bytes: [UInt8], _ name: String, _ dialect: SchemaDialect, _ assertsFormats: Bool) -> Set<String>
    {
        var files = SourceFiles()
        var arena = NodeArena()
        var diagnostics = Diagnostics()
        let file = files.add(SourceFile(path: name, bytes: bytes))
        guard let root = parse(file: file, in: files, into: &arena, diagnostics: &diagnostics) else { return [name] }
        var failures: Set<String> = []
        for group in arena.elements(of: root) {
            guard let schema = arena.value(in: group, for: "schema"), let tests = arena.value(in: group, for: "tests")
            else { return [name] }
            let checker = SchemaChecker(
                arena: arena, files: files, dialect: dialect, assertsFormats: assertsFormats, load: Self.remote,
                bound: { _ in nil })
            checker.addDocument(schema, address: "https://suite.invalid/\(name)", dialect)
            for test in arena.elements(of: tests) {
                guard let data = arena.value(in: test, for: "data"), let valid = arena.value(in: test, for: "valid")
                else { return [name] }
                let isValid = checker.check(data, against: schema).isEmpty
                guard isValid != arena.boolean(valid) else { continue }
                let words = [group, test].map { arena.value(in: $0, for: "description").flatMap(arena.string) ?? "" }
                failures.insert("\(name): \(words.joined(separator: ": "))")
            }
        }
        return failures
    }

    @Test func requiredCasesOfDraft2020() throws {
        expect(try failures("draft2020-12", SchemaDialect(.draft2020)), [])
    }

    @Test func requiredCasesOfDraft4() throws {
        expect(try failures("draft4", SchemaDialect(.draft4)), [])
    }

    /// What comes out otherwise than optional cases say, which is as it should be: `1.0` is an integer in OpenAPI 3.0.
    private static let optionalFailures: Set<String> = [
        "zeroTerminatedFloats.json: some languages do not distinguish between different types of numeric value: "
            + "a float is not an integer even without fractional part"
    ]

    /// Host names: what needs the direction in which scalars are written, of which Swift knows nothing, and one that
    /// later drafts turned around.
    private static let formatFailures = Set(
        [
            "A-label that decodes to a Bidi rule violation is invalid",
            "Bidi domain name with a digit-first label is invalid",
            "label starting with a digit before a right-to-left letter is invalid",
            "left-to-right label containing a right-to-left letter is invalid",
            "right-to-left label mixing both digit types is invalid",
        ]
        .map { "idn-hostname.json: validation of internationalized host names: \($0)" }
            + ["hostname.json: validation of host names: hostname with consecutive hyphens (RFC1123)"])

    @Test func optionalCases() throws {
        let found = try failures("draft2020-12/optional", SchemaDialect(.draft2020))
        let older = try failures("draft4/optional", SchemaDialect(.draft4))
        expect(found.union(older), Self.optionalFailures)
    }

    @Test func formatsAsAssertions() throws {
        let found = try failures("draft2020-12/optional/format", SchemaDialect(.draft2020), assertsFormats: true)
        let older = try failures("draft4/optional/format", SchemaDialect(.draft4), assertsFormats: true)
        expect(found.union(older), Self.formatFailures)
    }

    /// Compares in both directions, so that a case that has come to pass leaves the list.
    private func expect(_ found: Set<String>, _ listed: Set<String>) {
        guard FileManager.default.fileExists(atPath: Self.folder.path) else { return }
        #expect(found.subtracting(listed).sorted() == [])
        #expect(listed.subtracting(found).sorted() == [])
    }
}
