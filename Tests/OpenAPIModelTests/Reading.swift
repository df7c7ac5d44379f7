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

/// A description that was bound from texts by path.
struct Bound {
    struct NoSuchFile: Error, CustomStringConvertible {
        var description: String { "no such file" }
    }

    var files = SourceFiles()
    var diagnostics = Diagnostics()
    var description: Description?

    init(
        _ texts: [String: String], entry: String = "openapi.yaml", limits: Limits = Limits(),
        allowsOutside: Bool = false, remote: [String: String]? = nil
    ) {
        let fetch = remote.map { remote in
            { @Sendable (address: String) throws -> [UInt8] in
                guard let text = remote[address] else { throw NoSuchFile() }
                return Array(text.utf8)
            }
        }
        let provider = FileProvider(allowsOutside: allowsOutside, fetch: fetch) { path in
            guard let text = texts[path] else { throw NoSuchFile() }
            return Array(text.utf8)
        }
        description = bind(entry: entry, provider: provider, files: &files, limits: limits, diagnostics: &diagnostics)
    }

    /// A document with the head that every one needs.
    init(_ rest: String, version: String = "3.1.0", others: [String: String] = [:]) {
        let head =
            "openapi: \(version)\ninfo: { title: T, version: '1' }\n" + (rest.contains("paths:") ? "" : "paths: {}\n")
        self.init(["openapi.yaml": head + rest].merging(others) { first, _ in first })
    }

    /// What was reported, without places.
    var reports: [String] {
        diagnostics.sorted.map { "\($0.rule): \($0.message)" }
    }

    var places: [String] { diagnostics.reports(in: files) }
    var helps: [String] { diagnostics.sorted.compactMap(\.help) }

    /// The schema of a component, references followed.
    func schema(_ name: String) -> Schema? {
        guard let description, let id = id(name) else { return nil }
        return description.schema(description.resolved(id))
    }

    func id(_ name: String) -> SchemaID? { description?.document.components?.schemas[named: name] }
}
