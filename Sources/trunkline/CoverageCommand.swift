import ArgumentParser
import OpenAPIAnalysis
import OpenAPIModel

/// `trunkline coverage`.
struct CoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Counts what specifications say, and what of it is generated or reported.",
        discussion: """
            The table goes to standard output, errors and the places of what is neither generated nor reported to standard \
            error. The status is 1 where there is such a thing or, with --strict, where anything is reported.
            """)

    /// How the table is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @Argument(help: "Specifications, configurations or folders that hold one; - for standard input.")
    var inputs: [String]

    @Option(help: "How the rows are printed: table or json.")
    var format = Format.table

    @Flag(help: "Fail where anything is reported.")
    var strict = false

    @Flag(name: .shortAndLong, help: "Do not print the places of what is neither generated nor reported.")
    var quiet = false

    @OptionGroup var options: ReadingOptions

    func validate() throws {
        if inputs.isEmpty { throw ValidationError("Name at least one specification.") }
    }

    func run() throws {
        let timings = options.timings ? Timings() : nil
        var rows: [Construct: CoverageRow] = [:]
        var hasFailed = false
        for input in inputs {
            var module = Module(input: input, options: options, stopwatch: timings?.stopwatch)
            let counted = module.coverage()
            if counted == nil || quiet == false { report(module.diagnostics, module.files, quiet: true) }
            try module.endIfUnreadable()
            hasFailed = hasFailed || counted == nil
            for row in counted ?? [] { rows[row.construct, default: CoverageRow(construct: row.construct)].add(row) }
        }
        let sorted = rows.values.sorted { $0.construct < $1.construct }
        if let timings {
            print(timings.json)
        } else {
            print(format == .json ? coverageJSON(sorted) : coverageTable(sorted), terminator: "")
        }
        if hasFailed || sorted.contains(where: { $0.silent > 0 || (strict && $0.reported > 0) }) {
            throw ExitCode.findings
        }
    }
}
