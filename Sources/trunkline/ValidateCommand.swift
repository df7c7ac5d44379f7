import ArgumentParser
import OpenAPIAnalysis
import OpenAPIModel

/// `trunkline validate`.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Checks specifications: text, structure, references, rules of OpenAPI, good habits, names in Swift.",
        discussion: """
            Findings as text go to standard error, in other formats to standard output or, with --output, to files. The status \
            is 1 where a finding is as bad as --fail-severity says. `trunkline explain RULE` tells more about a finding.
            """)

    @Argument(help: "Specifications, configurations or folders that hold one; - for standard input.")
    var inputs: [String]

    @Option(help: "How findings are printed: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = ReportFormat.text

    @Option(
        help: ArgumentHelp(
            "Write the findings to a file as well, in a format of its own.",
            discussion: "For example, --output sarif=report.sarif --output junit=report.xml.", valueName: "format=file")
    )
    var output: [ReportFile] = []

    @Option(help: "The severity from which on findings make the command fail: error, warning, note or never.")
    var failSeverity = FailSeverity.error

    @Option(help: "Show at most this many findings, the worst of them.")
    var maxFindings: Int?

    @Option(help: "The rules that are on unless the configuration says otherwise: minimal, recommended or strict.")
    var ruleSet: RuleSet?

    @Option(
        help:
            "The file that says which rules are on: a trunkline.yaml with `lint`, or a ruleset of Spectral or Redocly.")
    var config: String?

    @Option(help: "Leave out the findings that this file lists.")
    var baseline: String?

    @Flag(help: "Write the findings of this run into the baseline.")
    var updateBaseline = false

    @Option(
        help: ArgumentHelp(
            "Leave out the findings that a git revision of the same files has.",
            discussion: "For example, --only-changed origin/main.", valueName: "revision"))
    var onlyChanged: String?

    @Flag(name: .shortAndLong, help: "Print nothing but findings of severity error.")
    var quiet = false

    @OptionGroup var options: ReadingOptions

    func validate() throws {
        if inputs.isEmpty { throw ValidationError("Name at least one specification.") }
        if updateBaseline, baseline == nil { throw ValidationError("--update-baseline needs --baseline.") }
        if let maxFindings, maxFindings < 0 { throw ValidationError("--max-findings is a number from 0.") }
        if options.timings, format != .text {
            throw ValidationError("--timings is printed in place of findings; use --output for them.")
        }
    }

    func run() throws {
        let timings = options.timings ? Timings() : nil
        let checked = inputs.map { check($0, timings?.stopwatch) }
        if updateBaseline { try writeBaseline(checked) }
        let report = try Report(checked, known: known(checked), maximumCount: maxFindings)
        try write(report)
        print(report, timings, Set(checked.compactMap(\.ruleset)).sorted())
        if checked.contains(where: \.isUnreadable) { throw ExitCode.couldNotRun }
        if failSeverity.isReached(by: report) { throw ExitCode.findings }
    }

    private func check(_ input: String, _ stopwatch: Stopwatch?) -> CheckedSpecification {
        var module = Module(input: input, options: options, stopwatch: stopwatch)
        return module.validate(.init(config: config, set: ruleSet))
    }

    // MARK: What was found before

    private func known(_ checked: [CheckedSpecification]) throws -> Set<String> {
        var known: Set<String> = []
        if let baseline { known.formUnion(try readBaseline(baseline)) }
        guard let onlyChanged else { return known }
        for input in inputs where input != "-" {
            guard let revision = try GitRevision(onlyChanged, of: input) else { continue }
            defer { revision.remove() }
            known.formUnion(Report([check(revision.path, nil)]).findings.map(\.fingerprint))
        }
        return known
    }

    private func readBaseline(_ path: String) throws -> Set<String> {
        do {
            let text = String(decoding: try InputFiles.read(path), as: UTF8.self)
            if let baseline = Baseline(text) { return baseline.fingerprints }
            Terminal.report("error: \(path.shown): this is no baseline\n")
        } catch {
            Terminal.report("error: \(path.shown): \(error); write it with --update-baseline\n")
        }
        throw ExitCode.couldNotRun
    }

    private func writeBaseline(_ checked: [CheckedSpecification]) throws {
        guard let baseline else { return }
        try ReportFile.write(Baseline.text(of: Report(checked)), to: baseline)
    }

    // MARK: Output

    private func write(_ report: Report) throws {
        for file in output {
            let text =
                file.format == .text
                ? report.text(color: false) + report.summary + "\n"
                : report.printed(file.format, version: Trunkline.configuration.version)
            try ReportFile.write(text, to: file.path)
        }
    }

    /// Prints what is asked for; timings have standard output for themselves.
    private func print(_ report: Report, _ timings: Timings?, _ rulesets: [String]) {
        if !quiet {
            for path in rulesets {
                Terminal.report("rules are taken from \(path.shown) as far as they have a counterpart\n")
            }
        }
        guard format == .text else {
            Swift.print(report.printed(format, version: Trunkline.configuration.version), terminator: "")
            if !quiet { Terminal.report(report.summary + "\n") }
            return
        }
        Terminal.report(report.text(color: Terminal.isColorful, only: quiet ? .error : .note))
        if !quiet, Terminal.isColorful { Terminal.report(report.links) }
        if let timings {
            Swift.print(timings.json)
        } else if !quiet {
            Swift.print(report.summary)
        }
    }
}

/// A file that findings are written to, such as `sarif=report.sarif`.
struct ReportFile: ExpressibleByArgument {
    let format: ReportFormat
    let path: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let format = ReportFormat(rawValue: parts[0]) else { return nil }
        self.format = format
        path = parts[1]
    }
}

/// The severity from which on findings make a command fail.
enum FailSeverity: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never

    func isReached(by report: Report) -> Bool {
        guard let limit = Severity(rawValue: rawValue) else { return false }
        return report.counts.contains { $0.key >= limit && $0.value > 0 }
    }
}

extension ReportFormat: ExpressibleByArgument {}
