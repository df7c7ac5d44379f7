import BuiltProducts
import Foundation
import OpenAPIModel
import SwiftEmitter
import Testing

/// Texts of a specification that try to become code, or to hide what the code is.
@Suite struct HostileTests {
    private func generate(
        _ specification: HostileSpecification = .hostile
    ) -> (files: [(path: String, text: String)], findings: Set<String>) {
        let text = specification.text
        var generation = Generation(entry: "openapi.json") { _ in Array(text.utf8) }
        let files = generation.generate()
        if files.isEmpty {
            print(render(generation.diagnostics.sorted, files: generation.files, color: false).prefix(2000))
        }
        return (files.map { ($0.path, $0.text) }, Set(generation.diagnostics.list.map(\.rule)))
    }

    @Test(arguments: [Compiler.Mode.swift6, .swift5], [false, true])
    func everythingCompiles(mode: Compiler.Mode, givesNames: Bool) throws {
        var specification = HostileSpecification.hostile
        specification.givesNames = givesNames
        let files = generate(specification).files
        try #require(files.count == generatedFileNames.count)
        let folder = try TemporaryFolder()
        for file in files { try folder.write(file.text, to: file.path) }
        #expect(
            try Compiler.complaints(about: files.map { folder.url.appendingPathComponent($0.path) }, mode: mode) == "")
    }

    /// Whatever is not in a comment or a quoted string.
    @Test func nothingBreaksOut() throws {
        let files = generate().files
        try #require(files.count == generatedFileNames.count)
        for file in files {
            for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
                let code = line.drop { $0 == " " }
                if code.hasPrefix("//") || code.isEmpty { continue }
                let bare = code.replacing(/"(\\.|[^"\\])*"/, with: "\"\"")
                #expect(
                    !bare.contains("evil")
                        || bare.contains(/[A-Za-z]*[Ee]vil[A-Z0-9a-z]*/) && !bare.contains("let evil = "), "\(line)")
                #expect(!bare.hasPrefix("#"), "\(line)")
                #expect(!bare.contains("/*") && !bare.contains("*/"), "\(line)")
            }
        }
    }

    /// A reader of the code sees all of it, in its order.
    @Test func nothingIsInvisible() throws {
        let files = generate().files
        try #require(files.count == generatedFileNames.count)
        for file in files {
            let hidden = file.text.unicodeScalars.filter { scalar in
                scalar != "\n"
                    && [.control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned]
                        .contains(scalar.properties.generalCategory)
            }
            #expect(Set(hidden) == [], "\(file.path)")
        }
    }

    /// The declarations at the top of each file, and how many each kind has.
    @Test func onlyWhatWasAskedForIsDeclared() throws {
        let files = generate().files
        let heads = files.flatMap {
            $0.text.split(separator: "\n").filter { !$0.hasPrefix(" ") && !$0.hasPrefix("/") && $0 != "}" }
        }
        let known = [
            "@_exported public import TrunklineRuntime", "public import TrunklineRuntime",
            "private typealias CompatibleRuntime = TrunklineRuntime.Generation1",
        ]
        let declarations = heads.filter { !known.contains(String($0)) }
        for head in declarations {
            let pattern = /public nonisolated (indirect )?(struct|enum) [^ :{}()"\/*#]+: [A-Za-z., ]+ \{/
            #expect(head.wholeMatch(of: pattern) != nil, "\(head.prefix(200))")
        }
        let count = { (kind: String) in declarations.count { $0.contains(kind) } }
        #expect(count(": TrunklineRuntime.APIOperation") == HostileSpecification.hostile.names.count)
        // The named ones, and Everything, Constants, Formats, All.
        #expect(count(": TrunklineRuntime.ObjectModel") == HostileSpecification.hostile.names.count + 4)
        #expect(count(".OpenEnumeration") + count(".ClosedEnumeration") == 2)
        #expect(count("indirect enum") == 1)
    }

    /// What each file declares is as much, kind by kind, as it would be with texts that try nothing.
    @Test func asMuchIsDeclaredAsWithOtherTexts() throws {
        var specification = HostileSpecification.hostile
        specification.hasMediaTypes = false
        let hostile = generate(specification).files
        let bland = generate(.bland).files
        // Texts without letters are no tags, so the resources of the client differ.
        for (file, other) in zip(hostile, bland) where file.path != "Client.swift" {
            #expect(Self.declarations(in: file.text) == Self.declarations(in: other.text), "\(file.path)")
        }
    }

    /// How many lines of code begin with each keyword of a declaration or directive.
    private static func declarations(in text: String) -> [String: Int] {
        let beginning = /(?:(?:public|private|nonisolated|static|indirect|mutating|@\w+(?:\([^)]*\))?) )*(#?[a-z]+)\b/
        let kinds: Set<Substring> = [
            "struct", "enum", "extension", "protocol", "class", "actor", "func", "init", "let", "var", "typealias",
            "import", "subscript", "operator", "macro", "case", "#if", "#else", "#endif", "#error", "#sourceLocation",
        ]
        var counts: [String: Int] = [:]
        for line in text.split(separator: "\n") {
            let code = line.drop { $0 == " " }.replacing(/"(\\.|[^"\\])*"/, with: "\"\"")
            guard !code.hasPrefix("//"), let word = code.prefixMatch(of: beginning)?.1, kinds.contains(word) else {
                continue
            }
            counts[String(word), default: 0] += 1
        }
        return counts
    }

    /// Paths in names are text like any other: the files of a module are always the same.
    @Test func noNameBecomesAPath() {
        #expect(generate().files.map(\.path) == ["Client.swift", "Models.swift", "Operations.swift", "Requests.swift"])
    }
}
