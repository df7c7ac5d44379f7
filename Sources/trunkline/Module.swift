import ArgumentParser
import OpenAPIModel
import SwiftEmitter

/// One specification on its way to a module: what was read, what was found, what was made.
struct Module {
    /// The path of the configuration or specification.
    let input: String
    let options: ReadingOptions
    /// Measures the stages, where that is asked for.
    let stopwatch: Stopwatch?
    /// Whether nothing may be written, not even which remote files were read.
    var isReadOnly = false
    var files = SourceFiles()
    var diagnostics = Diagnostics()

    /// - Parameter input: A configuration, a folder that holds one, or a specification.
    init(input: String, options: ReadingOptions, stopwatch: Stopwatch? = nil) {
        self.input = InputFiles.isFolder(input) ? InputFiles.path(Self.configurationName, besides: input + "/") : input
        self.options = options
        self.stopwatch = stopwatch
    }

    /// What a configuration is usually called; a file of this name is nothing else.
    static let configurationName = "trunkline.yaml"

    /// The file beside it that notes which remote files were read.
    private static let lockName = "trunkline.lock"

    /// What the command line says in place of the configuration.
    struct Overrides {
        var module: String?
        var output: String?
        var filePrefix: String?
    }

    /// Files of a module and where they go.
    struct Output {
        let name: String
        let files: [GeneratedFile]
        let folder: OutputFolder
    }

    /// The module and, where the configuration names a folder for them, the module of its examples; nil, with findings, where
    /// they cannot be made.
    mutating func generate(_ overrides: Overrides) -> [Output]? {
        guard let (path, configuration) = readConfiguration(overrides) else { return nil }
        guard let description = bind(path) else { return nil }
        let api = stopwatch.measure("resolve") { resolve(description, configuration, diagnostics: &diagnostics) }
        let generated = SwiftEmitter.generate(
            api, configuration, specification: "\(fileName(path)) (\(api.title) \(api.version))",
            arena: description.arena, stopwatch: stopwatch, diagnostics: &diagnostics)
        guard !hasConfigurationErrors(path), !hasBrokenFile else { return nil }
        guard let output = overrides.output ?? configuration.output.map({ InputFiles.path($0.value, besides: input) })
        else {
            report(
                "missing-output", "it is not said where the module goes",
                help: "use --output, or `output` in a configuration")
            return nil
        }
        let name = configuration.module?.value ?? Words(api.title).type
        let prefix = overrides.filePrefix ?? configuration.namespace.map { $0.value + "+" } ?? ""
        let isExample = { (file: GeneratedFile) in file.path == examplesFileName }
        let module = Output(
            name: name,
            files: generated.filter { !isExample($0) }.map { GeneratedFile(path: prefix + $0.path, text: $0.text) },
            folder: OutputFolder(path: output, prefix: prefix, specification: fileName(path)))
        // Where a folder is named on the command line, nothing is written anywhere else.
        guard overrides.output == nil, let examples = configuration.examples else { return [module] }
        let folder = OutputFolder(
            path: InputFiles.path(examples.value, besides: input), prefix: "", specification: fileName(path))
        return [module, Output(name: name + "Examples", files: generated.filter(isExample), folder: folder)]
    }

    /// The specification as one document; nil, with findings, where there is none.
    ///
    /// - Parameter isJSON: Whether it is written as JSON, when the specification is or is not.
    mutating func bundle(isJSON: (Bool) -> Bool) -> String? {
        guard let (path, _) = readConfiguration(.init()), let description = bind(path, followsExtensions: true) else {
            return nil
        }
        let bundled = stopwatch.measure("bundle") { OpenAPIModel.bundle(description, diagnostics: &diagnostics) }
        guard let bundled else { return nil }
        let count = diagnostics.list.count
        let text = stopwatch.measure("print") {
            isJSON(description.files[description.entry].isJSON)
                ? writeJSON(bundled, arena: description.arena, diagnostics: &diagnostics)
                : writeYAML(bundled, arena: description.arena)
        }
        return diagnostics.list.count == count ? text : nil
    }

    mutating func bind(_ path: String, followsExtensions: Bool = false) -> Description? {
        do {
            let remote = try remoteFiles()
            let description = bind(path, followsExtensions, remote)
            if !isReadOnly { try remote?.save() }
            return description
        } catch {
            diagnostics.report(Diagnostic(.error, "lock-file", "\(error)", at: nil, path: input))
            return nil
        }
    }

    /// The remote files of the specification, where they may be read.
    private func remoteFiles() throws -> RemoteFiles? {
        guard options.allowRemote else { return nil }
        return try RemoteFiles(
            lock: InputFiles.path(Self.lockName, besides: input), updates: options.updateLock && !isReadOnly)
    }

    private mutating func bind(_ path: String, _ followsExtensions: Bool, _ remote: RemoteFiles?) -> Description? {
        stopwatch.measure("bind") {
            OpenAPIModel.bind(
                entry: path,
                provider: InputFiles.provider(entry: path, allowsOutside: options.allowOutside, remote: remote),
                files: &files, limits: options.reading, followsExtensions: followsExtensions,
                stopwatch: stopwatch, diagnostics: &diagnostics)
        }
    }

    // MARK: Configuration

    /// The configuration that was given, or the defaults for a specification without; and the specification's path.
    mutating func readConfiguration(_ overrides: Overrides) -> (path: String, Configuration)? {
        guard let (path, configuration) = readInput() else { return nil }
        guard let module = overrides.module else { return (path, configuration) }
        let file = files.add(SourceFile(path: Self.moduleOption, bytes: Array(module.utf8)))
        let range = SourceRange(file: file, start: 0, end: UInt32(module.utf8.count))
        return (path, configuration.renamed(Located(module, range)))
    }

    /// A file is a specification unless it has a configuration's name or `specification`.
    private mutating func readInput() -> (path: String, Configuration)? {
        do {
            guard input != "-" else { return (input, Configuration()) }
            let source = SourceFile(path: input, bytes: try InputFiles.read(input))
            guard fileName(input) == Self.configurationName || Self.isConfiguration(source.bytes) else {
                return (input, Configuration())
            }
            let file = files.add(source)
            let read = OpenAPIModel.readConfiguration(file: file, in: files, diagnostics: &diagnostics)
            guard let read, let specification = read.specification else { return nil }
            return (InputFiles.path(specification.value, besides: input), read)
        } catch {
            let message = "the file cannot be read: \(error)"
            diagnostics.report(Diagnostic(.error, "unreadable-file", message, at: nil, path: input))
            return nil
        }
    }

    /// Whether a text has `specification` as a key of its root.
    private static func isConfiguration(_ bytes: [UInt8]) -> Bool {
        var line = bytes[...]
        while !line.starts(with: "specification:".utf8) {
            guard let end = line.firstIndex(of: UInt8(ascii: "\n")) else { return false }
            line = line[(end + 1)...]
        }
        return true
    }

    private mutating func report(_ rule: String, _ message: String, help: String) {
        diagnostics.report(Diagnostic(.error, rule, message, at: nil, path: input, help: help))
    }

    /// What a module's name is called in findings when the command line gives it.
    private static let moduleOption = "--module"

    /// Whether a file is no YAML or JSON: all that it was to say is missing, and a module without it would be another one.
    private var hasBrokenFile: Bool {
        diagnostics.list.contains { ["json-syntax", "yaml-syntax"].contains($0.rule) && $0.severity == .error }
    }

    /// A mistake in the configuration is the user's to mend; one in the specification may be the vendor's.
    private func hasConfigurationErrors(_ specification: String) -> Bool {
        diagnostics.list.contains { finding in
            guard finding.severity == .error, let range = finding.range else { return false }
            let path = files[range.file].path
            return path == Self.moduleOption || (path == input && input != specification)
        }
    }
}

private func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
