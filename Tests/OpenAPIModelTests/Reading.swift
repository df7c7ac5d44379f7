@testable import OpenAPIModel

/// A text that was parsed, with everything needed to ask about it.
struct Parsed {
    var files = SourceFiles()
    var arena = NodeArena()
    var diagnostics = Diagnostics()
    var root: Node?

    init(_ text: String, path: String = "a.yaml", limits: Limits = Limits()) {
        self.init(bytes: Array(text.utf8), path: path, limits: limits)
    }

    init(bytes: [UInt8], path: String = "a.yaml", limits: Limits = Limits()) {
        let file = files.add(SourceFile(path: path, bytes: bytes))
        root = parse(file: file, in: files, into: &arena, limits: limits, diagnostics: &diagnostics)
    }

    /// The node at a pointer.
    func node(_ pointer: String) -> Node? {
        guard let root, let pointer = JSONPointer(pointer) else { return nil }
        return arena.node(at: pointer, from: root)
    }

    /// The text that the node at a pointer is read from.
    func text(_ pointer: String) -> String? {
        node(pointer).map { files.text(of: arena.range(of: $0)) }
    }

    func kind(_ pointer: String) -> NodeKind? { node(pointer).map(arena.kind) }

    /// Where the node at a pointer begins, as `line:column`.
    func place(_ pointer: String) -> String? {
        node(pointer).map { files.location(of: arena.range(of: $0)).description }
    }

    /// What was reported, as `line:column rule: message`.
    var reports: [String] { diagnostics.reports(in: files) }
}

extension Diagnostics {
    func reports(in files: SourceFiles) -> [String] {
        sorted.map { diagnostic in
            let place = diagnostic.range.map { files.location(of: $0).description + " " } ?? ""
            return "\(place)\(diagnostic.rule): \(diagnostic.message)"
        }
    }
}
