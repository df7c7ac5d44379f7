import OpenAPIModel

/// What the specification has to say at a place.
enum Expectation: Sendable {
    /// The JSON types, null included: `["string", "null"]`.
    case type([String])
    case format(String)
    /// The `$ref`, by the name of the schema.
    case reference(String)
    /// The `$ref` of a list's items.
    case items(String)
    /// The enumeration's values, all of them and in this order, wherever a schema has them.
    case values([String])
    /// A constant, also as a single-valued enumeration.
    case constant(String)
    /// The object that has the member lists it as required.
    case required
    /// The object that has the member does not.
    case optional
    /// A scalar's text.
    case text(String)
    /// The names of a mapping, all of them.
    case names([String])
    /// There is nothing at the pointer.
    case nothing

    static func type(_ name: String) -> Expectation { .type([name]) }
    static func nullable(_ name: String) -> Expectation { .type([name, "null"]) }
}

extension SpecificationFile {
    /// What is wrong at a pointer; nil if it is as expected.
    func fault(at pointer: String, _ expectation: Expectation) -> String? {
        if case .nothing = expectation { return node(pointer) == nil ? nil : "there is something" }
        guard let node = node(pointer) else { return "there is nothing" }
        switch expectation {
        case .nothing: return nil
        case .type(let types): return compare(Set(texts(node, "type")), Set(types))
        case .format(let format): return compare(text(node, "format"), format)
        case .reference(let name): return compare(text(node, "$ref"), "#/components/schemas/\(name)")
        case .items(let name):
            let reference = arena.value(in: node, for: "items").flatMap { text($0, "$ref") }
            return compare(reference, "#/components/schemas/\(name)")
        case .values(let values): return compare(enumeration(node), values)
        case .constant(let value): return compare(texts(node, "const") + texts(node, "enum"), [value])
        case .required: return isRequired(pointer) ? nil : "it is optional"
        case .optional: return isRequired(pointer) ? "it is required" : nil
        case .text(let text): return compare(arena.scalarText(node), text)
        case .names(let names): return compare(arena.entries(of: node).map(\.key), names)
        }
    }

    private func compare<Value: Equatable>(_ found: Value?, _ expected: Value) -> String? {
        found == expected ? nil : "found \(found.map { "\($0)" } ?? "nothing"), expected \(expected)"
    }

    /// The values of an enumeration, or of the one among a schema's variants.
    private func enumeration(_ node: Node) -> [String] {
        let schema = target(of: node)
        return ([schema] + elements(schema, "anyOf")).map { texts($0, "enum") }.first { !$0.isEmpty } ?? []
    }

    /// Whether `…/properties/x` is listed by the schema in front of `/properties`.
    private func isRequired(_ pointer: String) -> Bool {
        let parts = pointer.split(separator: "/").map(String.init)
        let owner = "/" + parts.dropLast(2).joined(separator: "/")
        return node(owner).map { texts($0, "required").contains(parts.last ?? "") } ?? false
    }
}
