import TrunklineJSON

extension Resolver {
    /// Finds how the variants of each union are told apart: when everything is resolved, so that recursion does no harm.
    mutating func decideUnions() {
        for union in pendingUnions { readTags(of: union) }
        for union in pendingUnions { decide(union) }
        setTagConstants()
    }

    private mutating func decide(_ id: TypeID) {
        guard case .union(var union) = api[id].shape else { return }
        let fallback = union.discriminator?.fallback.flatMap { known[$0]?.type }
        removeSharedTags(&union, Decider(api: api, id: id, union: union, fallback: fallback))
        let decision = Decider(api: api, id: id, union: union, fallback: fallback).decision()
        union.decision = decision ?? .undecided
        label(&union)
        api[id].shape = .union(union)
        guard decision == nil else { return }
        let key = ["oneOf", "anyOf", "type"].first { arena.value(in: api[id].origin, for: $0) != nil }
        diagnostics.warning(
            "union-undecidable",
            "nothing tells these variants apart; the value is kept as JSON, to be read as any of them",
            at: key.map { arena.keyRange(in: api[id].origin, for: $0) } ?? arena.range(of: api[id].origin),
            help: "give each variant a required member of its own, one with a constant, or add a discriminator")
    }

    // MARK: Tags

    /// Notes which values of the discriminator mean which variant: those of the mapping, else those that the member may
    /// have, else the name of the schema.
    private mutating func readTags(of id: TypeID) {
        guard case .union(var union) = api[id].shape, let discriminator = union.discriminator else { return }
        var mapped: [TypeID: [String]] = [:]
        for entry in discriminator.mapping {
            if let type = known[entry.schema]?.type { mapped[type, default: []].append(entry.tag) }
        }
        for (index, variant) in union.variants.enumerated() where api.kinds(of: variant.use.type).contains(.object) {
            let leaves = api.leaves(of: variant.use.type)
            let own = discriminator.mapping.filter { $0.schema == variant.schema }.map(\.tag)
            union.variants[index].tags =
                (own + (mapped[variant.use.type] ?? leaves.flatMap { mapped[$0] ?? [] })).unique
            if !union.variants[index].tags.isEmpty { continue }
            let texts = leaves.flatMap { api.tags(discriminator.member, of: $0)?.texts ?? [] }
            union.variants[index].tags = texts.isEmpty ? [variant.name].compactMap { $0 } : texts.unique
        }
        reportUnusedMapping(discriminator, union, id)
        api[id].shape = .union(union)
    }

    private mutating func reportUnusedMapping(
        _ discriminator: UnionShape.Discriminator, _ union: UnionShape, _ id: TypeID
    ) {
        let tags = Set(union.variants.flatMap(\.tags))
        let origin = api[id].origin
        guard
            let written = arena.value(in: origin, for: "discriminator").flatMap({ arena.value(in: $0, for: "mapping") })
        else { return }
        for entry in arena.entries(of: written) where !tags.contains(entry.key) {
            diagnostics.warning(
                "discriminator-mapping", "`\(entry.key)` means none of the variants; such values are unknown",
                at: entry.keyRange)
        }
    }

    /// A tag of several variants, which nothing else tells apart, belongs to the first that has it.
    private mutating func removeSharedTags(_ union: inout UnionShape, _ decider: Decider) {
        let allOwners = union.tagOwners
        for tag in union.variants.flatMap(\.tags).unique {
            guard let owners = allOwners[tag], owners.count > 1, decider.inside(owners) == nil else { continue }
            for index in owners.dropFirst() {
                union.variants[index].tags.removeAll { $0 == tag }
                diagnostics.warning(
                    "union-undecidable", "two variants have the tag `\(tag)`; it means the first of them",
                    at: arena.range(of: union.variants[index].origin),
                    related: [.init("the first one", arena.range(of: union.variants[owners[0]].origin))])
            }
        }
    }

    /// The only tag of a variant is the constant of its discriminator: the caller need not say it again.
    private mutating func setTagConstants() {
        var tags: [TypeID: [String: Set<String>]] = [:]
        for id in pendingUnions {
            guard case .union(let union) = api[id].shape, let member = union.discriminator?.member else { continue }
            for variant in union.variants {
                tags[variant.use.type, default: [:]][member, default: []].formUnion(variant.tags)
            }
        }
        for (type, members) in tags {
            guard case .object(var object) = api[type].shape else { continue }
            for (index, property) in object.properties.enumerated() where property.constant == nil {
                guard let values = members[property.name], values.count == 1, let value = values.first,
                    takes(value, property.use.type)
                else { continue }
                object.properties[index].constant = .string(value)
            }
            api[type].shape = .object(object)
        }
    }

    /// Whether a type is a string that may have the value.
    private func takes(_ value: String, _ id: TypeID) -> Bool {
        if case .enumeration(let enumeration) = api[id].shape {
            return enumeration.values.contains { $0.json == .string(value) }
        }
        return if case .string = api[id].shape { true } else { false }
    }

    // MARK: Labels

    /// What the variants are called by: tags, components, constants, or what they are.
    private func label(_ union: inout UnionShape) {
        let types = union.variants.map(\.use.type)
        let unnamed = union.variants.indices.filter { union.variants[$0].name == nil }
        let objects = unnamed.filter { label(ofShape: types[$0]) == "object" }
        let arrays = unnamed.filter { label(ofShape: types[$0]) == "array" }
        for index in unnamed {
            let kind = label(ofShape: types[index])
            let word = union.variants[index].label
            let isNumbered = word.allSatisfy(\.isNumber)
            if objects.contains(index), objects.count > 1 || !isNumbered {
                union.variants[index].label = isNumbered ? "variant\(word)" : word
            } else {
                union.variants[index].label =
                    arrays.contains(index) && arrays.count > 1 ? elaborateLabel(types[index]) : kind
            }
        }
        if union.discriminator != nil {
            let owners = union.tagOwners
            for (index, variant) in union.variants.enumerated() {
                guard let tag = variant.tags.first else { continue }
                let isOwn = owners[tag]?.count == 1
                union.variants[index].label = isOwn && variant.tags.count == 1 ? tag : variant.name ?? tag
            }
        } else if case .tag(_, isText: true, let arms, _) = union.decision {
            for arm in arms where arm.tags.count == 1 {
                guard case .variant(let index) = arm.decision, arms.count(where: { $0.means(index) }) == 1,
                    arms.count > 1 || union.variants[index].name == nil
                else { continue }
                union.variants[index].label = arm.tags[0]
            }
        }
    }

    /// An array by what is in it, for example `string array`.
    private func elaborateLabel(_ id: TypeID) -> String {
        guard case .array(let element) = api[id].shape else { return label(ofShape: id) }
        if case .named(let name) = api[element.type].identity { return name + " array" }
        return elaborateLabel(element.type) + " array"
    }

    /// What a type without a name is called among variants.
    func label(ofShape id: TypeID) -> String {
        switch api[id].shape {
        case .object, .map: "object"
        case .array, .tuple: "array"
        case .string, .binary: "string"
        case .enumeration(let enumeration):
            enumeration.kind == .string ? "string" : enumeration.kind == .mixed ? "value" : "number"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .null, .never: "null"
        case .union, .any: "value"
        }
    }
}

extension UnionShape.TagArm {
    /// Whether the tags mean a variant.
    fileprivate func means(_ index: Int) -> Bool {
        if case .variant(let variant) = decision { variant == index } else { false }
    }
}

extension [String] {
    /// The texts, each once.
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
