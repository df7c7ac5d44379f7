/// What a reference is to be read as.
package enum ReferenceKind: String, Sendable, CaseIterable {
    case schema, response, parameter, example, requestBody, header, securityScheme, link, callback, pathItem, mediaType
}

/// A `$ref` as written.
///
/// For example:
///
///     $ref: '#/components/responses/NotFound'
///     description: There is no such pet.
package struct Reference: Hashable, Sendable {
    package let text: String
    /// The value of `$ref`; what it leads to is asked for by it.
    package let node: Node
    /// The summary and description that override the target's.
    package let summary: String?
    package let description: String?
}

/// An object in a place where a reference to one may stand instead.
package enum Referenced<Object: Referable>: Sendable {
    case inline(Object)
    case reference(Reference)

    package var reference: Reference? {
        if case .reference(let reference) = self { return reference }
        return nil
    }

    package var inline: Object? {
        if case .inline(let object) = self { return object }
        return nil
    }
}

/// An object that references may lead to.
package protocol Referable: DocumentObject {
    static var kind: ReferenceKind { get }
    /// Where the objects of this kind are kept by their nodes.
    static var table: WritableKeyPath<Targets, [Node: Self]> { get }
    /// Takes over what a reference says in place of the object itself.
    mutating func describe(by reference: Reference)
}

extension Referable {
    package mutating func describe(by reference: Reference) {}
}

/// Every object that a reference leads to or may lead to, by its node.
package struct Targets: Sendable {
    package var responses: [Node: Response] = [:]
    package var parameters: [Node: Parameter] = [:]
    package var examples: [Node: Example] = [:]
    package var requestBodies: [Node: RequestBody] = [:]
    package var headers: [Node: Header] = [:]
    package var securitySchemes: [Node: SecurityScheme] = [:]
    package var links: [Node: Link] = [:]
    package var callbacks: [Node: Callback] = [:]
    package var pathItems: [Node: PathItem] = [:]
    package var mediaTypes: [Node: MediaType] = [:]
}

/// A reference that is to be followed when the object it stands in has been read.
struct PendingReference {
    let reference: Reference
    /// Nil for a reference that stands where OpenAPI has none and is followed at once, and for a link's `operationRef`.
    let kind: ReferenceKind?
    /// Whether the text may be the name of a component, as in a discriminator's mapping.
    var mayBeName = false
    /// Whether it may lead to another machine, as a link's `operationRef`; it is not followed then.
    var mayBeRemote = false
}

extension Reading {
    /// Reads an object, or the reference that stands in its place.
    func readReferenced<Object: Referable>(_ node: Node, as type: Object.Type) -> Referenced<Object>? {
        if let value = arena.value(in: node, for: "$ref") {
            if Object.kind == .pathItem, hasSiblings(node) {
                trail.enter(node, nil)
                defer { trail.leave() }
                return (readMerged(node, value) as? Object).map(Referenced.inline)
            }
            return readReference(node, value, as: Object.kind).map(Referenced.reference)
        }
        return readTarget(node, as: type).map(Referenced.inline)
    }

    /// Reads an object once, however many references lead to it.
    func readTarget<Object: Referable>(_ node: Node, as type: Object.Type) -> Object? {
        if let known = targets[keyPath: Object.table][node] { return known }
        guard let object = read(node, as: type) else { return nil }
        targets[keyPath: Object.table][node] = object
        return object
    }

    private func readReference(_ node: Node, _ value: Node, as kind: ReferenceKind) -> Reference? {
        guard let text = string(of: value) else { return nil }
        reportSiblings(of: node)
        let hasWords = version(of: node) >= .v3_1
        let summary = hasWords ? arena.value(in: node, for: "summary").flatMap(string) : nil
        let description = hasWords ? arena.value(in: node, for: "description").flatMap(string) : nil
        if kind == .mediaType, version(of: node) < .v3_2 {
            let message = "references to a media type came with OpenAPI 3.2; it is followed all the same"
            diagnostics.warning("unexpected-reference", message, at: arena.range(of: value))
        }
        let reference = Reference(text: text, node: value, summary: summary, description: description)
        references.append(PendingReference(reference: reference, kind: kind))
        return reference
    }

    private func hasSiblings(_ node: Node) -> Bool {
        arena.entries(of: node).contains { $0.key != "$ref" && !$0.key.hasPrefix("x-") }
    }

    private func reportSiblings(of node: Node) {
        let version = version(of: node)
        let allowed = version < .v3_1 ? ["$ref"] : ["$ref", "summary", "description"]
        for entry in arena.entries(of: node) where !allowed.contains(entry.key) && !entry.key.hasPrefix("x-") {
            let isLater = ["summary", "description"].contains(entry.key)
            let place = isLater ? " in \(version.name)" : ""
            diagnostics.warning(
                "ignored-sibling", "`\(entry.key)` beside `$ref` has no effect\(place)", at: entry.keyRange)
        }
    }
}

extension ObjectReader {
    package mutating func referenced<Object: Referable>(
        _ key: String, as type: Object.Type, since: OpenAPIVersion = .v2_0
    ) -> Referenced<Object>? {
        reading.recorder?.discover(type)
        return value(key, since: since, as: type.shortName).flatMap { reading.readReferenced($0, as: type) }
    }

    package mutating func referencedList<Object: Referable>(_ key: String, as type: Object.Type) -> [Referenced<Object>]
    {
        reading.recorder?.discover(type)
        return list(key, of: type.shortName)?.compactMap { reading.readReferenced($0, as: type) } ?? []
    }

    package mutating func referencedMap<Object: Referable>(
        _ key: String, as type: Object.Type, since: OpenAPIVersion = .v2_0, until: OpenAPIVersion = .v3_2
    ) -> [Named<Referenced<Object>>] {
        reading.recorder?.discover(type)
        return map(key, since: since, until: until, of: type.shortName) { reading, node in
            reading.readReferenced(node, as: type)
        } ?? []
    }
}
