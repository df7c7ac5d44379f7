import Foundation
import Testing

@testable import OpenAPIModel

/// The range of every node of every shared document holds its text: read alone, it is the node again.
@Suite struct RangeTests {
    /// The shared documents; of DigitalOcean's files every twentieth.
    static let documents: [URL] = {
        let folder = CorpusTests.shared.appendingPathComponent("corpus")
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path))?.sorted() ?? []
        let files = names.filter { [".yaml", ".yml", ".json"].contains(where: $0.hasSuffix) }
        if files.isEmpty { print("range tests skipped: no folder \(folder.path)") }
        let whole = files.filter { !$0.contains("/") }
        let parts = files.filter { $0.contains("/") }
        let sample = stride(from: 0, to: parts.count, by: 20).map { parts[$0] }
        return (whole + sample).map { folder.appendingPathComponent($0) }
    }()

    @Test func everyRangeReadsAsItsNode() throws {
        var count = 0
        for url in RangeTests.documents {
            let bytes = [UInt8](try Data(contentsOf: url))
            let parsed = Parsed(bytes: bytes, path: url.lastPathComponent)
            let check = RangeCheck(parsed, isJSON: url.pathExtension == "json")
            let faults = check.faults()
            #expect(faults == [], "\(url.lastPathComponent)")
            count += check.checked
        }
        if !RangeTests.documents.isEmpty { #expect(count > 200_000) }
    }

    @Test(arguments: [
        "a: |\n  one  \n  two\n\n\nb: >-\n  three\n  four\nc: 1\n",
        "a: |+\n  one\n\n\nb: |2\n   x\n  y\nc: |-\n\n  z\n \n",
        "a: &x !!str 'q''uo\n  te'\nb: [ \"x\\\n  y\", plain\n  text, {c: d}, !!str  1]\ne: *x\n",
        "- - a\n  - b: c\n    d:\n    - e\n- \n- ~\n- 'ü': \"\\u00fc\"\n  ? f\n  : g\n",
        "a: >\n  x\n\n   \n\nb: |\n  last",
        "a:\r\n  b: |\r\n    c\r\n    d\r\n\r\n  e: 'f\r\n\r\n    g'\r\n",
    ])
    func rangesOfIntricateTexts(text: String) {
        let parsed = Parsed(text)
        #expect(parsed.reports == [])
        #expect(RangeCheck(parsed, isJSON: false).faults() == [])
    }

    @Test func commentsAreEverythingThatCanBeTakenAway() throws {
        for url in RangeTests.documents where url.pathExtension != "json" {
            let bytes = [UInt8](try Data(contentsOf: url))
            let parsed = Parsed(bytes: bytes, path: url.lastPathComponent)
            let comments = Comments(of: FileID(index: 0), in: parsed.files, arena: parsed.arena)
            var without = bytes
            for range in comments.ranges.reversed() { without.removeSubrange(Int(range.start)..<Int(range.end)) }
            let again = Parsed(bytes: without, path: url.lastPathComponent)
            #expect(again.arena.count == parsed.arena.count, "\(url.lastPathComponent)")
            if let root = parsed.root, let other = again.root {
                #expect(TreeComparison(parsed.arena, again.arena).difference(root, other, at: "") == nil)
            }
            #expect(wholeLineComments(parsed).subtracting(comments.ranges.map { Int($0.start) }) == [])
        }
    }

    /// Where lines begin with `#` outside of text of several lines.
    private func wholeLineComments(_ parsed: Parsed) -> Set<Int> {
        let source = parsed.files[FileID(index: 0)]
        let table = source.lineTable
        let starts = (1...table.count).compactMap { line in
            table.range(ofLine: line, in: source).first { source.bytes[$0] > 0x20 }
        }
        var found = Set(starts.filter { source.bytes[$0] == UInt8(ascii: "#") })
        for record in parsed.arena.records where record.kind == .string && !found.isEmpty {
            guard source.bytes[Int(record.start)..<Int(record.end)].contains(0x0A) else { continue }
            found = found.filter { !(Int(record.start)..<Int(record.end)).contains($0) }
        }
        return found
    }
}

/// Reads the ranges of one document's nodes again.
final class RangeCheck {
    private let parsed: Parsed
    private let arena: NodeArena
    private let isJSON: Bool
    private let source: SourceFile
    private let table: LineTable
    private(set) var checked = 0

    init(_ parsed: Parsed, isJSON: Bool) {
        self.parsed = parsed
        self.isJSON = isJSON
        arena = parsed.arena
        source = parsed.files[FileID(index: 0)]
        table = source.lineTable
    }

    /// The places where a range is not what it should be.
    func faults() -> [String] {
        let nodes = (0..<arena.count).map { Node(index: UInt32($0)) }
        let scalars = nodes.filter { arena.kind($0).isScalar && (arena.parent(of: $0) != nil || $0 == parsed.root) }
        let short = scalars.filter { !hasLines($0) }
        var faults = faults(ofLines: short.map { (text($0), arena.kind($0), arena.scalarText($0) ?? "") })
        faults += scalars.filter(hasLines).compactMap(fault)
        let collections = nodes.filter { !arena.kind($0).isScalar }
        faults += self.faults(ofLines: collections.flatMap(keys)) + collections.compactMap(faultOfCollection)
        checked = nodes.count
        return faults
    }

    private func hasLines(_ node: Node) -> Bool {
        let range = arena.range(of: node)
        return source.bytes[Int(range.start)..<Int(range.end)].contains(0x0A)
    }

    private func text(_ node: Node) -> String { parsed.files.text(of: arena.range(of: node)) }

    /// Reads texts of one line all at once, as the elements of a list.
    private func faults(ofLines lines: [(text: String, kind: NodeKind, value: String)]) -> [String] {
        let list =
            isJSON ? "[" + lines.map(\.text).joined(separator: ",\n") + "]" : lines.map { "- \($0.text)\n" }.joined()
        guard !lines.isEmpty else { return [] }
        let again = Parsed(list, path: isJSON ? "a.json" : "a.yaml")
        let elements = again.root.map { Array(again.arena.elements(of: $0)) } ?? []
        guard elements.count == lines.count else { return ["\(elements.count) of \(lines.count): \(again.reports)"] }
        return zip(elements, lines).filter { element, line in
            again.arena.kind(element) != line.kind || again.arena.scalarText(element) != line.value
        }
        .map(\.1.text)
    }

    /// Reads a scalar of several lines as the value of a key in the column where its own key stands.
    private func fault(_ node: Node) -> String? {
        let again = Parsed(head(of: node) + text(node) + next(arena.range(of: node)))
        let value = again.root.map {
            again.arena.elements(of: $0).first ?? again.arena.entries(of: $0).first?.value ?? $0
        }
        guard let value, again.arena.kind(value) == arena.kind(node) else { return "\(text(node)): \(again.reports)" }
        return again.arena.scalarText(value) == arena.scalarText(node) ? nil : text(node)
    }

    /// The line break behind a range, where the file goes on.
    private func next(_ range: SourceRange) -> String { Int(range.end) < source.bytes.count ? "\n" : "" }

    /// What has to stand before a scalar so that its lines are indented as they were.
    private func head(of node: Node) -> String {
        guard let parent = arena.parent(of: node) else { return "" }
        if text(parent).first.map({ "[{".contains($0) }) == true { return "- " }
        let isMapping = arena.kind(parent) == .mapping
        return indentation(isMapping ? arena.nameRange(of: node) : arena.range(of: parent)) + (isMapping ? "k: " : "- ")
    }

    private func indentation(_ range: SourceRange) -> String {
        let column = table.location(at: Int(range.start), in: source).column
        return String(repeating: " ", count: column - 1)
    }

    /// The keys of a mapping as they are written, made strings.
    private func keys(of node: Node) -> [(text: String, kind: NodeKind, value: String)] {
        arena.entries(of: node).map { entry in
            let text = parsed.files.text(of: entry.keyRange)
            let isQuoted = text.hasPrefix("\"") || text.hasPrefix("'")
            return (isJSON || isQuoted ? text : "!!str " + text, .string, entry.key)
        }
    }

    /// Reads a collection alone where it is small; a large one has to begin and end with its children.
    private func faultOfCollection(_ node: Node) -> String? {
        let range = arena.range(of: node)
        let text = text(node)
        guard text.utf8.count < 500 else { return isFramed(node) ? nil : "\(range)" }
        let again = Parsed(isJSON ? text : indentation(range) + text + next(range), path: isJSON ? "a.json" : "a.yaml")
        if again.diagnostics.list.contains(where: { $0.rule == "unknown-anchor" }) { return nil }
        guard let root = again.root else { return "\(text): \(again.reports)" }
        return TreeComparison(arena, again.arena).difference(node, root, at: text)
    }

    private func isFramed(_ node: Node) -> Bool {
        let range = arena.range(of: node)
        let text = text(node)
        let isFlow = text.first.map { "[{".contains($0) } == true
        if isFlow { return text.last.map { "]}".contains($0) } == true }
        let last = arena.elements(of: node).last ?? arena.entries(of: node).last?.value
        guard let last, arena.parent(of: last) == node else { return true }
        return arena.range(of: last).end == range.end
    }
}
