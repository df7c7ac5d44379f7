import BuiltProducts
import Foundation
import SwiftEmitter
import Testing

/// Checks generated Swift with the real compiler.
enum Compiler {
    /// The ways in which a user may compile; a warning is an error in all of them.
    enum Mode: String, CaseIterable, Sendable {
        case swift6, swift5, mainActorByDefault, strictImports

        var flags: [String] {
            switch self {
            case .swift6: ["-swift-version", "6"]
            case .swift5: ["-swift-version", "5"]
            case .mainActorByDefault: ["-swift-version", "6", "-default-isolation", "MainActor"]
            case .strictImports:
                ["InternalImportsByDefault", "MemberImportVisibility"].flatMap { ["-enable-upcoming-feature", $0] }
                    + ["-swift-version", "6"]
            }
        }
    }

    /// What the compiler says about files that make up a module; empty where all is well.
    static func complaints(about files: [URL], mode: Mode) throws -> String {
        let modules = try #require(BuiltProducts.modules, "the build's Modules folder was not found")
        let flags = [
            "-typecheck", "-wmo", "-warnings-as-errors", "-parse-as-library", "-module-name", "Checked",
            "-package-name", "checked",
        ]
        let command = Command(
            URL(fileURLWithPath: "/usr/bin/env"),
            ["swiftc"] + flags + mode.flags + ["-I", modules.path] + files.map(\.path))
        let result = try command.run()
        return result.status == 0 ? "" : result.errors + result.output
    }

    /// Makes a program of files that call the runtime.
    static func link(_ files: [URL], into program: URL) throws {
        let products = try #require(BuiltProducts.folder, "the build's products were not found")
        let objects = ["TrunklineRuntime", "TrunklineJSON", "HTTPTypes"].flatMap { target -> [String] in
            let folder = products.appendingPathComponent("\(target).build").path
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.filter { $0.hasSuffix(".o") }.sorted().map { "\(folder)/\($0)" }
        }
        let flags = ["-Onone", "-parse-as-library", "-module-name", "Transcripts", "-o", program.path]
        let modules = ["-I", products.appendingPathComponent("Modules").path]
        let command = Command(
            URL(fileURLWithPath: "/usr/bin/env"), ["swiftc"] + flags + modules + files.map(\.path) + objects)
        let result = try command.run()
        try #require(result.status == 0, "\(result.errors)\(result.output)")
    }
}

extension Golden {
    /// The expected Swift under a namespace of the case's own, so that many cases make one module: text by file name.
    var namespacedSwift: [(name: String, text: String)] {
        let isNamespaced = expected("trunkline.yaml")?.contains("\nnamespace:") == true
        return generatedFileNames.compactMap { file in
            expected(file).map { text in ("\(name)-\(file)", isNamespaced ? text : inside(namespace, text, file: file))
            }
        }
    }

    /// For example, `union-kinds` is `union_kinds`.
    var namespace: String { String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" }) }

    private func inside(_ namespace: String, _ text: String, file: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard text.contains("import TrunklineRuntime") else { return text }
        let body = (lines.firstIndex { $0.hasSuffix("import TrunklineRuntime") } ?? -1) + 1
        let head = file == "Client.swift" ? "public nonisolated enum" : "nonisolated extension"
        return (lines[..<body] + ["\(head) \(namespace) {"] + lines[body...] + ["}"]).joined(separator: "\n") + "\n"
    }
}
