/// A member that several parts of an object have.
struct Overlap {
    /// In the order of the parts.
    let properties: [Property]
    let identity: TypeIdentity
}

extension Resolver {
    /// Two descriptions of one member in one; the type is that of the second, until both are known.
    func joined(_ first: Property, _ second: Property) -> Property {
        var both = second
        both.isRequired = first.isRequired || second.isRequired
        both.constant = second.constant ?? first.constant
        both.defaultValue = second.defaultValue ?? first.defaultValue
        both.rules = first.rules.filter { !second.rules.contains($0) } + second.rules
        both.others = first.others + [first.origin] + second.others
        both.documentation.sources.nodes = first.documentation.sources.nodes + second.documentation.sources.nodes
        both.documentation.defaultText = second.documentation.defaultText ?? first.documentation.defaultText
        let directions = first.directions.intersection(second.directions)
        if !directions.isEmpty { both.directions = directions }
        both.documentation.title = second.documentation.title ?? first.documentation.title
        both.documentation.text = second.documentation.text ?? first.documentation.text
        let said = Set(second.documentation.constraints)
        both.documentation.constraints =
            first.documentation.constraints.filter { !said.contains($0) } + second.documentation.constraints
        return both
    }

    /// Gives members that several parts have the type that all of them allow.
    mutating func narrowOverlaps() {
        for object in overlaps.keys.sorted(by: { $0.index < $1.index }) { narrowOverlaps(of: object) }
    }

    private mutating func narrowOverlaps(of id: TypeID) {
        guard let overlaps = overlaps.removeValue(forKey: id), case .object = api[id].shape else { return }
        for overlap in overlaps {
            guard let first = overlap.properties.first else { continue }
            let use = overlap.properties.dropFirst().reduce((first, settled(first.use))) { result, property in
                (property, narrowed(result, property, overlap.identity))
            }.1
            guard case .object(var object) = api[id].shape else { continue }
            for index in object.properties.indices where object.properties[index].name == first.name {
                object.properties[index].use = use
            }
            api[id].shape = .object(object)
        }
    }

    private mutating func narrowed(
        _ earlier: (property: Property, use: TypeUse), _ later: Property, _ identity: TypeIdentity
    ) -> TypeUse {
        let use = settled(later.use)
        let isContradiction =
            earlier.property.constant != nil && later.constant != nil && earlier.property.constant != later.constant
        if !isContradiction, let both = narrow(earlier.use, use, identity) { return both }
        diagnostics.warning(
            "allof-conflict", "`\(later.name)` has another type in an earlier part; this one is used",
            at: memberRange(of: later.origin),
            related: [.init("the earlier one", arena.range(of: earlier.property.origin))])
        return use
    }

    /// Where the name of a member is written, whose schema is at a node.
    private func memberRange(of node: Node) -> SourceRange {
        let entries = arena.parent(of: node).map { arena.entries(of: $0) }
        return entries?.first { $0.value == node }?.keyRange ?? arena.range(of: node)
    }

    /// What two schemas of one value both allow; nil where that is nothing, or where no type says it.
    mutating func narrow(_ first: TypeUse, _ second: TypeUse, _ identity: TypeIdentity) -> TypeUse? {
        narrow(first.type, second.type, identity).map {
            TypeUse($0, isNullable: first.isNullable && second.isNullable)
        }
    }

    private mutating func narrow(_ first: TypeID, _ second: TypeID, _ identity: TypeIdentity) -> TypeID? {
        if first == second { return first }
        if let constant = constantTypes[first], let other = constantTypes[second], constant != other { return nil }
        switch (api[first].shape, api[second].shape) {
        case _ where api.isSame(TypeUse(first), TypeUse(second)): return second
        case (.any, _): return second
        case (_, .any): return first
        case (.integer(let format), .integer(let other)): return narrow(first, format, second, other)
        case (.number(let format), .number(let other)): return narrow(first, format, second, other)
        case (.string(let format), .string(let other)): return narrow(first, format, second, other)
        case (.integer, .number), (.string, .binary): return first
        case (.number, .integer), (.binary, .string): return second
        case (.boolean, .boolean), (.null, .null), (.binary, .binary): return second
        case (.enumeration(let shape), .enumeration(let other)): return narrow(first, shape, second, other)
        case (.enumeration(let shape), let other): return takes(other, shape) ? first : nil
        case (let other, .enumeration(let shape)): return takes(other, shape) ? second : nil
        case (.array(let element), .array(let other)):
            guard let both = narrow(element, other, identity.part(.element)) else { return nil }
            return both == other ? second : both == element ? first : addLike(second, .array(of: both))
        case (.map(let value), .map(let other)):
            guard let both = narrow(value, other, identity.part(.additional)) else { return nil }
            return both == other ? second : both == value ? first : addLike(second, .map(of: both))
        case (.map, .object): return second
        case (.object, .map): return first
        case (.object, .object):
            // Two types that contain themselves would have no end.
            guard narrowing.count < 16 else { return nil }
            guard narrowing.insert([first, second]).inserted else { return second }
            defer { narrowing.remove([first, second]) }
            narrowOverlaps(of: first)
            narrowOverlaps(of: second)
            guard case .object(let object) = api[first].shape, case .object(let other) = api[second].shape else {
                return nil
            }
            return narrow(first, object, second, other, identity)
        case (.union(let union), _): return union.variants.contains { $0.use.type == second } ? second : nil
        case (_, .union(let union)): return union.variants.contains { $0.use.type == first } ? first : nil
        default: return nil
        }
    }

    /// A format beside none is the narrower; two formats are told apart by their owners only where one is the wider integer.
    private func narrow(_ first: TypeID, _ format: String?, _ second: TypeID, _ other: String?) -> TypeID? {
        if format == other || format == nil { return second }
        if other == nil || other == "int64" && format == "int32" { return first }
        return other == "int32" && format == "int64" ? second : nil
    }

    /// Whether a type takes the values of an enumeration.
    private func takes(_ shape: Shape, _ enumeration: EnumerationShape) -> Bool {
        if case .string = shape { return enumeration.kind == .string }
        if case .number = shape { return enumeration.kind == .integer || enumeration.kind == .number }
        return if case .integer = shape { enumeration.kind == .integer } else { false }
    }

    /// The values that both have.
    private mutating func narrow(
        _ first: TypeID, _ shape: EnumerationShape, _ second: TypeID, _ other: EnumerationShape
    ) -> TypeID? {
        let known = Set(shape.values.map(\.json))
        let both = other.values.filter { known.contains($0.json) }
        if both.isEmpty { return nil }
        if both.count == other.values.count { return second }
        if both.count == shape.values.count { return first }
        let isClosed = shape.isClosed || other.isClosed
        return addLike(second, .enumeration(.init(values: both, kind: .init(of: both.map(\.json)), isClosed: isClosed)))
    }

    /// The members of both.
    private mutating func narrow(
        _ first: TypeID, _ object: ObjectShape, _ second: TypeID, _ other: ObjectShape, _ identity: TypeIdentity
    ) -> TypeID? {
        var properties = object.properties
        for property in other.properties {
            guard let index = properties.firstIndex(where: { $0.name == property.name }) else {
                properties.append(property)
                continue
            }
            guard let use = narrow(properties[index].use, property.use, identity.part(.member(property.name))) else {
                return nil
            }
            properties[index] = joined(properties[index], property)
            properties[index].use = use
        }
        let isOpen = object.isOpen && other.isOpen
        if hasSame(properties, as: other), isOpen == other.isOpen { return second }
        if hasSame(properties, as: object), isOpen == object.isOpen { return first }
        api.types.append(
            TypeDefinition(
                origin: api[second].origin, identity: identity,
                shape: .object(
                    ObjectShape(
                        properties: properties, isOpen: isOpen, additional: other.additional ?? object.additional)),
                documentation: api[second].documentation))
        return TypeID(index: api.types.count - 1)
    }

    private func hasSame(_ properties: [Property], as object: ObjectShape) -> Bool {
        properties.count == object.properties.count
            && properties.allSatisfy { property in
                object.properties.contains {
                    $0.name == property.name && api.isSame($0.use, property.use) && $0.isRequired == property.isRequired
                        && $0.constant == property.constant
                }
            }
    }
}
