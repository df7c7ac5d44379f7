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
        check(description, Configuration(), diagnostics: &diagnostics)
        fuzzBundle(description, &diagnostics)
    }
    _ = render(diagnostics.sorted, files: files, color: false)
}

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
