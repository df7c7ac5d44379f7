import OpenAPIModel

/// Which keywords there are and what they mean.
struct SchemaDialect: Hashable, Sendable {
    /// A draft of JSON Schema, in their order.
    enum Draft: Int, Comparable, Sendable {
        case draft4, draft6, draft7, draft2019, draft2020

        static func < (left: Draft, right: Draft) -> Bool { left.rawValue < right.rawValue }
    }

    /// Groups of keywords that a meta-schema may leave out (Draft 2020-12, core, section 8.1.2).
    struct Vocabularies: OptionSet, Hashable, Sendable {
        let rawValue: Int
        static let applicators = Vocabularies(rawValue: 1)
        static let unevaluated = Vocabularies(rawValue: 2)
        static let validation = Vocabularies(rawValue: 4)
        static let formatAssertion = Vocabularies(rawValue: 8)
        static let usual: Vocabularies = [.applicators, .unevaluated, .validation]
    }

    let draft: Draft
    var vocabularies = Vocabularies.usual
    /// The member that lets a value be null: `nullable` in OpenAPI 3.0.
    var nullable: String?
    /// The member that gives a schema an address; nil where there is none, as in OpenAPI 3.0.
    let identifier: String?

    init(_ draft: Draft) {
        self.draft = draft
        identifier = draft == .draft4 ? "id" : "$id"
    }

    private init(nullable: String) {
        draft = .draft4
        identifier = nil
        self.nullable = nullable
    }

    /// The dialect of the Schema objects of a version of OpenAPI.
    init(_ version: OpenAPIVersion) {
        switch version {
        case .v2_0: self.init(nullable: "x-nullable")
        case .v3_0: self.init(nullable: "nullable")
        case .v3_1, .v3_2: self.init(.draft2020)
        }
    }

    /// The dialect that a `$schema` names; nil where its meta-schema has to tell.
    init?(metaSchema address: String) {
        switch address {
        case "http://json-schema.org/draft-04/schema": self.init(.draft4)
        case "http://json-schema.org/draft-06/schema": self.init(.draft6)
        case "http://json-schema.org/draft-07/schema": self.init(.draft7)
        case "https://json-schema.org/draft/2019-09/schema": self.init(.draft2019)
        case "https://json-schema.org/draft/2020-12/schema": self.init(.draft2020)
        case _ where address.hasPrefix("https://spec.openapis.org/oas/3."): self.init(.draft2020)
        default: return nil
        }
    }

    /// Whether everything beside `$ref` is ignored.
    var referenceHidesSiblings: Bool { draft <= .draft7 }
    /// Whether `exclusiveMinimum` is a flag beside `minimum`.
    var exclusiveIsFlag: Bool { draft == .draft4 }
    /// Whether `items` may be a list of schemas, with `additionalItems` for the rest.
    var itemsMayBeList: Bool { draft < .draft2020 }
}
