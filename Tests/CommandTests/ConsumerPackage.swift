import BuiltProducts
import Foundation
import Testing

/// What a user's package does with this one; one after the other, because they share a folder.
@Suite(.serialized) enum ConsumerTests {}

/// A package that depends on this one, as a user's does, and is built with SwiftPM.
///
/// What was built stays from one test to the next, so that only the first compiles the runtime. The tool is the one that
/// belongs to the tests, as an artifact bundle.
struct ConsumerPackage {
    let url: URL
    private let bundle: URL

    /// Creates a package without files.
    init() throws {
        let products = try #require(BuiltProducts.folder)
        let tool = try #require(BuiltProducts.executable("trunkline"))
        url = products.appendingPathComponent("consumers/hello")
        bundle = products.appendingPathComponent("consumers/trunkline.artifactbundle")
        let script = Self.repository.appendingPathComponent("scripts/artifact-bundle.sh")
        let made = try Command(script, [bundle.path, tool.path]).run()
        try #require(made.status == 0, "\(made.errors)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: url.path) where name != ".build" {
            try FileManager.default.removeItem(at: url.appendingPathComponent(name))
        }
    }

    /// The folder of the package that is consumed.
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Writes a manifest with targets that use the runtime.
    func write(targets: [String]) throws {
        try write(
            """
            // swift-tools-version: 6.1
            import PackageDescription

            let package = Package(
                name: "consumer", platforms: [.macOS(.v14)],
                dependencies: [.package(name: "trunkline", path: "\(Self.repository.path)")],
                targets: [\(targets.joined(separator: ", "))])
            """, to: "Package.swift")
    }

    /// A target of the manifest.
    static func target(_ name: String, kind: String = "target", plugin: String? = nil) -> String {
        let plugins = plugin.map { ", plugins: [.plugin(name: \"\($0)\", package: \"trunkline\")]" } ?? ""
        return """
            .\(kind)(name: "\(name)", dependencies: [.product(name: "TrunklineRuntime", package: "trunkline")]\(plugins))
            """
    }

    /// Writes a file, and the folders that lead to it; one that has this text already stays as it is.
    func write(_ text: String, to path: String) throws {
        let file = url.appendingPathComponent(path)
        guard (try? Data(contentsOf: file)) != Data(text.utf8) else { return }
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Runs `swift` in the package.
    func swift(_ arguments: String...) throws -> (status: Int32, log: String) {
        try run(URL(fileURLWithPath: "/usr/bin/env"), ["swift"] + arguments)
    }

    /// Runs a program in the package, with the tool as an artifact bundle.
    func run(_ program: URL, _ arguments: [String]) throws -> (status: Int32, log: String) {
        let environment = ["TRUNKLINE_ARTIFACT_BUNDLE": bundle.path, "IDENTITYCALL_API_KEY": ""]
        let result = try Command(program, arguments, in: url, environment: environment).run()
        return (result.status, result.output + result.errors)
    }

    /// The modules that were compiled for the package.
    var builtModules: Set<String> {
        let folder = url.appendingPathComponent(".build/debug/Modules").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return Set(names.filter { $0.hasSuffix(".swiftmodule") }.map { String($0.dropLast(".swiftmodule".count)) })
    }

    /// The files of the package's sources, without their texts.
    var sources: [String] {
        (FileManager.default.subpaths(atPath: url.appendingPathComponent("Sources").path) ?? []).sorted()
    }
}
