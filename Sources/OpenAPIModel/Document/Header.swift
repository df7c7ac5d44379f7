/// A header of a response or of a part of a body; a parameter without name and place.
package struct Header: Referable {
    package static let objectName = "the Header object"
    package static let kind = ReferenceKind.header
    package static var table: WritableKeyPath<Targets, [Node: Header]> { \.headers }

    package let node: Node
    package internal(set) var description: String?
    package let required: Bool
    package let deprecated: Bool
    package let value: ParameterValue

    package init(from reader: inout ObjectReader) {
        self = reader.version == .v2_0 ? Self(swagger: &reader) : Self(openAPI: &reader)
    }

    private init(openAPI reader: inout ObjectReader) {
        node = reader.node
        description = reader.string("description")
        required = reader.boolean("required", since: .v3_0) ?? false
        deprecated = reader.boolean("deprecated", since: .v3_0) ?? false
        if reader.version == .v3_0 { _ = reader.boolean("allowEmptyValue", since: .v3_0) }
        value = ParameterValue(from: &reader, allowsReserved: reader.version == .v3_0)
    }

    package mutating func describe(by reference: Reference) {
        description = reference.description ?? description
    }
}
