import Foundation
import OpenAPIModel
import SwiftEmitter
import Testing

/// A case in `Tests/Goldens/<stage>/<name>`: an input and what is expected of it, as files.
struct Golden: CustomTestStringConvertible, Sendable {
    /// What is done with the input.
    enum Stage: String { case generate, validate, bundle }

    /// What a run of the case gives: texts by file name.
    struct Outcome {
        var files: [String: String] = [:]
        var hasErrors = false
    }

    let stage: Stage
    let name: String

    var testDescription: String { "\(stage.rawValue)/\(name)" }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Goldens")

    /// The cases of a stage: its folders.
    static func all(_ stage: Stage) -> [Golden] {
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(stage.rawValue).path))
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted().map { Golden(stage: stage, name: $0) }
    }

    var url: URL { Self.folder.appendingPathComponent(stage.rawValue).appendingPathComponent(name) }

    /// The expected text of a file; nil where the case does not have it.
    func expected(_ file: String) -> String? {
        (try? Data(contentsOf: url.appendingPathComponent(file))).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Examples are a module of their own, so they have a folder of their own.
    private static let examples = "Examples/" + examplesFileName

    /// The names of files that a case may expect.
    var expectedNames: [String] {
        switch stage {
        case .generate: generatedFileNames + [Self.examples, "diagnostics.txt"]
        case .validate: ["diagnostics.txt"]
        case .bundle: ["bundle.yaml", "diagnostics.txt"]
        }
    }

    /// Does what the stage does.
    func run() -> Outcome {
        var run = generation
        var outcome = Outcome()
        if stage == .bundle {
            outcome.files["bundle.yaml"] = run.bundle()
        } else {
            for file in run.generate(stage: stage) {
                outcome.files[file.path == examplesFileName ? Self.examples : file.path] = file.text
            }
        }
        outcome.hasErrors = run.diagnostics.hasErrors
        let text = render(run.diagnostics.sorted, files: run.files, color: false)
        if !text.isEmpty { outcome.files["diagnostics.txt"] = text }
        return outcome
    }

    /// The way from the case's files to a module.
    var generation: Generation {
        Generation(configuration: expected("trunkline.yaml")) { path in
            guard let data = try? Data(contentsOf: url.appendingPathComponent(path)) else { throw NoSuchFile() }
            return Array(data)
        }
    }

    private struct NoSuchFile: Error, CustomStringConvertible {
        var description: String { "there is no such file" }
    }

    /// Makes the case expect what a run gave.
    func record(_ outcome: Outcome) throws {
        for name in expectedNames {
            let target = url.appendingPathComponent(name)
            if let text = outcome.files[name] {
                let folder = target.deletingLastPathComponent()
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: target)
            } else if FileManager.default.fileExists(atPath: target.path) {
                try FileManager.default.removeItem(at: target)
            }
        }
    }
}

/// One way from a specification to a module, without a file system of its own.
struct Generation {
    var files = SourceFiles()
    var diagnostics = Diagnostics()
    private let configuration: String
    private let entry: String
    private let provider: FileProvider

    init(
        configuration: String? = nil, entry: String = "openapi.yaml",
        _ read: @escaping @Sendable (_ path: String) throws -> [UInt8]
    ) {
        self.configuration = configuration ?? "specification: openapi.yaml\nmodule: Example\n"
        self.entry = entry
        provider = FileProvider(read)
    }

    /// The specification as one document; nil where it cannot be read or bundled.
    mutating func bundle(isJSON: Bool = false) -> String? {
        let description = bind(
            entry: entry, provider: provider, files: &files, followsExtensions: true, diagnostics: &diagnostics)
        guard let description, let bundled = OpenAPIModel.bundle(description, diagnostics: &diagnostics) else {
            return nil
        }
        return isJSON
            ? writeJSON(bundled, arena: description.arena, diagnostics: &diagnostics)
            : writeYAML(bundled, arena: description.arena)
    }

    /// The files of the module; none where the specification cannot be read or is only validated, or where the
    /// configuration is wrong.
    mutating func generate(stage: Golden.Stage = .generate) -> [GeneratedFile] {
        let file = files.add(SourceFile(path: "trunkline.yaml", bytes: Array(configuration.utf8)))
        guard let configuration = readConfiguration(file: file, in: files, diagnostics: &diagnostics),
            let description = bind(entry: entry, provider: provider, files: &files, diagnostics: &diagnostics)
        else { return [] }
        let api = resolve(description, configuration, diagnostics: &diagnostics)
        guard stage == .generate else { return [] }
        let generated = SwiftEmitter.generate(
            api, configuration, specification: "openapi.yaml (\(api.title) \(api.version))", arena: description.arena,
            diagnostics: &diagnostics)
        let isWrong = diagnostics.list.contains { $0.severity == .error && $0.range?.file == file }
        return isWrong ? [] : generated
    }
}
