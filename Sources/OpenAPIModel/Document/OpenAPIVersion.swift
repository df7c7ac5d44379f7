/// A feature set of OpenAPI; patch versions do not differ.
package enum OpenAPIVersion: String, Sendable, Comparable, CaseIterable {
    case v3_0 = "3.0"
    case v3_1 = "3.1"
    case v3_2 = "3.2"

    package static func < (left: OpenAPIVersion, right: OpenAPIVersion) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension Reading {
    /// The version that a document's root says it is written in; anything but 3.0, 3.1 and 3.2 is reported.
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
        guard let node = arena.value(in: root, for: "openapi") else {
            reportMissingVersion(root)
            return nil
        }
        let text = arena.scalarText(node) ?? ""
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, let version = OpenAPIVersion(rawValue: "\(parts[0]).\(parts[1])") else {
            reportUnsupportedVersion("OpenAPI " + text, at: arena.range(of: node))
            return nil
        }
        if parts.count < 3 {
            let help = "write `openapi: \(version.rawValue).0`"
            diagnostics.warning("short-version", "the version has three numbers", at: arena.range(of: node), help: help)
        }
        return version
    }

    /// The version that a file's root states, where it is one that is known.
    func statedVersion(_ root: Node) -> OpenAPIVersion? {
        let text = arena.value(in: root, for: "openapi").flatMap(arena.scalarText) ?? ""
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count >= 2 ? OpenAPIVersion(rawValue: "\(parts[0]).\(parts[1])") : nil
    }

    private func reportMissingVersion(_ root: Node) {
        if let swagger = arena.value(in: root, for: "swagger") {
            reportUnsupportedVersion("Swagger " + (arena.scalarText(swagger) ?? ""), at: arena.range(of: swagger))
        } else {
            report(
                "unsupported-version", "this is no OpenAPI document: it has no member `openapi`",
                at: startRange(of: root), help: "write `openapi: 3.1.1` at the top")
        }
    }

    private func reportUnsupportedVersion(_ text: String, at range: SourceRange) {
        report(
            "unsupported-version", "\(text) is not supported", at: range,
            help: "convert the document to OpenAPI 3.0, 3.1 or 3.2")
    }

    private func startRange(of node: Node) -> SourceRange {
        let range = arena.range(of: node)
        return SourceRange(file: range.file, start: range.start, end: range.start)
    }
}
