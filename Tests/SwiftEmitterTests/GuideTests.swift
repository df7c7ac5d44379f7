import BuiltProducts
import Foundation
import Testing

/// The Swift that the guides and the README show compiles: each block by itself, as a file with its imports.
@Suite struct GuideTests {
    private static let root = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
    private static let guides = ["README", "docs/Errors", "docs/Retries", "docs/Testing", "docs/Middleware"]

    @Test(arguments: guides) func codeCompiles(guide: String) throws {
        let text = try String(contentsOf: Self.root.appendingPathComponent(guide + ".md"), encoding: .utf8)
        let blocks = Self.blocks(of: text)
        try #require(!blocks.isEmpty)
        let folder = try TemporaryFolder()
        for (index, block) in blocks.enumerated() {
            try folder.write(Self.file(block, index), to: "Block\(index).swift")
        }
        #expect(try complaints(about: folder.url, files: blocks.indices.map { "Block\($0).swift" }) == "")
    }

    /// The blocks of Swift that begin with what they import; others are parts of manifests.
    private static func blocks(of text: String) -> [String] {
        text.components(separatedBy: "```swift\n").dropFirst().compactMap { $0.components(separatedBy: "\n```").first }
            .filter { $0.hasPrefix("import ") }
    }

    /// A block as a file; what is not a declaration goes into a function.
    private static func file(_ block: String, _ index: Int) -> String {
        let lines = block.components(separatedBy: "\n")
        let rest = lines.filter { !$0.hasPrefix("import ") }.joined(separator: "\n")
        let imports = lines.filter { $0.hasPrefix("import ") }.joined(separator: "\n")
        let body = rest.contains("@Test") ? rest : "func block\(index)(key: String) async throws {\n\(rest)\n}"
        return "\(imports)\n\(body)\n"
    }

    private func complaints(about folder: URL, files: [String]) throws -> String {
        let modules = try #require(BuiltProducts.modules, "the build's Modules folder was not found")
        let flags = ["swiftc", "-typecheck", "-wmo", "-parse-as-library", "-swift-version", "6", "-I", modules.path]
        let result = try Command(URL(fileURLWithPath: "/usr/bin/env"), flags + files, in: folder).run()
        return result.status == 0 ? "" : result.errors + result.output
    }
}
