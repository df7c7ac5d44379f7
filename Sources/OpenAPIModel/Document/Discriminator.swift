/// Which member tells the variants of a union apart.
///
/// For example:
///
///     propertyName: kind
///     mapping: { cat: '#/components/schemas/Cat', dog: Dog }
package struct Discriminator: DocumentObject {
    package static let objectName = "the Discriminator object"

    package let node: Node
    package let propertyName: String
    /// Component names and references by value of the member; both are bound like references.
    package let mapping: [Named<Reference>]
    package let defaultMapping: Reference?

    package init(from reader: inout ObjectReader) {
        node = reader.node
        propertyName = reader.requiredString("propertyName")
        mapping = reader.map("mapping", of: "Schema name or reference") { $0.readMappingTarget($1) } ?? []
        let reading = reader.reading
        defaultMapping = reader.value("defaultMapping", since: .v3_2, as: "Schema name or reference").flatMap(
            reading.readMappingTarget)
    }
}

extension Reading {
    /// A schema that is named by a component's name or by a reference.
    fileprivate func readMappingTarget(_ node: Node) -> Reference? {
        guard let text = string(of: node) else { return nil }
        let reference = Reference(text: text, node: node, summary: nil, description: nil)
        references.append(PendingReference(reference: reference, kind: .schema, mayBeName: true))
        return reference
    }
}
