import BuiltProducts
import Foundation
import SwiftEmitter
import Testing

/// Generated Swift compiles without a warning, however the user compiles.
@Suite struct CompileTests {
    @Test(arguments: Compiler.Mode.allCases) func goldensCompile(mode: Compiler.Mode) throws {
        let folder = try TemporaryFolder()
        let files = Golden.all(.generate).flatMap(\.namespacedSwift)
        for file in files { try folder.write(file.text, to: file.name) }
        try #require(files.count > 90)
        let complaints = try Compiler.complaints(
            about: files.map { folder.url.appendingPathComponent($0.name) }, mode: mode)
        #expect(complaints == "")
    }

    @Test(arguments: ["IdentityCall", "TopCalls", "Vapi"], Compiler.Mode.allCases)
    func committedModulesCompile(module: String, mode: Compiler.Mode) throws {
        let folder = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Generated/\(module)")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        try #require(files.count == generatedFileNames.count)
        #expect(try Compiler.complaints(about: files, mode: mode) == "")
    }

    @Test(arguments: ["IdentityCallExamples", "TopCallsExamples", "VapiExamples"], Compiler.Mode.allCases)
    func committedExamplesCompile(module: String, mode: Compiler.Mode) throws {
        let file = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Generated/\(module)/Examples.swift")
        #expect(try Compiler.complaints(about: [file], mode: mode) == "")
    }
}
