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
    package internal(set) var description: String?
    package let required: Bool
    package let deprecated: Bool
    package let allowEmptyValue: Bool
    package let value: ParameterValue
    /// What part of the body the parameter is in Swagger 2.0, where operations have no body of their own.
    let bodyPart: SwaggerBodyPart?

    package init(from reader: inout ObjectReader) {
        self = reader.version == .v2_0 ? Self(swagger: &reader) : Self(openAPI: &reader)
    }

    private init(openAPI reader: inout ObjectReader) {
        node = reader.node
        name = reader.requiredString("name")
        reader.requireMember("in")
        location = reader.choice("in", as: ParameterLocation.self, newer: [.querystring: .v3_2])
        description = reader.string("description")
        required = reader.boolean("required") ?? false
        deprecated = reader.boolean("deprecated", since: .v3_0) ?? false
        allowEmptyValue = reader.boolean("allowEmptyValue") ?? false
        value = ParameterValue(from: &reader)
        bodyPart = nil
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
        style = reader.choice("style", as: ParameterStyle.self, since: .v3_0, newer: [.cookie: .v3_2])
        explode = reader.boolean("explode", since: .v3_0)
        allowReserved = allowsReserved ? reader.boolean("allowReserved", since: .v3_0) ?? false : false
        schema = reader.schema("schema", since: .v3_0)
        content = reader.referencedMap("content", as: MediaType.self, since: .v3_0)
        example = reader.value("example", since: .v3_0)
        examples = reader.referencedMap("examples", as: Example.self, since: .v3_0)
    }
}
