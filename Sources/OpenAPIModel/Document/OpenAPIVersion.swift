/// A feature set of OpenAPI; patch versions do not differ. Swagger 2.0 is OpenAPI before it was called so.
package enum OpenAPIVersion: String, Sendable, Comparable, CaseIterable {
    case v2_0 = "2.0"
    case v3_0 = "3.0"
    case v3_1 = "3.1"
    case v3_2 = "3.2"

    package static func < (left: OpenAPIVersion, right: OpenAPIVersion) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The version as it is called in messages.
    package var name: String { self == .v2_0 ? "Swagger 2.0" : "OpenAPI " + rawValue }

    /// The version that the text of `openapi` names.
    init?(openapi text: String) {
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, let version = OpenAPIVersion(rawValue: "\(parts[0]).\(parts[1])"), version > .v2_0
        else { return nil }
        self = version
    }
}

extension Reading {
    /// The version that a document's root says it is written in; anything but 2.0, 3.0, 3.1 and 3.2 is reported.
    ///
    /// For example:
    ///
    ///     openapi: 3.1.1
    func readVersion(_ root: Node) -> OpenAPIVersion? {
        guard arena.kind(root) == .mapping else {
            report(
                "wrong-type", "an OpenAPI document is a mapping, found \(arena.kind(root).name)",
                at: arena.range(of: root))
            return nil
        }
        if let node = arena.value(in: root, for: "openapi") { return readOpenAPIVersion(node) }
        if let node = arena.value(in: root, for: "swagger") { return readSwaggerVersion(node) }
        report(
            "unsupported-version", "this is no OpenAPI document: it has no member `openapi`", at: startRange(of: root),
            help: "write `openapi: 3.1.1` at the top")
        return nil
    }

    /// The version that a file's root states, where it is one that is known.
    func statedVersion(_ root: Node) -> OpenAPIVersion? {
        if let text = arena.value(in: root, for: "openapi").flatMap(arena.scalarText) {
            return OpenAPIVersion(openapi: text)
        }
        return arena.value(in: root, for: "swagger").flatMap(arena.scalarText) == "2.0" ? .v2_0 : nil
    }

    private func readOpenAPIVersion(_ node: Node) -> OpenAPIVersion? {
        let text = arena.scalarText(node) ?? ""
        guard let version = OpenAPIVersion(openapi: text) else {
            reportUnsupportedVersion("OpenAPI", node)
            return nil
        }
        if text.split(separator: ".").count < 3 {
            let help = "write `openapi: \(version.rawValue).0`"
            diagnostics.warning("short-version", "the version has three numbers", at: arena.range(of: node), help: help)
        }
        return version
    }

    private func readSwaggerVersion(_ node: Node) -> OpenAPIVersion? {
        guard arena.scalarText(node) == "2.0" else {
            reportUnsupportedVersion("Swagger", node)
            return nil
        }
        if arena.string(node) == nil {
            let help = "write `swagger: '2.0'`"
            diagnostics.warning("short-version", "the version is a text", at: arena.range(of: node), help: help)
        }
        return .v2_0
    }

    private func reportUnsupportedVersion(_ name: String, _ node: Node) {
        let text = arena.scalarText(node).map { $0.isEmpty ? "an empty version" : "\(name) \($0)" }
        report(
            "unsupported-version", "\(text ?? "a version that is \(arena.kind(node).name)") is not supported",
            at: arena.range(of: node), help: "Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are read")
    }

    private func startRange(of node: Node) -> SourceRange {
        let range = arena.range(of: node)
        return SourceRange(file: range.file, start: range.start, end: range.start)
    }
}
