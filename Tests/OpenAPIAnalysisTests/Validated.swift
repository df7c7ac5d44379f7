import Foundation
import OpenAPIAnalysis
import OpenAPIModel

/// A description that was read and checked.
struct Validated {
    struct NoSuchFile: Error {}

    private(set) var files = SourceFiles()
    private(set) var diagnostics = Diagnostics()
    private(set) var description: Description?

    /// - Parameter isWhole: Whether what the generator says is asked as well.
    init(
        entry: String = "openapi.yaml", rules: [Rule] = LintSettings().rules, isWhole: Bool = false,
        isStrict: Bool = false, _ read: @escaping @Sendable (_ path: String) throws -> [UInt8]
    ) {
        let provider = FileProvider(read)
        description = bind(entry: entry, provider: provider, files: &files, diagnostics: &diagnostics)
        guard let description else { return }
        if isWhole {
            check(description, Configuration(), diagnostics: &diagnostics)
        } else {
            diagnostics.report(validate(description, rules: rules, isStrict: isStrict))
        }
    }

    init(
        _ text: String, rules: [Rule] = LintSettings().rules, others: [String: String] = [:], isWhole: Bool = false,
        isStrict: Bool = false
    ) {
        self.init(rules: rules, isWhole: isWhole, isStrict: isStrict) { path in
            guard let text = path == "openapi.yaml" ? text : others[path] else { throw NoSuchFile() }
            return Array(text.utf8)
        }
    }

    /// What was found of a rule, as `line severity message`; of all rules where none is named.
    func findings(_ rule: String? = nil) -> [String] {
        diagnostics.sorted.filter { rule == nil || $0.rule == rule }.map { finding in
            let line = finding.range.map { String(files.location(of: $0).line) } ?? "-"
            return "\(line) \(finding.severity.rawValue) \(finding.message) [\(finding.rule)]"
        }
    }

    /// The findings as they are printed.
    func printed(_ findings: [Diagnostic]? = nil) -> String {
        render(findings ?? diagnostics.sorted, files: files, color: false)
    }
}

/// The parts of a document that every one needs, around what an example of a rule says.
enum RuleDocument {
    static func text(_ example: String, _ version: OpenAPIVersion) -> String {
        let numbers: [OpenAPIVersion: String] = [.v3_0: "3.0.4", .v3_1: "3.1.2", .v3_2: "3.2.0"]
        var text = version == .v2_0 ? "swagger: '2.0'\n" : "openapi: \(numbers[version] ?? "3.2.0")\n"
        if !has("info", example) { text += "info: { title: Pets, version: '1' }\n" }
        text += example.hasSuffix("\n") ? example : example + "\n"
        if !has("paths", example) { text += "paths: {}\n" }
        return text
    }

    private static func has(_ key: String, _ example: String) -> Bool {
        example.split(separator: "\n").contains { $0.hasPrefix(key + ":") }
    }
}

/// The data that is shared between checkouts.
enum Shared {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["TRUNKLINE_SHARED"] { return URL(fileURLWithPath: path) }
        return Repository.root.deletingLastPathComponent().appendingPathComponent("shared")
    }()
}

/// This project's own files.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}
