import OpenAPIModel

/// A schema as the checker runs it: what its keywords ask for, in the order in which they are judged.
struct CompiledSchema {
    let node: Node
    let resource: Int
    var rules: [SchemaRule] = []
    /// Whether null fits whatever the rules say (`nullable` of OpenAPI 3.0).
    var isNullable = false
    /// Whether something depends on which members and elements other keywords have looked at.
    var hasUnevaluated = false
    var isReadOnly = false
    var isWriteOnly = false
}

/// What one keyword asks for, and where it stands.
struct SchemaRule {
    let name: String
    /// The keyword's value.
    let node: Node
    let demand: SchemaDemand
}

/// What a keyword asks of a value. Schemas are named by their place among the compiled ones.
enum SchemaDemand {
    /// `false`: nothing fits.
    case nothing
    case types(JSONTypes)
    /// One of some values, by their identities.
    case values(Set<Int>)
    case multipleOf(ExactNumber)
    case minimum(ExactNumber, isExclusive: Bool)
    case maximum(ExactNumber, isExclusive: Bool)
    case minLength(Int), maxLength(Int)
    case minItems(Int), maxItems(Int)
    case minProperties(Int), maxProperties(Int)
    case pattern(Pattern)
    case format(SchemaFormat)
    case uniqueItems
    case required([String])
    /// What members need, by their names.
    case dependentRequired([(name: String, needed: [String])])

    case reference(Int)
    /// - Parameter anchor: The name under which the schemas that are being applied are searched; nil where there is none.
    case dynamicReference(Int, anchor: String?)
    case allOf([Int]), anyOf([Int]), oneOf([Int])
    case not(Int)
    case condition(Int, then: Int?, otherwise: Int?)
    case dependentSchemas([(name: String, schema: Int)])
    case members(MemberDemands)
    case propertyNames(Int)
    case elements(first: [Int], rest: Int?)
    case contains(Int, least: Int, most: Int?)
    case unevaluatedItems(Int), unevaluatedProperties(Int)
}

/// Which schemas the members of an object have to fit.
struct MemberDemands {
    var properties: [ExactText: Int] = [:]
    var patterns: [(pattern: Pattern, schema: Int)] = []
    var additional: Int?
}

/// A set of the types of JSON.
struct JSONTypes: OptionSet {
    let rawValue: UInt8
    static let null = JSONTypes(rawValue: 1)
    static let boolean = JSONTypes(rawValue: 2)
    static let integer = JSONTypes(rawValue: 4)
    /// Any number; what is an integer has both.
    static let number = JSONTypes(rawValue: 8)
    static let string = JSONTypes(rawValue: 16)
    static let array = JSONTypes(rawValue: 32)
    static let object = JSONTypes(rawValue: 64)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init?(name: String) {
        guard let type = JSONTypes.names.first(where: { $0.name == name })?.type else { return nil }
        self = type
    }

    static let names: [(name: String, type: JSONTypes)] = [
        ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .number), ("string", .string),
        ("array", .array), ("object", .object),
    ]

    /// For example, `integer or null`.
    var description: String {
        JSONTypes.names.filter { contains($0.type) }.map(\.name).joined(separator: " or ")
    }
}
