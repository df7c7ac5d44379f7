import OpenAPIModel

extension InstanceCheck {
    private typealias Part = CheckFrame.Part

    /// Judges one keyword, or begins to apply the schemas in it.
    mutating func judge(_ rule: SchemaRule, _ instance: Instance) {
        switch rule.demand {
        case .nothing: fail(unwantedMember())
        case .types(let types): if checker.arena.types(of: instance).isDisjoint(with: types) { failForType() }
        case .values(let values): if !values.contains(identity(of: instance)) { fail() }
        case .multipleOf, .minimum, .maximum: judgeNumber(rule.demand, instance)
        case .minLength, .maxLength, .pattern, .format: judgeText(rule.demand, instance)
        case .minItems, .maxItems, .uniqueItems, .elements, .contains, .unevaluatedItems:
            if !instance.isName, checker.arena.kind(instance.node) == .sequence {
                judgeList(rule.demand, instance.node)
            }
        case .minProperties, .maxProperties, .required, .dependentRequired, .dependentSchemas, .members, .propertyNames,
            .unevaluatedProperties:
            if !instance.isName, checker.arena.kind(instance.node) == .mapping {
                judgeObject(rule.demand, instance.node)
            }
        case .reference(let schema): apply([Part(schema: schema, instance: instance)])
        case .dynamicReference(let schema, let anchor):
            let dynamic = if let anchor { outermost(anchor) } else { Int?.none }
            apply([Part(schema: dynamic ?? schema, instance: instance)])
        case .allOf(let schemas): apply(schemas.map { Part(schema: $0, instance: instance) })
        case .anyOf(let schemas): apply(schemas.map { Part(schema: $0, instance: instance) }, .any)
        case .oneOf(let schemas): apply(schemas.map { Part(schema: $0, instance: instance) }, .one)
        case .not(let schema): apply([Part(schema: schema, instance: instance)], .none)
        case .condition(let condition, let then, let otherwise):
            apply([Part(schema: condition, instance: instance)], .condition(then: then, otherwise: otherwise))
        }
    }

    /// What is of another type fits no other keyword either, which need not be said.
    private mutating func failForType() {
        fail()
        let top = frames.count - 1
        frames[top].rule = checker.compiled(frames[top].schema).rules.count
    }

    /// The member that the value is of, where a keyword of the object around it allows none.
    private func unwantedMember() -> MismatchDetail {
        guard let around = frames.dropLast().last, around.nextPart > 0 else { return .none }
        let place = around.parts[around.nextPart - 1].place
        guard place >= 0, !around.instance.isName, checker.arena.kind(around.instance.node) == .mapping else {
            return .none
        }
        let keyword = checker.compiled(around.schema).rules[around.rule].name
        return .member(name(of: place, around.instance.node), keyword: keyword)
    }

    private func identity(of instance: Instance) -> Int {
        instance.isName
            ? checker.identity.number(of: checker.arena.text(of: instance) ?? "") : checker.identity(of: instance.node)
    }

    /// The schema with a dynamic anchor in the outermost of the resources that are being applied.
    private mutating func outermost(_ anchor: String) -> Int? {
        stepsLeft -= frames.count / 8
        for frame in frames {
            let resource = checker.place(of: frame.schema).resource
            if let node = checker.resources[resource].dynamicAnchors[anchor] {
                return checker.index(of: node, in: resource)
            }
        }
        return nil
    }

    // MARK: Numbers and texts

    private mutating func judgeNumber(_ demand: SchemaDemand, _ instance: Instance) {
        guard !instance.isName, let text = checker.arena.number(instance.node), let number = ExactNumber(text) else {
            return
        }
        stepsLeft -= text.utf8.count / 64
        switch demand {
        case .multipleOf(let divisor):
            stepsLeft -= divisor.multipleCost
            if number.isMultiple(of: divisor) == false { fail() }
        case .minimum(let limit, let isExclusive): if number < limit || (isExclusive && number == limit) { fail() }
        case .maximum(let limit, let isExclusive): if limit < number || (isExclusive && number == limit) { fail() }
        default: break
        }
    }

    private mutating func judgeText(_ demand: SchemaDemand, _ instance: Instance) {
        if case .format(let format) = demand, format.isNumeric { return judgeNumericFormat(format, instance) }
        guard let text = checker.arena.text(of: instance) else { return }
        stepsLeft -= text.utf8.count / 64
        switch demand {
        case .minLength(let least):
            if text.utf8.count < least || text.unicodeScalars.count < least { fail(.count(text.unicodeScalars.count)) }
        case .maxLength(let most):
            if text.utf8.count > most, text.unicodeScalars.count > most { fail(.count(text.unicodeScalars.count)) }
        case .pattern(let pattern): if finds(pattern, text) == false { fail() }
        case .format(let format): if !format.fits(text) { fail() }
        default: break
        }
    }

    private mutating func judgeNumericFormat(_ format: SchemaFormat, _ instance: Instance) {
        guard !instance.isName, let number = checker.arena.number(instance.node).flatMap({ ExactNumber($0) }) else {
            return
        }
        if !format.fits(number) { fail() }
    }

    /// Searches for a pattern; nil where that takes too many steps, which ends the check.
    private mutating func finds(_ pattern: Pattern, _ text: String) -> Bool? {
        stepsLeft -= 1 + text.utf8.count / 64
        guard stepsLeft > 0 else { return nil }
        switch pattern.search(text, stepsLeft: &patternStepsLeft) {
        case .matches: return true
        case .differs: return false
        case .overBudget:
            guard let frame = frames.last, interruption == nil else { return nil }
            interruption = SchemaFinding(
                kind: .tooCostly,
                message: "looking for the pattern takes more steps than are spent on one value",
                range: checker.arena.range(of: frame.instance), keyword: "pattern",
                keywordRange: checker.arena.range(of: ruleNode(frame)), causes: [])
            return nil
        }
    }

    private func ruleNode(_ frame: CheckFrame) -> Node { checker.compiled(frame.schema).rules[frame.rule].node }

    // MARK: Lists

    private mutating func judgeList(_ demand: SchemaDemand, _ list: Node) {
        let elements = checker.arena.elements(of: list)
        stepsLeft -= elements.count / 16
        switch demand {
        case .minItems(let least): if elements.count < least { fail(.count(elements.count)) }
        case .maxItems(let most): if elements.count > most { fail(.count(elements.count)) }
        case .uniqueItems: judgeUnique(elements)
        case .elements(let first, let rest):
            apply(
                elements.enumerated().compactMap { place, element in
                    (place < first.count ? first[place] : rest).map {
                        Part(schema: $0, instance: Instance(node: element), place: place)
                    }
                })
        case .contains(let schema, let least, let most):
            apply(parts(schema, elements) { _ in true }, .contains(least: least, most: most))
        case .unevaluatedItems(let schema):
            let evaluated = frames[frames.count - 1].evaluated
            apply(parts(schema, elements) { !evaluated.contains($0) })
        default: break
        }
    }

    private func parts(_ schema: Int, _ nodes: some Sequence<Node>, where isMeant: (Int) -> Bool) -> [CheckFrame.Part] {
        nodes.enumerated().compactMap { place, node in
            isMeant(place) ? CheckFrame.Part(schema: schema, instance: Instance(node: node), place: place) : nil
        }
    }

    private mutating func judgeUnique(_ elements: ArraySlice<Node>) {
        var places: [Int: Int] = [:]
        for (place, element) in elements.enumerated() {
            let known = places.updateValue(place, forKey: checker.identity(of: element))
            if let known { return fail(.duplicate(place, of: known)) }
        }
    }

    // MARK: Objects

    private mutating func judgeObject(_ demand: SchemaDemand, _ object: Node) {
        let entries = checker.arena.entries(of: object)
        stepsLeft -= entries.count / 16
        switch demand {
        case .minProperties(let least): if entries.count < least { fail(.count(entries.count)) }
        case .maxProperties(let most): if entries.count > most { fail(.count(entries.count)) }
        case .required(let names): require(names, object)
        case .dependentRequired(let demands):
            stepsLeft -= demands.count / 8
            for demand in demands where has(demand.name, object) { require(demand.needed, object) }
        case .dependentSchemas(let demands):
            stepsLeft -= demands.count / 8
            let schemas = demands.filter { has($0.name, object) }.map(\.schema)
            apply(schemas.map { Part(schema: $0, instance: Instance(node: object)) })
        case .members(let demands): apply(parts(demands, entries))
        case .propertyNames(let schema):
            apply(entries.indices.map { Part(schema: schema, instance: name(of: $0 - entries.startIndex, object)) })
        case .unevaluatedProperties(let schema):
            let evaluated = frames[frames.count - 1].evaluated
            apply(parts(schema, entries.map(\.value)) { !evaluated.contains($0) })
        default: break
        }
    }

    private func name(of place: Int, _ object: Node) -> Instance { Instance(node: object, entry: Int32(place)) }

    private func has(_ name: String, _ object: Node) -> Bool { checker.arena.value(in: object, for: name) != nil }

    private mutating func require(_ names: [String], _ object: Node) {
        stepsLeft -= names.count / 8
        let missing = names.filter { !has($0, object) }.filter { stepsLeft > 0 && !isLeftOut($0) }
        if !missing.isEmpty { fail(.names(missing)) }
    }

    private mutating func parts(_ demands: MemberDemands, _ entries: MappingEntries) -> [CheckFrame.Part] {
        var parts: [Part] = []
        for (place, entry) in entries.enumerated() {
            let count = parts.count
            if let schema = demands.properties[ExactText(entry.key)] {
                parts.append(Part(schema: schema, instance: Instance(node: entry.value), place: place))
            }
            for (pattern, schema) in demands.patterns where finds(pattern, entry.key) == true {
                parts.append(Part(schema: schema, instance: Instance(node: entry.value), place: place))
            }
            if parts.count == count, let schema = demands.additional {
                parts.append(Part(schema: schema, instance: Instance(node: entry.value), place: place))
            }
        }
        return parts
    }

    // MARK: Directions

    /// Whether a member need not be there because it goes the other way only.
    private mutating func isLeftOut(_ name: String) -> Bool {
        guard let direction, let frame = frames.last else { return false }
        var open = [frames[frames.count - 1 - frame.depthInPlace].schema]
        var seen: Set<Int> = []
        while let index = open.popLast(), seen.count < 1000 {
            guard seen.insert(index).inserted else { continue }
            stepsLeft -= 1
            for rule in checker.compiled(index).rules {
                switch rule.demand {
                case .members(let demands):
                    if let member = demands.properties[ExactText(name)], checker.goes(onlyAgainst: direction, member) {
                        return true
                    }
                case .reference(let target), .dynamicReference(let target, _): open.append(target)
                case .allOf(let parts), .anyOf(let parts), .oneOf(let parts): open += parts
                default: break
                }
            }
        }
        return false
    }
}
