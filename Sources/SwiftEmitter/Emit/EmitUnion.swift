import OpenAPIModel

extension Emitter {
    /// One of several types: an `enum` that is decided by members and kinds, never by trying, or, where nothing tells the
    /// types apart, the JSON with a view for each.
    func union(_ id: TypeID, _ union: UnionShape, sent isSent: Bool) -> Declaration {
        guard !union.decision.isUndecided else { return undecidedUnion(id, union, sent: isSent) }
        let cases = union.variants.indices.map { names.case($0, of: id) }
        let isReceived = !isSent || (!api[id].isDirectional && api[id].directions.contains(.received))
        let base = isReceived && union.decision.canBeUnknown ? commonBase(union, besides: cases) : nil
        let hoisted = isReceived && union.decision.canBeUnknown ? hoistedMembers(union, base, besides: cases) : []
        let isPlain = hoisted.isEmpty && base == nil
        let unknown: Code = isPlain ? "TrunklineRuntime.UnknownVariant" : "Unknown"
        let variants = zip(cases, union.variants).map { name, variant in
            Declaration.line(
                "case \(name)(\(spelling(variant.use.type, sent: isSent)))",
                documentation: documentationLines(.init(text: api[variant.use.type].documentation.text)))
        }
        let other = Declaration.line(
            "case unknown(\(unknown))", documentation: ["A variant that the specification does not name."])
        let all = union.decision.canBeUnknown ? cases + [Identifier("unknown")] : cases
        return .type(
            "public nonisolated indirect enum \(names.type(id, sent: isSent, in: api)): \(conformances(base)), Hashable, Codable\(checkConformance(id, sent: isSent))",
            documentation: documentationLines(api[id].documentation, decisionWords(union, cases)),
            variants + (union.decision.canBeUnknown ? [other] : [])
                + [decode(union, cases, hasOwnUnknown: !isPlain), encode(all)] + check(id, union, cases, sent: isSent)
                + (base.map { [getter($0, cases)] } ?? []) + hoisted.map { getter($0, all) }
                + (isPlain ? [] : [unknownVariant(union, base, hoisted)]))
    }

    private func conformances(_ base: CommonBase?) -> Code {
        "TrunklineRuntime.\(raw: base == nil ? "Model" : "DerivedModel")"
    }

    // MARK: Coding

    private func decode(_ union: UnionShape, _ cases: [Identifier], hasOwnUnknown: Bool) -> Declaration {
        let tag = union.tagMember
        let unknown: Code =
            hasOwnUnknown || tag == nil ? "try element.decode()" : ".init(element, tag: \(literal: tag ?? ""))"
        return .function(
            "public init", ["json element: borrowing TrunklineRuntime.JSONElement"],
            tail: " throws(TrunklineRuntime.DecodingIssue)",
            DecisionStatements(cases: cases, unknown: unknown).statements(union.decision))
    }

    private func encode(_ cases: [Identifier]) -> Declaration {
        let arms = cases.map { "case .\($0)(let value): value.encode(into: &writer)" as Code }
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

    /// A base that all variants have, and how each comes to it: `value.base`, or `value.base.base`.
    private struct CommonBase {
        let id: TypeID
        let type: Identifier
        let paths: [Code]
    }

    /// The nearest base that all variants have; none where a case is called `base`.
    private func commonBase(_ union: UnionShape, besides cases: [Identifier]) -> CommonBase? {
        guard union.variants.count > 1, !cases.contains(Identifier("base")) else { return nil }
        let chains = union.variants.map { bases(of: $0.use.type) }
        guard let id = chains[0].first(where: { base in chains.allSatisfy { $0.contains(base) } }) else { return nil }
        let paths = chains.map { chain in
            "value" + chain.prefix { $0 != id }.map { _ in ".base" as Code }.joined(separator: "") + ".base"
        }
        return CommonBase(id: id, type: names.type(id, sent: false, in: api), paths: paths)
    }

    private func bases(of id: TypeID) -> [TypeID] {
        Array(sequence(first: id) { names.bases[$0] }.dropFirst())
    }

    private func getter(_ base: CommonBase, _ cases: [Identifier]) -> Declaration {
        let arms = zip(cases, base.paths).map { "case .\($0)(let value): \($1)" as Code }
        return .computed(
            "public var base: \(base.type)",
            documentation: [
                "The members of `\(base.type.name)`, which all variants have; each is a member of this, too."
            ],
            ["switch self {"] + arms + ["case .unknown(let value): value.base", "}"])
    }

    /// Members are not hoisted where a case, or what every unknown variant has, goes by their name.
    private func hoistedMembers(
        _ union: UnionShape, _ base: CommonBase?, besides cases: [Identifier]
    ) -> [HoistedMember] {
        let objects = union.variants.compactMap { variant -> [String: Property]? in
            guard case .object(let object) = api[variant.use.type].shape else { return nil }
            return Dictionary(object.properties.map { ($0.name, $0) }) { first, _ in first }
        }
        guard objects.count == union.variants.count, objects.count > 1, let first = union.variants.first,
            case .object(let object) = api[first.use.type].shape
        else { return [] }
        let taken = Set(cases.map(\.name) + ["unknown", "json", "tag"])
        let shared = Set(base.map { properties(of: $0.id) } ?? [])
        return object.properties.filter { !shared.contains($0.name) }.compactMap { property in
            let name = names.member(property.name, of: first.use.type)
            let isNamedAlike = union.variants.allSatisfy { names.member(property.name, of: $0.use.type) == name }
            return isNamedAlike ? hoisted(property, objects, name, besides: taken) : nil
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
        let arms = cases.map { "case .\($0)(let value): value.\(member.name)" as Code }
        return .computed(
            "public var \(member.name): \(member.optionalType)",
            documentation: documentationLines(.init(text: member.property.documentation.text)),
            ["switch self {"] + arms + ["}"])
    }

    /// The variant that is not known, with the members that all variants have.
    private func unknownVariant(
        _ union: UnionShape, _ base: CommonBase?, _ hoisted: [HoistedMember]
    ) -> Declaration {
        let kept = base.map { base -> [Declaration] in
            [
                .computed("public var base: \(base.type)", ["_base.value"]),
                .attached("private let _base: TrunklineRuntime.Boxed<\(base.type)>"),
            ]
        }
        let stored = hoisted.map { member in
            Declaration.line("public let \(member.name): \(member.optionalType)")
        }
        let reads = hoisted.map { member -> Code in
            let name = member.name.member(besides: ["element", "object"])
            let access: Code = member.isRequired ? "required" : "optional"
            return "\(name) = \(Self.read(member.property.name, as: access, member.type))"
        }
        let json = Declaration.line("public let json: TrunklineRuntime.JSONValue", documentation: ["The whole value."])
        let decode = Declaration.function(
            "public init", ["json element: borrowing TrunklineRuntime.JSONElement"],
            tail: " throws(TrunklineRuntime.DecodingIssue)",
            ["json = try element.decode()", "var object = try element.object()"] + reads
                + (base == nil ? [] : ["_base = try object.base()"]) + ["try object.finish()"])
        let encode = Declaration.function(
            "public func encode", ["into writer: inout TrunklineRuntime.JSONWriter"], ["json.encode(into: &writer)"])
        return .type(
            "public nonisolated struct Unknown: \(conformances(base)), Hashable, Codable",
            documentation: ["A variant that the specification does not name, with the members that all variants have."],
            [json, tag(union)] + (kept ?? []) + stored + [decode, encode])
    }

    private func tag(_ union: UnionShape) -> Declaration {
        guard let name = union.tagMember else {
            return .computed(
                "public var tag: String?", documentation: ["Nil: the union has no discriminator."], ["nil"])
        }
        return .computed(
            "public var tag: String?", documentation: ["The value of `\(lines(name).first ?? "")`."],
            ["json[\(literal: name)]?.string"])
    }
}

extension UnionShape {
    /// The member that the decision begins with, if it does.
    fileprivate var tagMember: String? {
        if let discriminator { return discriminator.member }
        return if case .tag(let member, _, _, _) = decision { member } else { nil }
    }
}
