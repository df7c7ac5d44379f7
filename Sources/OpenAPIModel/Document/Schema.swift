/// Which schema of a `Description`.
package struct SchemaID: Hashable, Sendable {
    package let index: UInt32
}

/// A type of JSON Schema.
package enum SchemaType: String, Sendable, CaseIterable {
    case null, boolean, integer, number, string, array, object
}

/// What a schema is written as.
package enum SchemaForm: Sendable {
    /// `true`: everything fits.
    case always
    /// `false`: nothing fits.
    case never
    case keywords
}

/// An exclusive limit: a flag beside `minimum` in OpenAPI 3.0, a number of its own from 3.1 on.
package enum ExclusiveLimit: Sendable {
    case flag(Bool)
    case value(Node)
}

/// A schema as written: every keyword of JSON Schema 2020-12 and those OpenAPI adds.
///
/// Numbers, constants and examples are kept as nodes, whose text is exact. For example:
///
///     type: object
///     required: [id]
///     properties: { id: { type: integer, minimum: 1 } }
package struct Schema: Sendable {
    static let objectName = "the Schema object"

    package let node: Node
    package var form = SchemaForm.keywords
    package var ref: Reference?

    // What it is.
    package var types: [SchemaType] = []
    package var nullable = false
    package var format: String?
    package var enumeration: [Node]?
    package var const: Node?

    // What it is made of.
    package var allOf: [SchemaID] = []
    package var anyOf: [SchemaID] = []
    package var oneOf: [SchemaID] = []
    package var not: SchemaID?
    package var properties: [Named<SchemaID>] = []
    package var required: [String] = []
    package var additionalProperties: SchemaID?
    package var items: SchemaID?
    package var prefixItems: [SchemaID] = []
    package var discriminator: Discriminator?

    // What is said about it.
    package var title: String?
    package var description: String?
    package var defaultValue: Node?
    package var example: Node?
    package var examples: [Node] = []
    package var deprecated = false
    package var readOnly = false
    package var writeOnly = false
    package var externalDocs: ExternalDocumentation?
    package var xml: XML?

    package var limits = SchemaLimits()
    package var applicators = SchemaApplicators()
    package var identity = SchemaIdentity()

    /// Whether the schema is nothing but a reference; in OpenAPI 3.0 everything beside `$ref` is ignored.
    package var isPureReference = false
}

/// Keywords that bound a value.
package struct SchemaLimits: Sendable {
    package var minimum: Node?
    package var maximum: Node?
    package var exclusiveMinimum: ExclusiveLimit?
    package var exclusiveMaximum: ExclusiveLimit?
    package var multipleOf: Node?
    package var minLength: Int?
    package var maxLength: Int?
    package var pattern: String?
    package var minItems: Int?
    package var maxItems: Int?
    package var uniqueItems = false
    package var minContains: Int?
    package var maxContains: Int?
    package var minProperties: Int?
    package var maxProperties: Int?
}

/// Keywords that apply schemas and are rare in API descriptions.
package struct SchemaApplicators: Sendable {
    package var ifSchema: SchemaID?
    package var thenSchema: SchemaID?
    package var elseSchema: SchemaID?
    package var contains: SchemaID?
    package var propertyNames: SchemaID?
    package var unevaluatedItems: SchemaID?
    package var unevaluatedProperties: SchemaID?
    package var contentSchema: SchemaID?
    package var contentEncoding: String?
    package var contentMediaType: String?
    package var patternProperties: [Named<SchemaID>] = []
    package var dependentSchemas: [Named<SchemaID>] = []
    package var dependentRequired: [Named<[String]>] = []
}

/// Keywords that name schemas and vocabularies.
package struct SchemaIdentity: Sendable {
    package var id: String?
    package var schema: String?
    package var anchor: String?
    package var dynamicAnchor: String?
    package var dynamicRef: String?
    package var comment: String?
    package var vocabulary: Node?
    package var definitions: [Named<SchemaID>] = []
}
