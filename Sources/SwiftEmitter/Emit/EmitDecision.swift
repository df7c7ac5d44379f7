import OpenAPIModel

/// The statements that find the variant of a value.
struct DecisionStatements {
    let cases: [Identifier]
    /// What an unknown variant is made of.
    let unknown: Code

    func statements(_ decision: UnionShape.Decision) -> [Code] {
        switch decision {
        case .variant(let index): return ["self = .\(cases[index])(try element.decode())"]
        case .unknown, .undecided: return ["self = .unknown(\(unknown))"]
        case .tag(let member, let isText, let arms, let otherwise):
            let subject: Code = "element.\(raw: isText ? "tag" : "literal")(\(literal: member))"
            return choice(subject, arms.map(statements), otherwise)
        case .members(let members, let found, let otherwise): return condition(members, found, otherwise)
        case .memberKind(let member, let arms, let otherwise):
            return choice("element.kind(of: \(literal: member))", arms.map(statements), otherwise)
        case .kind(let arms, let otherwise):
            return choice("element.kind", arms.map(statements), otherwise)
        case .elementKind(let arms, let empty, let otherwise):
            return choice("element.elementKind", elementArms(arms, empty), otherwise)
        }
    }

    private func statements(_ arm: UnionShape.TagArm) -> [Code] {
        let tags = arm.tags.map { "\(literal: $0)" as Code }.joined(separator: ", ")
        return self.arm("case \(tags):", arm.decision)
    }

    private func statements(_ arm: UnionShape.KindArm) -> [Code] {
        self.arm(
            "case \(raw: kinds(arm))\(raw: arm.isIntegral ? " where element.isInteger" : ""):", arm.decision)
    }

    private func kinds(_ arm: UnionShape.KindArm) -> String {
        arm.kinds.map { ".\($0.rawValue)" }.joined(separator: ", ")
    }

    /// An empty array is of the first variant.
    private func elementArms(_ arms: [UnionShape.KindArm], _ empty: UnionShape.Decision) -> [[Code]] {
        guard case .variant(let variant) = empty else { return [arm("case nil:", empty)] + arms.map(statements) }
        return arms.map { arm in
            guard case .variant(variant) = arm.decision else { return statements(arm) }
            return self.arm("case nil, \(raw: kinds(arm)):", arm.decision)
        }
    }

    private func choice(_ subject: Code, _ arms: [[Code]], _ otherwise: UnionShape.Decision) -> [Code] {
        ["switch \(subject) {"] + arms.flatMap { $0 } + arm("default:", otherwise) + ["}"]
    }

    /// An arm on one line, or with its statements below.
    private func arm(_ head: Code, _ decision: UnionShape.Decision) -> [Code] {
        let statements = statements(decision)
        if statements.count == 1, let statement = statements.first { return ["\(head) \(statement)"] }
        return [head] + statements.map { "    " + $0 }
    }

    private func condition(
        _ members: [String], _ found: UnionShape.Decision, _ otherwise: UnionShape.Decision
    ) -> [Code] {
        let tests = members.map { "element.has(\(literal: $0))" as Code }.joined(separator: ", ")
        let rest = statements(otherwise)
        let head = ["if \(tests) {"] + statements(found).map { "    " + $0 }
        if case .members = otherwise, let first = rest.first { return head + ["} else \(first)"] + rest.dropFirst() }
        return head + ["} else {"] + rest.map { "    " + $0 } + ["}"]
    }
}

extension Emitter {
    /// In which order values are decided, where that is not said by the discriminator or the kinds alone.
    func decisionWords(_ union: UnionShape, _ cases: [Identifier]) -> [String] {
        guard !union.decision.isPlain(hasDiscriminator: union.discriminator != nil) else { return [] }
        let steps = DecisionWords(cases: cases).steps(union.decision, [])
        return [(["Decided in this order:"] + steps.map { "- " + $0 }).joined(separator: "\n")]
    }
}

/// A decision in words, a step for each way to a variant.
private struct DecisionWords {
    let cases: [Identifier]

    func steps(_ decision: UnionShape.Decision, _ conditions: [String]) -> [String] {
        switch decision {
        case .variant(let index): return ["`\(cases[index].name)` " + when(conditions)]
        case .unknown, .undecided: return conditions.isEmpty ? ["`unknown` otherwise"] : []
        case .tag(let member, _, let arms, let otherwise):
            return arms.flatMap { arm in
                let values = arm.tags.map { "`\($0)`" }.joined(separator: " or ")
                return steps(arm.decision, conditions + ["where `\(member)` is \(values)"])
            } + steps(otherwise, conditions)
        case .members(let members, let found, let otherwise):
            let names = members.map { "`\($0)`" }.joined(separator: " and ")
            return steps(found, conditions + ["where there is \(names)"]) + steps(otherwise, conditions)
        case .memberKind(let member, let arms, let otherwise):
            return arms.flatMap { steps($0.decision, conditions + ["where `\(member)` is \(kinds($0))"]) }
                + steps(otherwise, conditions)
        case .kind(let arms, let otherwise):
            return arms.flatMap { steps($0.decision, conditions + ["for \(kinds($0))"]) } + steps(otherwise, conditions)
        case .elementKind(let arms, let empty, let otherwise):
            return arms.flatMap { steps($0.decision, conditions + ["whose first element is \(kinds($0))"]) }
                + steps(empty, conditions + ["that is empty"]) + steps(otherwise, conditions)
        }
    }

    private func when(_ conditions: [String]) -> String {
        conditions.isEmpty ? "otherwise" : conditions.joined(separator: " ").replacing(" where ", with: " and ")
    }

    private func kinds(_ arm: UnionShape.KindArm) -> String {
        if arm.isIntegral { return "an integer" }
        return arm.kinds.map { ($0 == .array || $0 == .object ? "an " : "a ") + $0.rawValue }.joined(separator: " or ")
    }
}

extension UnionShape.Decision {
    /// Whether the discriminator, or the kind of the value alone, decides.
    fileprivate func isPlain(hasDiscriminator: Bool) -> Bool {
        switch self {
        case .variant, .unknown, .undecided: true
        case .tag(_, _, let arms, let otherwise):
            arms.allSatisfy { $0.decision.isPlain(hasDiscriminator: true) } && otherwise.isPlain(hasDiscriminator: true)
        case .kind(let arms, let otherwise):
            arms.allSatisfy { $0.decision.isPlain(hasDiscriminator: true) } && otherwise.isPlain(hasDiscriminator: true)
        case .members, .memberKind, .elementKind: false
        }
    }
}
