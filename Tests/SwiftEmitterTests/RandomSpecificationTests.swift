import BuiltProducts
import Foundation
import OpenAPIModel
import SwiftEmitter
import Testing

/// Whatever a valid specification says, the module compiles without a warning.
@Suite struct RandomSpecificationTests {
    /// `TRUNKLINE_SEED=7` makes other documents; a failure names the document's namespace, which ends with its seed.
    private static let firstSeed = ProcessInfo.processInfo.environment["TRUNKLINE_SEED"].flatMap { Int($0) } ?? 0
    private static let seeds = firstSeed * 1000..<firstSeed * 1000 + 120

    @Test(arguments: [Compiler.Mode.swift6, .swift5, .mainActorByDefault])
    func randomDocumentsCompile(mode: Compiler.Mode) throws {
        let folder = try TemporaryFolder()
        var files: [URL] = []
        for seed in Self.seeds {
            let namespace = "Random\(seed)"
            let text = RandomSpecification(seed: seed).text
            var generation = Generation(
                configuration: """
                    specification: openapi.json
                    module: Random
                    namespace: \(namespace)
                    validate: \(seed.isMultiple(of: 2))

                    """,
                entry: "openapi.json"
            ) { _ in Array(text.utf8) }
            let generated = generation.generate()
            let errors = generation.diagnostics.list.filter { $0.severity == .error }
            #expect(
                errors.isEmpty, "seed \(seed): \(render(errors, files: generation.files, color: false).prefix(600))")
            for file in generated {
                try folder.write(file.text, to: "\(namespace)-\(file.path)")
                files.append(folder.url.appendingPathComponent("\(namespace)-\(file.path)"))
            }
        }
        try #require(files.count == Self.seeds.count * generatedFileNames.count)
        let complaints = try Compiler.complaints(about: files, mode: mode)
        #expect(complaints == "", "\(complaints.prefix(5000))")
    }

    @Test func aSeedRepeatsItsDocument() {
        for seed in Self.seeds.prefix(5) {
            #expect(RandomSpecification(seed: seed).text == RandomSpecification(seed: seed).text)
        }
    }
}
