import ArgumentParser
import OpenAPIModel

/// `trunkline validate`.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Checks specifications: text, structure and references.",
        discussion: "Findings go to standard error. The status is 1 where one of them is an error.")

    @Argument(help: "Specifications, configurations or folders that hold one; - for standard input.")
    var inputs: [String]

    @Flag(name: .shortAndLong, help: "Print nothing but findings of severity error.")
    var quiet = false

    @OptionGroup var options: ReadingOptions

    func validate() throws {
        if inputs.isEmpty { throw ValidationError("Name at least one specification.") }
    }

    func run() throws {
        var errors = 0
        var warnings = 0
        var isUnreadable = false
        let timings = options.timings ? Timings() : nil
        for input in inputs {
            var module = Module(input: input, options: options, stopwatch: timings?.stopwatch)
            module.validate()
            report(module.diagnostics, module.files, quiet: quiet)
            errors += module.diagnostics.list.count { $0.severity == .error }
            warnings += module.diagnostics.list.count { $0.severity == .warning }
            isUnreadable = isUnreadable || module.diagnostics.list.contains { $0.rule == "unreadable-file" }
        }
        if let timings {
            print(timings.json)
        } else if !quiet {
            print(
                "\(counted(inputs.count, "specification")): \(counted(errors, "error")), \(counted(warnings, "warning"))"
            )
        }
        if isUnreadable { throw ExitCode.couldNotRun }
        if errors > 0 { throw ExitCode.findings }
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
