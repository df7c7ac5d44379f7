import TrunklineJSON

extension Resolver {
    /// The only value that a schema allows, which may be null; nil where it allows others.
    func constant(of schema: Schema) -> JSONValue? {
        if let const = schema.const { return value(const, as: schema.types)?.json }
        guard let nodes = schema.enumeration else { return nil }
        let values = Set(nodes.compactMap { value($0, as: schema.types)?.json })
        return values.count == 1 ? values.first : nil
    }

    /// A value of a schema's types, and whether it is written as one.
    ///
    /// YAML takes an unquoted `1.0` for a number: where the type is a string, its text is meant. Nil where the value is of
    /// none of the types.
    func value(_ node: Node, as types: [SchemaType]) -> (json: JSONValue, isExact: Bool)? {
        guard let json = arena.json(node) else { return nil }
        if types.isEmpty || types.contains(where: json.fits) || json == .null { return (json, true) }
        if types.contains(.string), let text = arena.scalarText(node) { return (.string(text), false) }
        guard case .string(let text) = json, let read = try? JSONValue(parsing: text), types.contains(where: read.fits)
        else { return nil }
        return (read, false)
    }

    /// Reports a value that is not written as one of the schema's types.
    mutating func reportMistyped(_ node: Node, _ schema: Schema, rule: String = "enum-mismatch") {
        let value = value(node, as: schema.types)
        guard value?.isExact != true else { return }
        let types = schema.types.map(\.rawValue).joined(separator: " or ")
        let text = arena.scalarText(node).map { "`\($0)`" } ?? "this"
        let what = types.isEmpty ? "\(text) has no JSON" : "\(text) is not of type \(types)"
        diagnostics.warning(
            rule, "\(what); \(value.map { "it is taken as \($0.json)" } ?? "it is left out")",
            at: arena.range(of: node))
    }

    /// What a schema with a constant is without it: the type of the constant.
    mutating func resolveConstant(_ const: Node, _ schema: Schema, _ identity: TypeIdentity) -> TypeUse? {
        reportMistyped(const, schema)
        guard !schema.isObjectLike, let value = value(const, as: schema.types)?.json else { return nil }
        return TypeUse(addConstant(value, schema, identity), isNullable: value == .null)
    }

    /// The type of one value.
    mutating func addConstant(_ value: JSONValue, _ schema: Schema, _ identity: TypeIdentity) -> TypeID {
        let type = add(shape(of: value, schema), identity, schema)
        constantTypes[type] = value
        return type
    }

    /// Notes constants that are no members: an element, a parameter or a body takes any value of the type.
    mutating func noteConstantsWithoutMember() {
        var types = Set(
            api.operations.flatMap { $0.parameters.map(\.use.type) + $0.responses.flatMap(\.headers).map(\.use.type) })
        types.formUnion(
            api.operations.flatMap { ($0.body?.contents ?? []) + $0.responses.flatMap(\.contents) }.flatMap(\.types))
        for type in api.types {
            switch type.shape {
            case .array(let part), .map(let part): types.insert(part.type)
            case .object, .tuple, .string, .binary, .integer, .number, .boolean, .null, .enumeration, .union, .any,
                .never:
                break
            }
        }
        for type in constantTypes.keys.filter(types.contains).sorted(by: { $0.index < $1.index }) {
            let node = api[type].origin
            let key = arena.value(in: node, for: "const") == nil ? "enum" : "const"
            noteUnused("a constant that is no member is", at: node, key: key, instead: "any value of its type is taken")
        }
    }

    /// The shape of one value.
    func shape(of value: JSONValue, _ schema: Schema) -> Shape {
        switch value {
        case .null: .null
        case .bool: .boolean
        case .string: .string(format: schema.format)
        case .number(let number):
            number.integer(Int.self) != nil && schema.types != [.number] ? .integer(format: nil) : .number(format: nil)
        case .array, .object: .any
        }
    }
}

extension JSONValue {
    /// Whether the value is of a type.
    fileprivate func fits(_ type: SchemaType) -> Bool {
        switch (self, type) {
        case (.null, .null), (.bool, .boolean), (.number, .number), (.string, .string), (.array, .array),
            (.object, .object):
            true
        case (.number(let number), .integer): number.isIntegral
        default: false
        }
    }
}

extension JSONNumber {
    /// Whether there is no fraction, of whatever size the number is.
    fileprivate var isIntegral: Bool {
        integer(Int.self) != nil || !text.contains { ".eE".contains($0) } || double.map { $0 == $0.rounded() } == true
    }
}
