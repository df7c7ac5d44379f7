/// Finds how the variants of one union are told apart.
///
/// Objects come first: by the discriminator, else by a member that each requires with values of its own, else one after
/// the other by a constant or a required member that the others do not have, else by the kind of a member. What is no object is
/// decided by its kind, and an array by the kind of its first element. A variant that takes anything takes the rest.
struct Decider {
    let api: API
    let id: TypeID
    let union: UnionShape
    /// The type of the discriminator's default mapping.
    var fallback: TypeID?
    /// Members that have been looked at when the question is asked.
    private var tested: Set<String> = []

    init(api: API, id: TypeID, union: UnionShape, fallback: TypeID?) {
        self.api = api
        self.id = id
        self.union = union
        self.fallback = fallback
    }

    /// Whether a variant takes what the others do not.
    private var hasRest: Bool { union.variants.contains { isAny($0.use.type) } }

    /// An object that values of a variant can be.
    struct Claim {
        let variant: Int
        let type: TypeID
        /// Nil for a map, which may have any member.
        let object: ObjectShape?
    }

    /// Nil where nothing tells the variants apart.
    func decision() -> UnionShape.Decision? {
        let anything = union.variants.firstIndex { isAny($0.use.type) }
        let rest: UnionShape.Decision = anything.map { .variant($0) } ?? .unknown
        let claims = union.variants.indices.filter { $0 != anything }.flatMap(claims)
        guard let discriminator = union.discriminator else { return decide(claims, rest) }
        let tagged = Set(union.variants.indices.filter { !union.variants[$0].tags.isEmpty })
        let fallback = union.variants.firstIndex { $0.use.type == self.fallback }
        guard
            let untagged = decide(claims.filter { !tagged.contains($0.variant) }, fallback.map { .variant($0) } ?? rest)
        else { return nil }
        let arms = discriminatorArms()
        guard !arms.isEmpty else { return untagged }
        let isText = claims.allSatisfy {
            api.tags(discriminator.member, of: $0.type)?.isText ?? isString(discriminator.member, $0)
        }
        return .tag(discriminator.member, isText: isText, arms, otherwise: untagged)
    }

    /// What each tag of the discriminator means; variants that share one are told apart by what else they have.
    private func discriminatorArms() -> [UnionShape.TagArm] {
        let owners = union.tagOwners
        var places: [[Int]: Int] = [:]
        var arms: [(owners: [Int], tags: [String])] = []
        for (index, variant) in union.variants.enumerated() {
            for tag in variant.tags {
                guard let owners = owners[tag], owners.first == index else { continue }
                if let same = places.updateValue(places[owners] ?? arms.count, forKey: owners) {
                    arms[same].tags.append(tag)
                } else {
                    arms.append((owners, [tag]))
                }
            }
        }
        return arms.map { .init(tags: $0.tags, decision: inside($0.owners) ?? .variant($0.owners[0])) }
    }

    /// What tells variants with one tag apart.
    func inside(_ variants: [Int]) -> UnionShape.Decision? {
        guard let first = variants.first, variants.count > 1 else { return variants.first.map { .variant($0) } }
        let claims = variants.flatMap(claims)
        return claims.isEmpty ? .variant(first) : insideTag(claims, union.discriminator?.member ?? "")
    }

    /// Whether a member is no number or boolean.
    private func isString(_ member: String, _ claim: Claim) -> Bool {
        guard let property = claim.object?.properties.first(where: { $0.name == member }) else { return true }
        return api.kinds(of: property.use.type).isDisjoint(with: [.number, .boolean])
    }

    private func isAny(_ type: TypeID) -> Bool { if case .any = api[type].shape { true } else { false } }

    private func claims(_ variant: Int) -> [Claim] {
        api.leaves(of: union.variants[variant].use.type).filter { $0 != id }.compactMap { leaf in
            if case .object(let object) = api[leaf].shape { return Claim(variant: variant, type: leaf, object: object) }
            if case .map = api[leaf].shape { return Claim(variant: variant, type: leaf, object: nil) }
            return nil
        }
    }

    // MARK: Kinds

    /// Objects by their members, everything else by its kind.
    private func decide(_ claims: [Claim], _ rest: UnionShape.Decision) -> UnionShape.Decision? {
        let others = UnionShape.JSONKind.allCases.filter { $0 != .object }.compactMap { kind -> UnionShape.KindArm? in
            arm(kind).map {
                .init(kinds: [kind], isIntegral: kind == .number && hasRest && isIntegral($0), decision: $0)
            }
        }
        let byKind = { (object: Int?) -> UnionShape.Decision in
            let arms = self.inOrder(others + (object.map { [.init(kinds: [.object], decision: .variant($0))] } ?? []))
            return arms.isEmpty ? rest : .kind(arms, otherwise: rest)
        }
        guard let first = claims.first else { return byKind(nil) }
        if claims.allSatisfy({ $0.variant == first.variant }) {
            return hasRest ? last(claims, among: claims, byKind(nil)) : byKind(first.variant)
        }
        // A variant that takes any object comes after those that need something.
        var remaining = claims
        let open = claims.filter { $0.required.isEmpty }
        if Set(open.map(\.variant)).count == 1, let last = open.first,
            remaining.contains(where: { $0.variant != last.variant })
        {
            remaining.removeAll { $0.variant == last.variant }
            if let decision = decideObjects(remaining, among: claims, otherwise: byKind(last.variant)) {
                return decision
            }
            remaining = claims
        }
        return decideObjects(remaining, among: claims, otherwise: byKind(nil))
    }

    /// Whether a variant takes no number with a fraction.
    private func isIntegral(_ decision: UnionShape.Decision) -> Bool {
        guard case .variant(let index) = decision else { return false }
        return if case .integer = api[union.variants[index].use.type].shape { true } else { false }
    }

    /// The arms in the order of their variants.
    private func inOrder(_ arms: [UnionShape.KindArm]) -> [UnionShape.KindArm] {
        arms.enumerated().sorted { left, right in
            (left.element.decision.first, left.offset) < (right.element.decision.first, right.offset)
        }.map(\.element)
    }

    /// What values of a kind mean: the variant that is of this kind itself before those that are among others.
    private func arm(_ kind: UnionShape.JSONKind) -> UnionShape.Decision? {
        let all = union.variants.indices.filter { index in
            let type = union.variants[index].use.type
            return !isAny(type) && api.leaves(of: type).contains { $0 != id && api.kinds(of: $0).contains(kind) }
        }
        guard let first = all.first else { return nil }
        if kind == .array, all.count > 1, let decision = byElement(all) { return decision }
        return .variant(all.first { api.kinds(of: union.variants[$0].use.type) == [kind] } ?? first)
    }

    /// Arrays by the kind of their first element; nil where they have kinds in common.
    private func byElement(_ variants: [Int]) -> UnionShape.Decision? {
        var arms: [UnionShape.KindArm] = []
        var seen: Set<UnionShape.JSONKind> = []
        for index in variants {
            guard case .array(let element) = api[union.variants[index].use.type].shape else { return nil }
            let kinds = api.kinds(of: element.type)
            guard !kinds.isEmpty, seen.isDisjoint(with: kinds) else { return nil }
            seen.formUnion(kinds)
            let ordered = UnionShape.JSONKind.allCases.filter(kinds.contains)
            arms.append(.init(kinds: ordered, decision: .variant(index)))
        }
        return .elementKind(arms, empty: .variant(variants[0]), otherwise: .unknown)
    }

    // MARK: Objects

    /// How many objects are looked at one beside the other, where no member tells them apart.
    private static let maximum = 100

    /// Objects by their members; nil where nothing tells them apart.
    ///
    /// - Parameter all: The objects of all variants, also of those that are decided elsewhere.
    private func decideObjects(
        _ claims: [Claim], among all: [Claim], otherwise: UnionShape.Decision
    ) -> UnionShape.Decision? {
        if let decision = last(claims, among: all, otherwise) { return decision }
        if let decision = byTag(claims, requiring: true, among: all, otherwise) { return decision }
        guard claims.count <= Self.maximum else { return byTag(claims, requiring: false, among: all, otherwise) }
        for claim in claims {
            if let decision = byOwn(claim, claims, among: all, otherwise) { return decision }
        }
        return byMemberKind(claims, among: all, otherwise) ?? byTag(claims, requiring: false, among: all, otherwise)
            ?? byMost(claims, among: all, otherwise)
    }

    /// One variant is left: it is the one where a member that it needs is there.
    private func last(_ claims: [Claim], among all: [Claim], _ otherwise: UnionShape.Decision) -> UnionShape.Decision? {
        guard let claim = claims.first, claims.allSatisfy({ $0.variant == claim.variant }) else { return nil }
        guard claims.count == 1, !claim.required.isEmpty else { return .variant(claim.variant) }
        let signs = claim.required.filter { !tested.contains($0) }
        for name in signs {
            guard let tags = api.tags(name, of: claim.type), tags.texts.count == 1 else { continue }
            let arm = UnionShape.TagArm(tags: tags.texts, decision: .variant(claim.variant))
            return .tag(name, isText: tags.isText, [arm], otherwise: otherwise)
        }
        let others = all.filter { $0.variant != claim.variant }
        let own = signs.first { name in !others.contains { $0.declares(name) } }
        guard let sign = own ?? signs.first else { return .variant(claim.variant) }
        return .members([sign], .variant(claim.variant), otherwise: otherwise)
    }

    /// By a member that may have only values of their own in all of them.
    private func byTag(
        _ claims: [Claim], requiring: Bool, among all: [Claim], _ otherwise: UnionShape.Decision
    ) -> UnionShape.Decision? {
        let names = (claims[0].object?.properties.map(\.name) ?? []).filter { !tested.contains($0) }
        var best: (name: String, isText: Bool, groups: [(tags: [String], claims: [Claim])])?
        for name in names {
            let tags = claims.map { api.tags(name, of: $0.type) }
            guard let isText = tags[0]?.isText, tags.allSatisfy({ $0?.isText == isText }),
                !requiring || tags.allSatisfy({ $0?.isRequired == true })
            else { continue }
            let groups = Self.groups(claims, tags.map { $0?.texts ?? [] })
            if groups.count > best?.groups.count ?? 1 { best = (name, isText, groups) }
        }
        guard let best else { return nil }
        var arms: [UnionShape.TagArm] = []
        for group in best.groups {
            guard let decision = insideTag(group.claims, best.name) else { return nil }
            arms.append(.init(tags: group.tags, decision: decision))
        }
        return .tag(best.name, isText: best.isText, arms, otherwise: otherwise)
    }

    /// What is left after a tag: it needs no further sign that it is this variant.
    private func insideTag(_ claims: [Claim], _ name: String) -> UnionShape.Decision? {
        if claims.allSatisfy({ $0.variant == claims[0].variant }) { return .variant(claims[0].variant) }
        var inner = self
        inner.tested.insert(name)
        return inner.decideObjects(claims, among: claims, otherwise: .unknown)
    }

    /// Claims that have tags in common belong together.
    private static func groups(_ claims: [Claim], _ tags: [[String]]) -> [(tags: [String], claims: [Claim])] {
        var groups: [(tags: [String], claims: [Claim])] = []
        var owners: [String: Int] = [:]
        for (claim, tags) in zip(claims, tags) {
            let touched = Set(tags.compactMap { owners[$0] }).sorted()
            let first = touched.first ?? groups.count
            if touched.isEmpty { groups.append(([], [])) }
            for index in touched.dropFirst() {
                groups[first].tags += groups[index].tags
                groups[first].claims += groups[index].claims
                for tag in groups[index].tags { owners[tag] = first }
                groups[index] = ([], [])
            }
            for tag in tags where owners.updateValue(first, forKey: tag) == nil { groups[first].tags.append(tag) }
            groups[first].claims.append(claim)
        }
        return groups.filter { !$0.claims.isEmpty }
    }

    /// By what one variant requires and the others do not have: a constant, or a member.
    private func byOwn(
        _ claim: Claim, _ claims: [Claim], among all: [Claim], _ otherwise: UnionShape.Decision
    ) -> UnionShape.Decision? {
        let others = claims.filter { $0.variant != claim.variant }
        guard claims.count(where: { $0.variant == claim.variant }) == 1, !others.isEmpty else { return nil }
        for name in claim.required {
            let isOwn = !others.contains { $0.declares(name) }
            guard isOwn || isOwnConstant(name, claim, others) else { continue }
            guard let rest = decideObjects(others, among: all, otherwise: otherwise) else { return nil }
            if let tags = api.tags(name, of: claim.type), !isOwn || tags.texts.count == 1 {
                let arm = UnionShape.TagArm(tags: tags.texts, decision: .variant(claim.variant))
                return .tag(name, isText: tags.isText, [arm], otherwise: rest)
            }
            return .members([name], .variant(claim.variant), otherwise: rest)
        }
        return nil
    }

    /// Whether a constant is one that the others do not have; a member of theirs that takes any text does not count.
    private func isOwnConstant(_ name: String, _ claim: Claim, _ others: [Claim]) -> Bool {
        guard let tags = api.tags(name, of: claim.type) else { return false }
        return others.allSatisfy { other in
            guard let theirs = api.tags(name, of: other.type) else { return true }
            return Set(theirs.texts).isDisjoint(with: tags.texts)
        }
    }

    /// By the kind of a member that all require.
    private func byMemberKind(
        _ claims: [Claim], among all: [Claim], _ otherwise: UnionShape.Decision
    ) -> UnionShape.Decision? {
        for name in claims[0].required {
            let kinds = claims.compactMap { claim in claim.property(name).map { api.kinds(of: $0.use.type) } }
            guard kinds.count == claims.count, claims.allSatisfy({ $0.required.contains(name) }) else { continue }
            var groups: [(kinds: Set<UnionShape.JSONKind>, claims: [Claim])] = []
            for (claim, kinds) in zip(claims, kinds) {
                let touched = groups.indices.filter { !groups[$0].kinds.isDisjoint(with: kinds) }
                let together = touched.reduce(into: (kinds: kinds, claims: [Claim]())) { result, index in
                    result.kinds.formUnion(groups[index].kinds)
                    result.claims += groups[index].claims
                }
                for index in touched.reversed() { groups.remove(at: index) }
                groups.append((together.kinds, together.claims + [claim]))
            }
            guard groups.count > 1 else { continue }
            let arms = groups.compactMap { group in
                insideTag(group.claims, name).map { decision in
                    UnionShape.KindArm(
                        kinds: UnionShape.JSONKind.allCases.filter(group.kinds.contains), decision: decision)
                }
            }
            if arms.count == groups.count { return .memberKind(name, inOrder(arms), otherwise: otherwise) }
        }
        return nil
    }

    /// By all that one requires, where what the others have of it is the same: what has all of it fits both.
    private func byMost(
        _ claims: [Claim], among all: [Claim], _ otherwise: UnionShape.Decision
    ) -> UnionShape.Decision? {
        for claim in claims.sorted(by: { $0.required.count > $1.required.count }) {
            let others = claims.filter { $0.variant != claim.variant }
            let own = claim.required.filter { name in !others.contains { $0.required.contains(name) } }
            guard !own.isEmpty, claims.count(where: { $0.variant == claim.variant }) == 1,
                others.allSatisfy({ hasSame(claim, $0) }),
                let rest = decideObjects(others, among: all, otherwise: otherwise)
            else { continue }
            let needed = claim.required.filter { name in others.contains { !$0.required.contains(name) } }
            return .members(needed, .variant(claim.variant), otherwise: rest)
        }
        return nil
    }

    /// Whether the members that both have are of the same types.
    private func hasSame(_ claim: Claim, _ other: Claim) -> Bool {
        guard let properties = claim.object?.properties, other.object != nil else { return false }
        return properties.allSatisfy { property in
            guard let theirs = other.property(property.name) else { return true }
            return api.isSame(theirs.use, property.use) && theirs.constant == property.constant
        }
    }
}

extension Decider.Claim {
    /// The members that values have, in order.
    var required: [String] {
        object?.properties.filter { $0.isRequired && $0.directions == [.sent, .received] }.map(\.name) ?? []
    }

    func property(_ name: String) -> Property? { object?.properties.first { $0.name == name } }

    func declares(_ name: String) -> Bool { property(name) != nil }
}

extension UnionShape.Decision {
    /// The place of the first variant, for an order of what cannot overlap.
    fileprivate var first: Int {
        switch self {
        case .variant(let index): index
        case .unknown, .undecided: Int.max
        case .tag(_, _, let arms, _): arms.map(\.decision.first).min() ?? Int.max
        case .members(_, let found, _): found.first
        case .memberKind(_, let arms, _), .kind(let arms, _), .elementKind(let arms, _, _):
            arms.map(\.decision.first).min() ?? Int.max
        }
    }
}

extension UnionShape {
    /// The variants that each tag means, by place.
    var tagOwners: [String: [Int]] {
        var owners: [String: [Int]] = [:]
        for (index, variant) in variants.enumerated() {
            for tag in variant.tags { owners[tag, default: []].append(index) }
        }
        return owners
    }
}
