import OpenAPIModel

extension Emitter {
    /// One of several types: an `enum` that is decided by the discriminator or the kind of value, never by trying.
    func union(_ id: TypeID, _ union: UnionShape, sent isSent: Bool) -> Declaration {
        let cases = union.variants.indices.map { names.case($0, of: id) }
        let isReceived = !isSent || (!api[id].isDirectional && api[id].directions.contains(.received))
        let hoisted = isReceived ? hoistedMembers(union, besides: cases) : []
        let unknown: Code = hoisted.isEmpty ? "TrunklineRuntime.UnknownVariant" : "Unknown"
        let variants = zip(cases, union.variants).map { name, variant in
            Declaration.line(
                "case \(name)(\(spelling(variant.use.type, sent: isSent)))",
                documentation: documentationLines(.init(text: api[variant.use.type].documentation.text)))
        }
        let other = Declaration.line(
            "case unknown(\(unknown))", documentation: ["A variant that the specification does not name."])
        return .type(
            "public nonisolated indirect enum \(names.type(id, sent: isSent, in: api)): TrunklineRuntime.Model",
            documentation: documentationLines(api[id].documentation),
            variants + [other, decode(union, cases, hasOwnUnknown: !hoisted.isEmpty), encode(cases)]
                + hoisted.map { getter($0, cases) }
                + (hoisted.isEmpty ? [] : [unknownVariant(union, hoisted)]))
    }

    // MARK: Coding

    private func decode(_ union: UnionShape, _ cases: [Identifier], hasOwnUnknown: Bool) -> Declaration {
        .function(
            "public init", ["json element: borrowing TrunklineRuntime.JSONElement"],
            tail: " throws(TrunklineRuntime.DecodingIssue)",
            decide(union, cases, hasOwnUnknown: hasOwnUnknown))
    }

    private func decide(_ union: UnionShape, _ cases: [Identifier], hasOwnUnknown: Bool) -> [Code] {
        guard let discriminator = union.decision.discriminator else {
            return decideByKind(union, cases, "try element.decode()")
        }
        let unknown: Code = hasOwnUnknown ? "try element.decode()" : ".init(element, tag: \(literal: discriminator))"
        return decideByTag(discriminator, union, cases, unknown)
    }

    private func decideByTag(
        _ discriminator: String, _ union: UnionShape, _ cases: [Identifier], _ unknown: Code
    ) -> [Code] {
        let arms = zip(cases, union.variants).filter { !$0.1.tags.isEmpty }.map { name, variant -> Code in
            let tags = variant.tags.map { "\(literal: $0)" as Code }.joined(separator: ", ")
            return "case \(tags): self = .\(name)(try element.decode())"
        }
        let rest: [Code] =
            union.decision.kinds.isEmpty
            ? ["default: self = .unknown(\(unknown))"]
            : ["default:"] + decideByKind(union, cases, unknown).map { "    " + $0 }
        return ["switch element.tag(\(literal: discriminator)) {"] + arms + rest + ["}"]
    }

    private func decideByKind(_ union: UnionShape, _ cases: [Identifier], _ unknown: Code) -> [Code] {
        let arms = union.decision.kinds.map { kind, variant -> Code in
            "case .\(raw: kind.rawValue): self = .\(cases[variant])(try element.decode())"
        }
        return ["switch element.kind {"] + arms + ["default: self = .unknown(\(unknown))", "}"]
    }

    private func encode(_ cases: [Identifier]) -> Declaration {
        let arms = (cases + [Identifier("unknown")]).map {
            "case .\($0)(let value): value.encode(into: &writer)" as Code
        }
        return .function(
            "public func encode", ["into writer: inout TrunklineRuntime.JSONWriter"], ["switch self {"] + arms + ["}"])
    }

    // MARK: Members of all variants

    /// A member that every variant declares with one type.
    private struct HoistedMember {
        let property: Property
        let name: Identifier
        let type: Code
        let isRequired: Bool

        var optionalType: Code { isRequired ? type : "\(type)?" }
    }

    /// Members are not hoisted where a case, or what every unknown variant has, goes by their name.
    private func hoistedMembers(_ union: UnionShape, besides cases: [Identifier]) -> [HoistedMember] {
        let objects = union.variants.compactMap { variant -> [String: Property]? in
            guard case .object(let object) = api[variant.use.type].shape else { return nil }
            return Dictionary(object.properties.map { ($0.name, $0) }) { first, _ in first }
        }
        guard objects.count == union.variants.count, objects.count > 1, let first = union.variants.first,
            case .object(let object) = api[first.use.type].shape
        else { return [] }
        let taken = Set(cases.map(\.name) + ["unknown", "json", "tag"])
        return object.properties.compactMap {
            hoisted($0, objects, names.member($0.name, of: first.use.type), besides: taken)
        }
    }

    private func hoisted(
        _ property: Property, _ objects: [[String: Property]], _ name: Identifier, besides taken: Set<String>
    ) -> HoistedMember? {
        let all = objects.compactMap { $0[property.name] }
        let type = spelling(property.use.type, sent: false)
        guard all.count == objects.count, all.allSatisfy({ $0.constant == nil && $0.directions.contains(.received) }),
            all.allSatisfy({ spelling($0.use.type, sent: false) == type }), !taken.contains(name.name)
        else { return nil }
        let isRequired = all.allSatisfy { $0.isRequired && !$0.use.isNullable }
        return HoistedMember(property: property, name: name, type: type, isRequired: isRequired)
    }

    private func getter(_ member: HoistedMember, _ cases: [Identifier]) -> Declaration {
        let arms = (cases + [Identifier("unknown")]).map { "case .\($0)(let value): value.\(member.name)" as Code }
        return .computed(
            "public var \(member.name): \(member.optionalType)",
            documentation: documentationLines(.init(text: member.property.documentation.text)),
            ["switch self {"] + arms + ["}"])
    }

    /// The variant that is not known, with the members that all variants have.
    private func unknownVariant(_ union: UnionShape, _ hoisted: [HoistedMember]) -> Declaration {
        let stored = hoisted.map { member in
            Declaration.line("public let \(member.name): \(member.optionalType)")
        }
        let reads = hoisted.map { member -> Code in
            let name = member.name.member(besides: ["element", "object"])
            let access = member.isRequired ? "required" : "optional"
            return "\(name) = try object.\(raw: access)(\(literal: member.property.name))"
        }
        let json = Declaration.line("public let json: TrunklineRuntime.JSONValue", documentation: ["The whole value."])
        let decode = Declaration.function(
            "public init", ["json element: borrowing TrunklineRuntime.JSONElement"],
            tail: " throws(TrunklineRuntime.DecodingIssue)",
            ["json = try element.decode()", "var object = try element.object()"] + reads)
        let encode = Declaration.function(
            "public func encode", ["into writer: inout TrunklineRuntime.JSONWriter"], ["json.encode(into: &writer)"])
        return .type(
            "public nonisolated struct Unknown: TrunklineRuntime.Model",
            documentation: ["A variant that the specification does not name, with the members that all variants have."],
            [json, tag(union)] + stored + [decode, encode])
    }

    private func tag(_ union: UnionShape) -> Declaration {
        guard let name = union.decision.discriminator else {
            return .computed(
                "public var tag: String?", documentation: ["Nil: the union has no discriminator."], ["nil"])
        }
        return .computed(
            "public var tag: String?", documentation: ["The value of `\(lines(name).first ?? "")`."],
            ["json[\(literal: name)]?.string"])
    }
}
