extension Resolver {
    /// A member that two parts of `allOf` have: what both allow; nil where that is nothing.
    mutating func narrow(_ first: Property, _ second: Property, _ identity: TypeIdentity) -> Property? {
        guard let use = narrow(first.use, second.use, identity) else { return nil }
        if let constant = first.constant, let other = second.constant, constant != other { return nil }
        var both = second
        both.use = use
        both.isRequired = first.isRequired || second.isRequired
        both.constant = second.constant ?? first.constant
        let directions = first.directions.intersection(second.directions)
        if !directions.isEmpty { both.directions = directions }
        both.documentation.title = second.documentation.title ?? first.documentation.title
        both.documentation.text = second.documentation.text ?? first.documentation.text
        let said = Set(second.documentation.constraints)
        both.documentation.constraints =
            first.documentation.constraints.filter { !said.contains($0) } + second.documentation.constraints
        return both
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
        case (.object(let object), .object(let other)): return narrow(first, object, second, other, identity)
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
        guard !unfinished.contains(first), !unfinished.contains(second) else { return nil }
        var properties = object.properties
        for property in other.properties {
            guard let index = properties.firstIndex(where: { $0.name == property.name }) else {
                properties.append(property)
                continue
            }
            guard let both = narrow(properties[index], property, identity.part(.member(property.name))) else {
                return nil
            }
            properties[index] = both
        }
        let isOpen = object.isOpen && other.isOpen
        if hasSame(properties, as: other), isOpen == other.isOpen { return second }
        if hasSame(properties, as: object), isOpen == object.isOpen { return first }
        api.types.append(
            TypeDefinition(
                origin: api[second].origin, identity: identity,
                shape: .object(ObjectShape(properties: properties, isOpen: isOpen)),
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
