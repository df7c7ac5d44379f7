import OpenAPIAnalysis
import OpenAPIModel

extension Module {
    /// What the command line says about rules.
    struct LintOptions {
        /// The file that says which rules are on.
        var config: String?
        var set: RuleSet?
    }

    /// Reads the specification and all that it reaches, and checks it.
    mutating func validate(_ lint: LintOptions) -> CheckedSpecification {
        guard let (path, configuration) = readConfiguration(.init()) else { return checked(nil) }
        var (settings, ruleset) = settings(configuration, path, lint)
        if let set = lint.set { settings.set = set }
        guard let description = bind(path) else { return checked(nil) }
        check(description, configuration, settings: settings, stopwatch: stopwatch, diagnostics: &diagnostics)
        var result = checked(description)
        result.ruleset = ruleset
        stopwatch.measure("settings") { result.apply(settings) }
        return result
    }

    private func checked(_ description: Description?) -> CheckedSpecification {
        CheckedSpecification(
            input: input, files: files, description: description, findings: diagnostics.sorted)
    }

    // MARK: Settings

    /// Which rules are on, and the file of another linter that says so.
    private typealias FoundSettings = (settings: LintSettings, ruleset: String?)

    /// The settings of the file or the configuration that was given, or else of one beside the specification or where the
    /// tool runs: a configuration with `lint` before the rulesets of other linters.
    private mutating func settings(
        _ configuration: Configuration, _ specification: String, _ lint: LintOptions
    ) -> FoundSettings {
        let usual = (LintSettings(), String?.none)
        if let path = lint.config { return readSettings(path, specification, isNeeded: true) ?? usual }
        if let own = configuration.lint { return (LintSettings(own, diagnostics: &diagnostics), nil) }
        let names = (input == specification ? [Self.configurationName] : []) + RulesetTool.allCases.flatMap(\.fileNames)
        let isInFolder = specification.contains("/")
        let besides = isInFolder ? names.map { InputFiles.path($0, besides: specification) } : []
        for path in besides + names {
            if let found = readSettings(path, specification, isNeeded: false) { return found }
        }
        return usual
    }

    /// Nil where there is no such file, or none that says something of rules.
    private mutating func readSettings(_ path: String, _ specification: String, isNeeded: Bool) -> FoundSettings? {
        guard let bytes = readLint(path, isNeeded: isNeeded) else { return nil }
        let file = files.add(SourceFile(path: path, bytes: bytes))
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let tool = RulesetTool(fileName: name) else {
            let read = readLintConfiguration(file: file, in: files, diagnostics: &diagnostics)
            return read.map { (LintSettings($0, diagnostics: &diagnostics), nil) }
        }
        let ignored = tool.ignoreFileName.map { InputFiles.path($0, besides: path) }.flatMap { path in
            readLint(path, isNeeded: false).map { files.add(SourceFile(path: path, bytes: $0)) }
        }
        let settings = readRuleset(
            file, of: tool, ignored: ignored, for: specification, in: files, diagnostics: &diagnostics)
        return (settings, path)
    }

    private mutating func readLint(_ path: String, isNeeded: Bool) -> [UInt8]? {
        do {
            return try InputFiles.read(path)
        } catch {
            guard isNeeded else { return nil }
            let message = "the file cannot be read: \(error)"
            diagnostics.report(Diagnostic(.error, "unreadable-file", message, at: nil, path: path))
            return nil
        }
    }
}

extension CheckedSpecification {
    /// Whether a file that the user named cannot be read.
    var isUnreadable: Bool { findings.contains { $0.rule == "unreadable-file" } }
}
