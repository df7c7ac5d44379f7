import OpenAPIModel

extension ExampleCheck {
    /// Reports members of an example that go the other way only: what is `readOnly` in a request, `writeOnly` in a response.
    func reportDirections(_ value: Node, _ schema: Node, _ direction: SchemaDirection) {
        guard hasDirections else { return }
        guard checker.spentSteps < ExampleCheck.greatestSteps else { return reportExhaustion(value) }
        let resource = checker.resources.index(around: schema, checker.arena)
        guard let resource else { return }
        var walk = DirectionWalk(checker: checker, direction: direction)
        for (member, described) in walk.run(value, checker.index(of: schema, in: resource)) {
            report(member, described, direction)
        }
    }

    private func report(_ member: MappingEntry, _ described: Node, _ direction: SchemaDirection) {
        let place = range(member.keyRange)
        let isRequest = direction == .request
        let rule = isRequest ? Rule.readOnlyExample : Rule.writeOnlyExample
        guard let severity = rule.levels[description.version(of: place.file)] else { return }
        let message =
            isRequest
            ? "`\(member.key)` is `readOnly`, which a request leaves out"
            : "`\(member.key)` is `writeOnly`, which a response leaves out"
        let related = Diagnostic.Related("the member is described here", checker.arena.nameRange(of: described))
        diagnostics.report(Diagnostic(severity, rule.id, message, at: place, related: [related]))
    }
}

/// Looks through a value for members that only go the other way, by the schemas that it fits.
private struct DirectionWalk {
    private struct Step: Hashable {
        let value: Node
        let schema: Int
    }

    let checker: SchemaChecker
    let direction: SchemaDirection
    private var open: [Step] = []
    private var seen: Set<Step> = []
    private var found: [(member: MappingEntry, described: Node)] = []

    init(checker: SchemaChecker, direction: SchemaDirection) {
        self.checker = checker
        self.direction = direction
    }

    mutating func run(_ value: Node, _ schema: Int) -> [(member: MappingEntry, described: Node)] {
        add(value, schema)
        while let step = open.popLast(), checker.spentSteps < ExampleCheck.greatestSteps {
            checker.spentSteps += 1
            take(step)
        }
        return found
    }

    private mutating func add(_ value: Node, _ schema: Int) {
        let step = Step(value: value, schema: schema)
        if seen.insert(step).inserted { open.append(step) }
    }

    private mutating func take(_ step: Step) {
        for rule in checker.compiled(step.schema).rules {
            switch rule.demand {
            case .reference(let target), .dynamicReference(let target, _): add(step.value, target)
            case .allOf(let parts): for part in parts { add(step.value, part) }
            case .anyOf(let parts), .oneOf(let parts): choose(among: parts, for: step.value)
            case .members(let demands): takeMembers(of: step.value, demands)
            case .elements(let first, let rest): takeElements(of: step.value, first, rest)
            default: break
            }
        }
    }

    /// Goes on with the alternative that the value fits, where it is one alone.
    private mutating func choose(among parts: [Int], for value: Node) {
        let fitting = parts.filter { checker.check(value, against: $0, direction: direction, steps: 10_000).isEmpty }
        if fitting.count == 1 { add(value, fitting[0]) }
    }

    private mutating func takeMembers(of object: Node, _ demands: MemberDemands) {
        for entry in checker.arena.entries(of: object) {
            if let member = demands.properties[ExactText(entry.key)] {
                if checker.goes(onlyAgainst: direction, member) {
                    found.append((entry, checker.place(of: member).node))
                } else {
                    add(entry.value, member)
                }
            } else if let additional = demands.additional, demands.patterns.isEmpty {
                add(entry.value, additional)
            }
        }
    }

    private mutating func takeElements(of list: Node, _ first: [Int], _ rest: Int?) {
        for (place, element) in checker.arena.elements(of: list).enumerated() {
            if let schema = place < first.count ? first[place] : rest { add(element, schema) }
        }
    }
}

extension SchemaChecker {
    /// Whether a schema, or what it stands for, is `readOnly` in a request or `writeOnly` in a response.
    func goes(onlyAgainst direction: SchemaDirection, _ index: Int) -> Bool {
        var open = [index]
        var seen: Set<Int> = []
        while let index = open.popLast(), seen.count < 100 {
            guard seen.insert(index).inserted else { continue }
            let schema = compiled(index)
            if direction == .request ? schema.isReadOnly : schema.isWriteOnly { return true }
            for rule in schema.rules {
                switch rule.demand {
                case .reference(let target): open.append(target)
                case .allOf(let parts): open += parts
                default: break
                }
            }
        }
        return false
    }
}
