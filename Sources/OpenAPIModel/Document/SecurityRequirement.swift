/// Security schemes that are needed together, each with its scopes.
///
/// For example:
///
///     security: [{ bearer: [] }]
package struct SecurityRequirement: DocumentObject {
    package static let objectName = "the Security Requirement object"

    package let node: Node
    package let schemes: [Named<[String]>]

    package init(from reader: inout ObjectReader) {
        node = reader.node
        schemes = reader.reading.named(reader.members("{scheme}", of: "list of text")) { reading, node in
            guard reading.arena.kind(node) == .sequence else {
                reading.reportWrongType(node, expected: "a list of scopes")
                return nil
            }
            return reading.arena.elements(of: node).compactMap(reading.string)
        }
        reader.reading.securityRequirements.append(self)
    }
}
