/// Where a parameter goes.
package enum ParameterLocation: String, Sendable, CaseIterable {
    case query, header, path, cookie, querystring
}

/// How the value of a parameter becomes text.
package enum ParameterStyle: String, Sendable, CaseIterable {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie
}

/// A value that goes with a request beside its body.
///
/// For example:
///
///     name: id
///     in: path
///     required: true
///     schema: { type: integer }
package struct Parameter: Referable {
    package static let objectName = "the Parameter object"
    package static let kind = ReferenceKind.parameter
    package static var table: WritableKeyPath<Targets, [Node: Parameter]> { \.parameters }

    package let node: Node
    package let name: String
    /// Nil when it is missing or unknown, which was reported.
    package let location: ParameterLocation?
    package private(set) var description: String?
    package let required: Bool
    package let deprecated: Bool
    package let allowEmptyValue: Bool
    package let value: ParameterValue

    package init(from reader: inout ObjectReader) {
        node = reader.node
        name = reader.requiredString("name")
        reader.requireMember("in")
        location = reader.choice("in", as: ParameterLocation.self, newer: [.querystring: .v3_2])
        description = reader.string("description")
        required = reader.boolean("required") ?? false
        deprecated = reader.boolean("deprecated") ?? false
        allowEmptyValue = reader.boolean("allowEmptyValue") ?? false
        value = ParameterValue(from: &reader)
    }

    package mutating func describe(by reference: Reference) {
        description = reference.description ?? description
    }
}

/// What parameters and headers share: the type of the value and how it is written.
package struct ParameterValue: Sendable {
    /// Nil where it is not written; the standard's defaults depend on the place.
    package let style: ParameterStyle?
    package let explode: Bool?
    package let allowReserved: Bool
    package let schema: SchemaID?
    package let content: [Named<Referenced<MediaType>>]
    package let example: Node?
    package let examples: [Named<Referenced<Example>>]

    /// - Parameter allowsReserved: Whether there is a member `allowReserved`, which headers lost with OpenAPI 3.1.
    init(from reader: inout ObjectReader, allowsReserved: Bool = true) {
        style = reader.choice("style", as: ParameterStyle.self, newer: [.cookie: .v3_2])
        explode = reader.boolean("explode")
        allowReserved = allowsReserved ? reader.boolean("allowReserved") ?? false : false
        schema = reader.schema("schema")
        content = reader.referencedMap("content", as: MediaType.self)
        example = reader.value("example")
        examples = reader.referencedMap("examples", as: Example.self)
    }
}
