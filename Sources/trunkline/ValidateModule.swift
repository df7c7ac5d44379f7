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
        var settings = settings(configuration, path, lint)
        if let set = lint.set { settings.set = set }
        guard let description = bind(path) else { return checked(nil) }
        check(description, configuration, settings: settings, stopwatch: stopwatch, diagnostics: &diagnostics)
        var result = checked(description)
        stopwatch.measure("settings") { result.apply(settings) }
        return result
    }

    private func checked(_ description: Description?) -> CheckedSpecification {
        CheckedSpecification(
            input: input, files: files, description: description, findings: diagnostics.sorted)
    }

    /// The settings of the configuration that was given, or else of one beside the specification or where the tool runs.
    private mutating func settings(
        _ configuration: Configuration, _ specification: String, _ lint: LintOptions
    ) -> LintSettings {
        if lint.config == nil, let own = configuration.lint { return LintSettings(own, diagnostics: &diagnostics) }
        let beside = InputFiles.path(Self.configurationName, besides: specification)
        let candidates = lint.config.map { [$0] } ?? (input == specification ? [beside, Self.configurationName] : [])
        for path in candidates {
            guard let bytes = readLint(path, isNeeded: lint.config != nil) else { continue }
            let file = files.add(SourceFile(path: path, bytes: bytes))
            let read = readLintConfiguration(file: file, in: files, diagnostics: &diagnostics)
            return read.map { LintSettings($0, diagnostics: &diagnostics) } ?? LintSettings()
        }
        return LintSettings()
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
