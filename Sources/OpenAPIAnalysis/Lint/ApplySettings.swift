import OpenAPIModel

extension CheckedSpecification {
    /// Leaves out findings of rules that are off, or off where the finding is, and gives the others their severity.
    package mutating func apply(_ settings: LintSettings) {
        let places = FindingPlaces(self, settings)
        findings = findings.compactMap { finding in
            let severity = places.severity(of: finding, settings)
            guard let severity, !places.isIgnored(finding), !places.isListed(finding, settings) else { return nil }
            return severity == finding.severity ? finding : finding.with(severity)
        }
    }
}

/// Where findings are in their documents, worked out once and only as far as somebody asks.
private struct FindingPlaces {
    private let checked: CheckedSpecification
    private let nodes: [SourceRange: Node]
    private let comments: [FileID: IgnoringComments]
    private let hasIgnored: Bool
    /// By file, what each override says of places in it; an empty pointer is all of the file.
    private let pointers: [FileID: [[JSONPointer]]]

    static let key = "x-lint-ignore"

    init(_ checked: CheckedSpecification, _ settings: LintSettings) {
        self.checked = checked
        let areNeeded = !settings.overrides.isEmpty || !settings.ignored.isEmpty
        hasIgnored = checked.description.map { !$0.arena.entries(withPrefix: Self.key).isEmpty } ?? false
        nodes = areNeeded || hasIgnored ? checked.nodes() : [:]
        let ranges = Dictionary(grouping: checked.findings.compactMap(\.range), by: \.file)
        let paths = ranges.keys.map { ($0, checked.files[$0].path) }
        pointers = Dictionary(
            uniqueKeysWithValues: paths.map { file, path in (file, settings.overrides.map { $0.pointers(in: path) }) })
        let arena = checked.description?.arena
        comments = ranges.compactMapValues { ranges in
            arena.flatMap { IgnoringComments($0, checked.files, ranges) }
        }
    }

    // MARK: Overrides

    func severity(of finding: Diagnostic, _ settings: LintSettings) -> Severity? {
        var severity = settings.severity(of: finding)
        for (index, override) in settings.overrides.enumerated() {
            guard let change = override.changes[finding.rule], matches(override, index, finding) else { continue }
            severity = change.severity(of: finding)
        }
        return severity
    }

    /// Whether a list of another linter leaves the finding out.
    func isListed(_ finding: Diagnostic, _ settings: LintSettings) -> Bool {
        guard !settings.ignored.isEmpty, let range = finding.range, let pointer = pointer(at: range) else {
            return false
        }
        return settings.ignored.contain(finding.rule, at: pointer, in: checked.files[range.file].path)
    }

    private func pointer(at range: SourceRange) -> JSONPointer? {
        guard let arena = checked.description?.arena else { return nil }
        return nodes[range].map { arena.pointer(of: $0) }
    }

    private func matches(_ override: LintSettings.Override, _ index: Int, _ finding: Diagnostic) -> Bool {
        guard let range = finding.range else { return false }
        let path = checked.files[range.file].path
        if override.files.contains(where: { matches("*" + $0, path) }) { return true }
        let isPlace = pointers[range.file]?[index].contains { $0.tokens.isEmpty || isInside($0, range) }
        if isPlace == true { return true }
        guard let description = checked.description, let node = nodes[range] else { return false }
        let tokens = description.arena.pointer(of: node).tokens
        guard tokens.count >= 2, tokens[0] == "paths" || tokens[0] == "webhooks" else { return false }
        if override.paths.contains(where: { matches($0, tokens[1]) }) { return true }
        guard tokens.count >= 3, !override.operations.isEmpty else { return false }
        let operation = description.arena.node(
            at: JSONPointer(tokens: tokens.prefix(3)), from: description.arena.root(of: node))
        let id = operation.flatMap { description.arena.value(in: $0, for: "operationId") }
        return id.flatMap(description.arena.string).map(override.operations.contains) ?? false
    }

    private func isInside(_ pointer: JSONPointer, _ range: SourceRange) -> Bool {
        self.pointer(at: range)?.tokens.starts(with: pointer.tokens) ?? false
    }

    /// Whether a text fits a pattern in which `*` stands for anything.
    private func matches(_ pattern: String, _ text: String) -> Bool {
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else { return pattern == text }
        guard text.hasPrefix(first), text.count >= first.count + last.count else { return false }
        var rest = text.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(last)
    }

    // MARK: What the document itself ignores

    /// Whether an `x-lint-ignore` around the finding, or a comment beside it, names its rule.
    func isIgnored(_ finding: Diagnostic) -> Bool {
        guard let range = finding.range else { return false }
        if comments[range.file]?.ignores(finding.rule, at: range) == true { return true }
        guard hasIgnored, let arena = checked.description?.arena, var node = nodes[range] else { return false }
        while true {
            if let list = arena.value(in: node, for: Self.key), names(finding.rule, list, arena) { return true }
            guard let parent = arena.parent(of: node) else { return false }
            node = parent
        }
    }

    /// `true` means every rule, a text one of them, a list several.
    private func names(_ rule: String, _ list: Node, _ arena: NodeArena) -> Bool {
        if arena.boolean(list) == true || arena.string(list) == rule { return true }
        return arena.elements(of: list).contains { arena.string($0) == rule }
    }
}

/// The comments of a file that name rules to be ignored in the line below them, or in their own.
///
/// For example:
///
///     # x-lint-ignore: operation-description, operation-tags
///     get: { responses: { '200': { description: Pets. } } }
private struct IgnoringComments {
    private let lines: LineTable
    /// The rules that comments name, by the line that they speak of; an empty list is every rule.
    private var rules: [Int: [[Substring]]] = [:]

    /// The comments about some places of one file; nil for a file that has none.
    init?(_ arena: NodeArena, _ files: SourceFiles, _ ranges: [SourceRange]) {
        guard let file = ranges.first?.file, !files[file].isJSON, Self.isMentioned(in: files[file].bytes) else {
            return nil
        }
        let comments = Comments(of: file, in: files, arena: arena)
        lines = files[file].lineTable
        for range in ranges {
            let line = lines.line(at: Int(range.start))
            guard rules[line] == nil else { continue }
            let beside = comments.above(range) + (comments.behind(range).map { [$0] } ?? [])
            rules[line] = beside.compactMap { Self.names(in: files.text(of: $0)) }
        }
    }

    /// The rules that a comment names; nil where it is about something else.
    private static func names(in comment: String) -> [Substring]? {
        let text = comment.drop { $0 == "#" || $0 == " " }
        guard text.hasPrefix(FindingPlaces.key) else { return nil }
        return text.dropFirst(FindingPlaces.key.count).split { ": ,\t".contains($0) }
    }

    private static func isMentioned(in bytes: [UInt8]) -> Bool {
        let word = Array(FindingPlaces.key.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            guard buffer.count >= word.count else { return false }
            for index in 0...(buffer.count - word.count) where buffer[index] == word[0] {
                if buffer[index..<(index + word.count)].elementsEqual(word) { return true }
            }
            return false
        }
    }

    func ignores(_ rule: String, at range: SourceRange) -> Bool {
        rules[lines.line(at: Int(range.start))]?.contains { $0.isEmpty || $0.contains { $0 == rule } } ?? false
    }
}

extension Diagnostic {
    /// The same finding with another severity.
    fileprivate func with(_ severity: Severity) -> Diagnostic {
        Diagnostic(severity, rule, message, at: range, path: path, help: help, related: related)
    }
}
