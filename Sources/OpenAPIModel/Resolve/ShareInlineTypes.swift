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
        for case (let type, let key?) in zip(types, inlineTypes(types)) {
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

    /// What types can have in common with others; nil where they have names of their own.
    private func inlineTypes(_ types: [TypeID]) -> [InlineType?] {
        types.map { type in
            guard let owner = api[type].identity.inlineOwner, !pinnedNodes.contains(api[type].origin) else {
                return nil
            }
            return form(of: api[type].shape).map { InlineType(owner: owner, form: $0) }
        }
    }

    /// The bounds of two types that become one, each once.
    private func sharedBounds(_ first: Documentation, _ other: Documentation) -> [String] {
        first.constraints + other.constraints.filter { !first.constraints.contains($0) }
    }

    /// All that makes a declared type; nil for types that are not declared, or whose parts are not known yet.
    private func form(of shape: Shape) -> InlineForm? {
        var form = InlineForm()
        switch shape {
        case .object(let object): write(object, "object", to: &form)
        case .tuple(let tuple): write(tuple, "tuple", to: &form)
        case .enumeration(let enumeration):
            form.text = "enumeration \(enumeration.kind.rawValue) \(enumeration.isClosed)"
            for value in enumeration.values {
                form.add([value.json.description, given(.value, value.origin), value.name ?? ""])
                form.documentation.append(Documentation(text: value.documentation))
            }
        case .union(let union):
            guard !union.variants.isEmpty else { return nil }
            form.text = "union "
            form.add([union.discriminator?.member ?? ""])
            for entry in union.discriminator?.mapping ?? [] { form.add([entry.tag, "\(entry.schema.index)"]) }
            for variant in union.variants {
                form.add([variant.label, variant.name ?? ""])
                write(variant.use, to: &form.text, depth: 0)
            }
        case .array, .map, .string, .binary, .integer, .number, .boolean, .null, .any, .never: return nil
        }
        return form
    }

    private func write(_ object: ObjectShape, _ kind: String, to form: inout InlineForm) {
        form.text = "\(kind) \(object.isOpen) "
        if let additional = object.additional { write(additional, to: &form.text, depth: 0) }
        for property in object.properties {
            form.add([property.name, given(.member, property.origin)])
            write(property.use, to: &form.text, depth: 0)
            form.text += " \(property.isRequired) \(property.directions.rawValue) "
            if let constant = property.constant { form.add([constant.description]) }
            form.documentation.append(property.documentation)
        }
    }

    /// The name that the specification gives something; empty where it gives none.
    private func given(_ role: NameRole, _ node: Node) -> String {
        api.givenNames[NamedPlace(role, node)]?.value ?? ""
    }

    /// A type in a place: a declared one by its identity, others by what they are.
    private func write(_ use: TypeUse, to text: inout String, depth: Int) {
        switch api[use.type].shape {
        case .array(let element) where depth < 8:
            text += "["
            write(element, to: &text, depth: depth + 1)
        case .map(let value) where depth < 8:
            text += "{"
            write(value, to: &text, depth: depth + 1)
        case .object, .tuple, .enumeration, .union, .array, .map: text += "#\(use.type.index)"
        case .string(let format): text += "string \(format ?? "")"
        case .integer(let format): text += "integer \(format ?? "")"
        case .number(let format): text += "number \(format ?? "")"
        case .binary: text += "binary"
        case .boolean: text += "boolean"
        case .null: text += "null"
        case .any: text += "any"
        case .never: text += "never"
        }
        if use.isNullable { text += "?" }
    }
}

/// What inline types have in common that are one type.
struct InlineType: Hashable {
    private let owner: TypeIdentity
    private let form: InlineForm
    /// Forms are long, and looked up several times.
    private let hash: Int

    init(owner: TypeIdentity, form: InlineForm) {
        self.owner = owner
        self.form = form
        var hasher = Hasher()
        hasher.combine(owner)
        hasher.combine(form)
        hash = hasher.finalize()
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

/// All that makes a type, but for its name.
struct InlineForm: Hashable {
    var text = ""
    /// What is said about each member or value.
    var documentation: [Documentation] = []

    /// Adds texts of the specification, in which anything may stand.
    mutating func add(_ texts: [String]) {
        for part in texts { text += "\(part.utf8.count):\(part) " }
    }
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
