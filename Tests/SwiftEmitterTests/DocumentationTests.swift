import BuiltProducts
import Foundation
import Testing

/// Whatever a specification says about itself, DocC has nothing to say about the module.
@Suite struct DocumentationTests {
    @Test func goldensAreDocumentedWithoutAWarning() throws {
        guard try run(["docc", "--help"]).status == 0 else {
            return print("the documentation of goldens skipped: there is no docc")
        }
        let modules = try #require(BuiltProducts.modules, "the build's Modules folder was not found").path
        let folder = try TemporaryFolder()
        let files = Golden.all(.generate).flatMap(\.namespacedSwift)
        for file in files { try folder.write(file.text, to: file.name) }
        try folder.write("", to: "symbols/keep")
        let flags = ["-emit-module", "-wmo", "-parse-as-library", "-swift-version", "6", "-package-name", "goldens"]
        let compiled = try run(
            ["swiftc", "-module-name", "Goldens", "-I", modules] + flags + files.map(\.name), in: folder)
        try #require(compiled.status == 0, "\(compiled.errors)")
        let extracted = try run(
            [
                "swift", "symbolgraph-extract", "-module-name", "Goldens", "-I", ".", "-I", modules, "-target",
                try triple(),
            ]
                + ["-minimum-access-level", "internal", "-skip-synthesized-members", "-output-dir", "symbols"],
            in: folder)
        try #require(extracted.status == 0, "\(extracted.errors)")
        let documented = try run(
            ["docc", "convert", "--additional-symbol-graph-dir", "symbols", "--fallback-display-name", "Goldens"]
                + ["--fallback-bundle-identifier", "goldens", "--warnings-as-errors", "--output-path", "archive"],
            in: folder)
        #expect(documented.status == 0, "\(documented.output)\(documented.errors)")
    }

    private func triple() throws -> String {
        let info = try run(["swiftc", "-print-target-info"]).output
        return String(try #require(info.firstMatch(of: /"triple": "(.*?)"/)).1)
    }

    private func run(_ arguments: [String], in folder: TemporaryFolder? = nil) throws -> Command.Result {
        try Command(URL(fileURLWithPath: "/usr/bin/env"), arguments, in: folder?.url).run()
    }
}
