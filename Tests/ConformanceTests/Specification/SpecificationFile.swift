import Foundation
import OpenAPIModel

/// A specification as it is written, for questions by JSON Pointer.
struct SpecificationFile: Sendable {
    let arena: NodeArena
    let root: Node

    /// Reads `specs/<api>/openapi.yaml`.
    init(_ api: String) throws {
        let url = Repository.root.appendingPathComponent("specs/\(api)/openapi.yaml")
        var files = SourceFiles()
        var arena = NodeArena()
        var diagnostics = Diagnostics()
        let file = files.add(SourceFile(path: "openapi.yaml", bytes: [UInt8](try Data(contentsOf: url))))
        let root = parse(file: file, in: files, into: &arena, diagnostics: &diagnostics)
        guard let root, diagnostics.isEmpty else { throw PageFault("the specification of \(api) cannot be read") }
        self.arena = arena
        self.root = root
    }

    /// The node that a pointer such as `/components/schemas/Server` leads to, references on the way not followed.
    func node(_ pointer: String, in start: Node? = nil) -> Node? {
        JSONPointer(pointer).flatMap { arena.node(at: $0, from: start ?? root) }
    }

    /// The node, or what its `$ref` leads to.
    func target(of node: Node) -> Node {
        guard let reference = text(node, "$ref"), let target = self.node(String(reference.dropFirst())) else {
            return node
        }
        return self.target(of: target)
    }

    /// The text of a member.
    func text(_ node: Node, _ key: String) -> String? {
        arena.value(in: node, for: key).flatMap(arena.scalarText)
    }

    /// The texts of a member that is a list, or one text.
    func texts(_ node: Node, _ key: String) -> [String] {
        guard let value = arena.value(in: node, for: key) else { return [] }
        if let text = arena.scalarText(value) { return [text] }
        return arena.elements(of: value).compactMap(arena.scalarText)
    }

    /// The elements of a member that is a list.
    func elements(_ node: Node, _ key: String) -> [Node] {
        arena.value(in: node, for: key).map { Array(arena.elements(of: $0)) } ?? []
    }

    /// The entries of a member that is a mapping.
    func entries(_ node: Node, _ key: String) -> [MappingEntry] {
        arena.value(in: node, for: key).map { Array(arena.entries(of: $0)) } ?? []
    }

    /// The way to a node, for example `/components/schemas/Server`.
    func pointer(_ node: Node) -> String { arena.pointer(of: node).description }
}
