/// An example of a value.
///
/// For example:
///
///     summary: A cat
///     value: { name: Tom }
package struct Example: Referable {
    package static let objectName = "the Example object"
    package static let kind = ReferenceKind.example
    package static var table: WritableKeyPath<Targets, [Node: Example]> { \.examples }

    package let node: Node
    package private(set) var summary: String?
    package private(set) var description: String?
    package let dataValue: Node?
    package let serializedValue: String?
    package let value: Node?
    package let externalValue: String?

    package init(from reader: inout ObjectReader) {
        node = reader.node
        summary = reader.string("summary")
        description = reader.string("description")
        dataValue = reader.value("dataValue", since: .v3_2)
        serializedValue = reader.string("serializedValue", since: .v3_2)
        value = reader.value("value")
        externalValue = reader.string("externalValue")
        if externalValue != nil { reader.reading.externalExamples.append(self) }
    }

    package mutating func describe(by reference: Reference) {
        summary = reference.summary ?? summary
        description = reference.description ?? description
    }
}
