import ArgumentParser
import OpenAPIModel
import SwiftEmitter

/// `trunkline generate`.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Writes a Swift module for each specification.",
        discussion: """
            Findings go to standard error. What a specification has wrong is reported and the rest generated; the status is 1 \
            where a module could not be made or, with --check, where files are stale.
            """)

    @Argument(help: "Configurations (trunkline.yaml), folders that hold one, or specifications.")
    var inputs: [String]

    @Option(help: "The name of the module, in place of the configuration's.")
    var module: String?

    @Option(help: "The folder to write to, in place of the configuration's.")
    var output: String?

    @Option(
        help: ArgumentHelp(
            "What the names of the files begin with, in place of the namespace and a plus sign.",
            discussion: "Files of one Swift module have different names; for example, --file-prefix Pets+."))
    var filePrefix: String?

    @Flag(help: "Write nothing; name the files that are stale.")
    var check = false

    @Flag(help: "Write nothing; name the files that would be written.")
    var dryRun = false

    @Flag(help: "Print findings only, not what was written.")
    var noSummary = false

    @Flag(name: .shortAndLong, help: "Print nothing but findings of severity error.")
    var quiet = false

    @OptionGroup var options: ReadingOptions

    func validate() throws {
        if inputs.isEmpty { throw ValidationError("Name at least one configuration or specification.") }
        if inputs.count > 1, module != nil || output != nil || filePrefix != nil {
            throw ValidationError("--module, --output and --file-prefix are for a single specification.")
        }
        if filePrefix?.contains("/") == true { throw ValidationError("--file-prefix is a part of a name, not a path.") }
    }

    func run() throws {
        var hasFailed = false
        let timings = options.timings ? Timings() : nil
        var modules: [(name: String, changes: [OutputFolder.Change], folder: OutputFolder)] = []
        for input in inputs {
            var module = Module(input: input, options: options, stopwatch: timings?.stopwatch)
            module.isReadOnly = check || dryRun
            let made = module.generate(.init(module: self.module, output: output, filePrefix: filePrefix))
            report(module.diagnostics, module.files, quiet: quiet)
            try module.endIfUnreadable()
            guard let made else {
                hasFailed = true
                continue
            }
            for output in made {
                let changes = try (timings?.stopwatch).measure("compare") {
                    try self.changes(output.folder, output.files)
                }
                modules.append((output.name, changes, output.folder))
            }
        }
        for (name, changes, folder) in modules {
            hasFailed = try (timings?.stopwatch).measure("write") { try finish(name, changes, folder) } || hasFailed
        }
        if let timings { print(timings.json) }
        if hasFailed { throw ExitCode.findings }
    }

    private func changes(_ folder: OutputFolder, _ files: [GeneratedFile]) throws -> [OutputFolder.Change] {
        do {
            return try folder.changes(to: files)
        } catch {
            Terminal.report("error: \(error)\n")
            throw ExitCode.couldNotRun
        }
    }

    /// Writes a module, or says what would be written; true where files are stale and must not be.
    private func finish(_ name: String, _ changes: [OutputFolder.Change], _ folder: OutputFolder) throws -> Bool {
        if check {
            for change in changes { say("stale: \(change.path)") }
            return !changes.isEmpty
        }
        if dryRun {
            for change in changes { say("would \(change.kind.rawValue): \(change.path)") }
            return false
        }
        do {
            try folder.apply(changes)
        } catch {
            Terminal.report("error: \(error)\n")
            throw ExitCode.couldNotRun
        }
        if !quiet, !noSummary, !options.timings { print(summary(name, changes, folder)) }
        return false
    }

    /// Prints a line to standard output, or to standard error where that holds the timings.
    private func say(_ line: String) {
        if options.timings { Terminal.report(line + "\n") } else { print(line) }
    }

    private func summary(_ name: String, _ changes: [OutputFolder.Change], _ folder: OutputFolder) -> String {
        let what = changes.isEmpty ? "up to date" : "\(changes.count) file\(changes.count == 1 ? "" : "s") changed"
        return "\(name): \(what) in \(folder.path)"
    }
}

/// Prints findings to standard error; with `quiet`, errors only.
func report(_ diagnostics: Diagnostics, _ files: SourceFiles, quiet: Bool) {
    let shown = diagnostics.sorted.filter { !quiet || $0.severity == .error }
    guard !shown.isEmpty else { return }
    Terminal.report(render(shown, files: files, color: Terminal.isColorful))
}

extension Module {
    /// Ends the run where a file that the user named cannot be read.
    func endIfUnreadable() throws {
        if diagnostics.list.contains(where: { $0.rule == "unreadable-file" }) { throw ExitCode.couldNotRun }
    }
}
