import OpenAPIAnalysis
import OpenAPIModel
import SwiftEmitter
import TrunklineJSON

/// libFuzzer's entry: the first byte chooses what reads the rest.
///
/// A fault is a trap, a hang, growth without bounds, or one of the promises below broken.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data, size > 0 else { return 0 }
    let bytes = UnsafeBufferPointer(start: data + 1, count: size - 1)
    switch data[0] {
    case UInt8(ascii: "j"): fuzzJSON(bytes)
    case UInt8(ascii: "y"): fuzzNodes(Array(bytes), name: "input.yaml")
    case UInt8(ascii: "n"): fuzzNodes(Array(bytes), name: "input.json")
    case UInt8(ascii: "d"): fuzzDocument(Array(bytes))
    case UInt8(ascii: "s"): fuzzSchemas(Array(bytes))
    case UInt8(ascii: "p"): fuzzPattern(Array(bytes))
    case UInt8(ascii: "r"): fuzzRuleset(Array(bytes))
    default: break
    }
    return 0
}

/// A text that is accepted is written and read again as the same value.
private func fuzzJSON(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let value = try? JSONValue(parsing: bytes) else { return }
    let text = value.description
    guard let again = try? JSONValue(parsing: text) else { fatalError("cannot read what was written: \(text)") }
    precondition(again.description == text, "writing is not stable")
    precondition(again == value && again.hashValue == value.hashValue, "reading again gives another value")
}

/// Nodes have ranges inside of the text, and every finding can be shown.
private func fuzzNodes(_ bytes: [UInt8], name: String) {
    var files = SourceFiles()
    var arena = NodeArena()
    var diagnostics = Diagnostics()
    let file = files.add(SourceFile(path: name, bytes: bytes))
    let root = parse(file: file, in: files, into: &arena, limits: limits, diagnostics: &diagnostics)
    precondition(root != nil || diagnostics.hasErrors, "nothing was read and nothing is said")
    _ = render(diagnostics.sorted, files: files, color: true)
    guard let root else { return }
    check(root, arena, files[file].bytes.count, depth: 0)
}

private func check(_ node: Node, _ arena: NodeArena, _ length: Int, depth: Int) {
    let range = arena.range(of: node)
    precondition(range.start <= range.end && Int(range.end) <= length, "a range outside of the text")
    guard depth < 30 else { return }
    for element in arena.elements(of: node).prefix(30) { check(element, arena, length, depth: depth + 1) }
    for entry in arena.entries(of: node).prefix(30) { check(entry.value, arena, length, depth: depth + 1) }
}

/// A document goes through every stage; it may refer to a second file, which says the same.
private func fuzzDocument(_ bytes: [UInt8]) {
    struct Missing: Error {}
    var files = SourceFiles()
    var diagnostics = Diagnostics()
    let provider = FileProvider { path in
        guard ["input.yaml", "other.yaml"].contains(path) else { throw Missing() }
        return bytes
    }
    let description = bind(
        entry: "input.yaml", provider: provider, files: &files, limits: limits, diagnostics: &diagnostics)
    if let description {
        let api = resolve(description, Configuration(), diagnostics: &diagnostics)
        _ = generate(
            api, Configuration(), specification: "input", arena: description.arena, diagnostics: &diagnostics)
        _ = coverage(of: description, api, Configuration(), &diagnostics)
        check(
            description, Configuration(), settings: LintSettings(set: .strict), diagnostics: &diagnostics)
        fuzzBundle(description, &diagnostics)
    }
    fuzzReport(
        CheckedSpecification(
            input: "input.yaml", files: files, description: description, findings: diagnostics.sorted))
}

/// Findings can be printed in every form, and none of those that are known is new.
private func fuzzReport(_ checked: CheckedSpecification) {
    var checked = checked
    checked.apply(LintSettings(set: .strict))
    let report = Report([checked])
    _ = report.text(color: true)
    for format in ReportFormat.allCases {
        let text = report.printed(format, version: "0.0.0")
        guard [.json, .sarif, .gitlab].contains(format) else { continue }
        precondition((try? JSONValue(parsing: text)) != nil, "a report that is no JSON: \(text)")
    }
    guard let baseline = Baseline(Baseline.text(of: report)) else { fatalError("no baseline") }
    precondition(Report([checked], known: baseline.fingerprints).findings.isEmpty, "known findings are new")
}

/// Schemas with values, in the form of JSON Schema's test suite: a list of `schema` and `tests`, each with its `data`.
private func fuzzSchemas(_ bytes: [UInt8]) {
    var files = SourceFiles()
    var arena = NodeArena()
    var diagnostics = Diagnostics()
    let file = files.add(SourceFile(path: "input.json", bytes: bytes))
    guard let root = parse(file: file, in: files, into: &arena, limits: limits, diagnostics: &diagnostics) else {
        return
    }
    for assertsFormats in [false, true] {
        let checker = SchemaChecker(standingAloneIn: arena, files, assertsFormats: assertsFormats)
        for group in arena.elements(of: root).prefix(20) {
            guard let schema = arena.value(in: group, for: "schema"),
                let tests = arena.value(in: group, for: "tests")
            else { continue }
            for test in arena.elements(of: tests).prefix(20) {
                guard let data = arena.value(in: test, for: "data") else { continue }
                _ = checker.check(data, against: schema, steps: 100_000)
                _ = checker.check(data, against: schema, direction: .request, steps: 100_000)
            }
        }
    }
}

/// A pattern in the first line and the text that it is looked for in behind it.
private func fuzzPattern(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let pattern = try? Pattern(String(decoding: first, as: UTF8.self)) else { return }
    _ = pattern.search(String(decoding: parts.dropFirst().first ?? [], as: UTF8.self), steps: 200_000)
}

/// A ruleset of another linter is read, and its patterns are tried.
private func fuzzRuleset(_ bytes: [UInt8]) {
    for tool in RulesetTool.allCases {
        var files = SourceFiles()
        var diagnostics = Diagnostics()
        let provider = FileProvider { _ in Array(small.utf8) }
        let description = bind(entry: "a/input.yaml", provider: provider, files: &files, diagnostics: &diagnostics)
        let file = files.add(SourceFile(path: tool.fileNames[0], bytes: bytes))
        let settings = readRuleset(
            file, of: tool, ignored: file, for: "a/input.yaml", in: files, diagnostics: &diagnostics)
        guard let description else { fatalError("the small document cannot be read") }
        check(description, Configuration(), settings: settings, diagnostics: &diagnostics)
        var checked = CheckedSpecification(
            input: "a/input.yaml", files: files, description: description, findings: diagnostics.sorted)
        checked.apply(settings)
        _ = Report([checked]).text(color: false)
    }
}

/// A document that breaks some rules.
private let small = """
    openapi: 3.1.0
    info: { title: Pets, version: '1' }
    tags: [{ name: pets }, { name: pets }]
    paths:
      /pets/: { get: { tags: [dogs], responses: { '200': { description: Pets. } } } }
    components: { schemas: { Pet: { type: string, default: 1 } } }

    """

/// What is put into one document can be read again.
private func fuzzBundle(_ description: Description, _ diagnostics: inout Diagnostics) {
    guard let bundled = bundle(description, diagnostics: &diagnostics) else { return }
    _ = writeJSON(bundled, arena: description.arena, diagnostics: &diagnostics)
    let text = writeYAML(bundled, arena: description.arena)
    var files = SourceFiles()
    var arena = NodeArena()
    var findings = Diagnostics()
    let file = files.add(SourceFile(path: "bundle.yaml", bytes: Array(text.utf8)))
    guard parse(file: file, in: files, into: &arena, limits: generous, diagnostics: &findings) != nil else {
        fatalError("cannot read what was bundled:\n\(render(findings.sorted, files: files, color: false))\n\(text)")
    }
}

private let limits = {
    var limits = Limits()
    limits.depth = 100
    return limits
}()

/// For what was made of texts within the limits.
private let generous = {
    var limits = Limits()
    limits.depth = 400
    return limits
}()
