import ArgumentParser
import Foundation
import OpenAPIModel

/// `trunkline bundle`.
struct BundleCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, json }

    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Writes a specification and all files it reaches as one document.",
        discussion: """
            What other files hold is moved into the components under its own name, with a number where that is taken. \
            Comments are lost; the order of members, numbers and texts are kept. Nothing is written where a reference cannot \
            be followed: the status is 1 then.
            """)

    @Argument(help: "A specification, a configuration or a folder that holds one; - for standard input.")
    var input: String

    @Option(name: .shortAndLong, help: "The file to write, in place of standard output.")
    var output: String?

    @Option(help: "yaml or json; by default what the ending of the output, or else of the specification, says.")
    var format: Format?

    @Flag(name: .shortAndLong, help: "Print nothing but findings of severity error.")
    var quiet = false

    @OptionGroup var options: ReadingOptions

    func validate() throws {
        if options.timings, output == nil { throw ValidationError("--timings needs standard output; use --output.") }
    }

    func run() throws {
        let timings = options.timings ? Timings() : nil
        var module = Module(input: input, options: options, stopwatch: timings?.stopwatch)
        let text = module.bundle { isJSON in format.map { $0 == .json } ?? output.map(Self.isJSON) ?? isJSON }
        report(module.diagnostics, module.files, quiet: quiet)
        try module.endIfUnreadable()
        guard let text else { throw ExitCode.findings }
        try write(text)
        if let timings { print(timings.json) }
    }

    private static func isJSON(_ path: String) -> Bool { path.lowercased().hasSuffix(".json") }

    private func write(_ text: String) throws {
        guard let output else { return print(text, terminator: "") }
        do {
            try OutputFile(path: output).write(text)
        } catch {
            Terminal.report("error: \(error)\n")
            throw ExitCode.couldNotRun
        }
    }
}

/// A single file that is written as a whole or not at all.
struct OutputFile {
    let path: String

    /// What keeps the file from being written, in words.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Writes beside the place first and then moves, so that the file is never half written.
    ///
    /// - Throws: `Failure` where the place cannot be written to.
    func write(_ text: String) throws { try write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) throws {
        let temporary = path + ".\(ProcessInfo.processInfo.processIdentifier).tmp"
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: temporary))
            guard rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(atPath: temporary)
            throw Failure(description: "cannot write to \(path): \(error.localizedDescription)")
        }
    }
}
