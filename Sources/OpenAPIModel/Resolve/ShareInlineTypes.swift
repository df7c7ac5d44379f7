extension Resolver {
    /// Inline types of one owner that are alike become one: the first of them that a reader meets.
    ///
    /// For example, `mother` and `father` of one schema, with the same members, are of one type. Names depend on the owner
    /// alone: what else there is in the description does not matter. A type with a name in the configuration stays.
    ///
    /// - Parameters:
    ///   - use: The type whose parts are looked at.
    ///   - first: How many types had been settled before; they are as they are.
    mutating func sharing(_ use: TypeUse, since first: Int) -> TypeUse {
        let types = newTypes(from: use.type, since: first)
        var forms = share(types)
        while let shared = forms, !shared.isEmpty {
            for type in types {
                api[type].shape = api[type].shape.mapping { use in
                    shared[use.type].map { TypeUse($0, isNullable: use.isNullable) } ?? use
                }
            }
            for (type, other) in shared { forwards[type] = TypeUse(other) }
            forms = share(types.filter { forwards[$0] == nil })
        }
        return settled(use)
    }

    /// The types that came with one, in the order in which a reader meets them.
    private func newTypes(from root: TypeID, since first: Int) -> [TypeID] {
        var types: [TypeID] = []
        var seen: Set<TypeID> = []
        var pending = [root]
        while let type = pending.popLast() {
            guard type.index >= first, seen.insert(type).inserted else { continue }
            types.append(type)
            pending += api[type].shape.parts(in: [.sent, .received]).reversed()
        }
        return types
    }

    /// The types that are like earlier ones, with those.
    private mutating func share(_ types: [TypeID]) -> [TypeID: TypeID]? {
        var shared: [TypeID: TypeID] = [:]
        var own: [InlineType: TypeID] = [:]
        for type in types {
            guard let owner = api[type].identity.inlineOwner, !pinnedNodes.contains(api[type].origin),
                let form = form(of: api[type].shape)
            else { continue }
            let key = InlineType(owner: owner, form: form)
            guard let first = inlineTypes[key] ?? own[key] else {
                own[key] = type
                continue
            }
            shared[type] = first
            let other = api[type]
            api[first].alike.append(other)
            if api[first].documentation != other.documentation {
                api[first].documentation = Documentation(
                    constraints: sharedBounds(api[first].documentation, other.documentation))
            }
        }
        if shared.isEmpty { inlineTypes.merge(own) { first, _ in first } }
        return shared
    }

    /// The bounds of two types that become one, each once.
    private func sharedBounds(_ first: Documentation, _ other: Documentation) -> [String] {
        first.constraints + other.constraints.filter { !first.constraints.contains($0) }
    }

    /// All that makes a declared type, as text; nil for types that are not declared, or whose parts are not known yet.
    private func form(of shape: Shape) -> String? {
        switch shape {
        case .object(let object):
            return "object " + form(of: object)
        case .tuple(let tuple): return "tuple " + form(of: tuple)
        case .enumeration(let enumeration):
            let head = "enumeration \(enumeration.kind) \(enumeration.isClosed)"
            return enumeration.values.reduce(head) {
                $0 + "\n\($1.json) \($1.name ?? "") \(given(.value, $1.origin)) \($1.documentation ?? "")"
            }
        case .union(let union):
            guard !union.variants.isEmpty else { return nil }
            let mapping = union.discriminator?.mapping.map { "\($0.tag) \($0.schema.index)" } ?? []
            let head = "union \(union.discriminator?.member ?? "") \(mapping)"
            return union.variants.reduce(head) { $0 + "\n\($1.label) \($1.name ?? "") \(form(of: $1.use, depth: 0))" }
        case .array, .map, .string, .binary, .integer, .number, .boolean, .null, .any, .never: return nil
        }
    }

    private func form(of object: ObjectShape) -> String {
        let additional = object.additional.map { form(of: $0, depth: 0) } ?? ""
        return object.properties.reduce("\(object.isOpen) \(additional)") { $0 + "\n" + form(of: $1) }
    }

    private func form(of property: Property) -> String {
        let constant = property.constant.map(\.description) ?? ""
        return "\(property.name) \(given(.member, property.origin)) \(form(of: property.use, depth: 0)) "
            + "\(property.isRequired) \(property.directions.rawValue) \(constant) \(property.documentation)"
    }

    /// The name that the specification gives something; empty where it gives none.
    private func given(_ role: NameRole, _ node: Node) -> String {
        api.givenNames[NamedPlace(role, node)]?.value ?? ""
    }

    /// A type in a place: a declared one by its identity, others by what they are.
    private func form(of use: TypeUse, depth: Int) -> String {
        let mark = use.isNullable ? "?" : ""
        guard depth < 8 else { return "#\(use.type.index)\(mark)" }
        return switch api[use.type].shape {
        case .object, .tuple, .enumeration, .union: "#\(use.type.index)\(mark)"
        case .array(let element): "[\(form(of: element, depth: depth + 1))]\(mark)"
        case .map(let value): "{\(form(of: value, depth: depth + 1))}\(mark)"
        case .string(let format): "string \(format ?? "")\(mark)"
        case .integer(let format): "integer \(format ?? "")\(mark)"
        case .number(let format): "number \(format ?? "")\(mark)"
        case .binary: "binary\(mark)"
        case .boolean: "boolean\(mark)"
        case .null: "null"
        case .any: "any\(mark)"
        case .never: "never"
        }
    }
}

/// What inline types have in common that are one type.
struct InlineType: Hashable {
    let owner: TypeIdentity
    let form: String
}

extension TypeIdentity {
    /// The named schema or the operation that an inline type is a part of; nil for a type with a name of its own.
    fileprivate var inlineOwner: TypeIdentity? {
        switch self {
        case .named: nil
        case .part(let name, _): .named(name)
        case .operation(let id, _): .operation(id, [])
        }
    }
}

extension Shape {
    /// The shape with every use of a type replaced.
    func mapping(_ replace: (TypeUse) -> TypeUse) -> Shape {
        switch self {
        case .object(let object): return .object(object.mapping(replace))
        case .array(let element): return .array(of: replace(element))
        case .tuple(let tuple): return .tuple(tuple.mapping(replace))
        case .map(let value): return .map(of: replace(value))
        case .union(var union):
            for index in union.variants.indices { union.variants[index].use = replace(union.variants[index].use) }
            return .union(union)
        case .string, .binary, .integer, .number, .boolean, .null, .enumeration, .any, .never: return self
        }
    }
}

extension ObjectShape {
    /// The object with every use of a type replaced.
    fileprivate func mapping(_ replace: (TypeUse) -> TypeUse) -> ObjectShape {
        var object = self
        for index in object.properties.indices {
            object.properties[index].use = replace(object.properties[index].use)
        }
        object.additional = object.additional.map(replace)
        return object
    }
}
