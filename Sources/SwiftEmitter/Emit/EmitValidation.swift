import OpenAPIModel
import TrunklineJSON

/// Which types of what is sent can be checked.
struct CheckedTypes {
    private var types: Set<TypeID> = []

    /// Types with rules, and the types that reach them.
    init(_ api: API) {
        var pending = api.typeIDs.filter { api[$0].hasRules }
        guard !pending.isEmpty else { return }
        var referrers: [TypeID: [TypeID]] = [:]
        for id in api.typeIDs {
            for part in api[id].shape.checkedParts { referrers[part, default: []].append(id) }
        }
        while let id = pending.popLast() {
            guard types.insert(id).inserted else { continue }
            pending += referrers[id] ?? []
        }
    }

    func contains(_ id: TypeID) -> Bool { types.contains(id) }
}

extension Emitter {
    /// The protocol of a type that checks itself, as one more that it conforms to.
    func checkConformance(_ id: TypeID, sent isSent: Bool) -> Code {
        isChecked(id, sent: isSent) ? ", TrunklineRuntime.CheckedModel" : ""
    }

    /// The check of a structure's members, as it is sent.
    func check(_ id: TypeID, _ object: ObjectShape, sent isSent: Bool) -> [Declaration] {
        guard isChecked(id, sent: isSent) else { return [] }
        let whole = rules(api[id].rules)
        let members = object.properties.filter { $0.constant == nil && $0.directions.contains(.sent) }
        let statements = members.compactMap { property -> Code? in
            let rules = rules(property.rules)
            guard !rules.isEmpty || checked.contains(property.use.type) else { return nil }
            let value: Code = "self.\(names.member(property.name, of: id))"
            return .call("check.member", ["\(literal: property.name)", value] + rules)
        }
        return [check((whole.isEmpty ? [] : [.call("check.object", ["self"] + whole)]) + statements)]
    }

    /// The check of the variant that a union is.
    func check(_ id: TypeID, _ union: UnionShape, _ cases: [Identifier], sent isSent: Bool) -> [Declaration] {
        guard isChecked(id, sent: isSent) else { return [] }
        let arms = zip(cases, union.variants).compactMap { name, variant -> Code? in
            checked.contains(variant.use.type) ? "case .\(name)(let value): value.check(with: &check)" : nil
        }
        let isComplete = arms.count == cases.count && !union.decision.canBeUnknown
        return [check(["switch self {"] + arms + (isComplete ? [] : ["default: break"]) + ["}"])]
    }

    /// The check of an operation's parameters and of a body that is one model.
    func check(_ index: Int) -> [Declaration] {
        let operation = api.operations[index]
        var statements = zip(operation.parameters, names.operations[index].arguments).compactMap {
            parameter, name -> Code? in
            let rules = rules(parameter.rules)
            guard !rules.isEmpty || checked.contains(parameter.use.type) else { return nil }
            return .call("check.member", ["\(literal: parameter.name)", "self.\(name)"] + rules)
        }
        if let type = operation.body?.modelType, checked.contains(type) {
            statements.append("check.body(self.\(names.operations[index].body))")
        }
        return statements.isEmpty ? [] : [check(statements)]
    }

    private func isChecked(_ id: TypeID, sent isSent: Bool) -> Bool {
        checked.contains(id) && (isSent || (!api[id].isDirectional && api[id].directions.contains(.sent)))
    }

    private func rules(_ rules: [ValueRule]) -> [Code] { rules.compactMap(rule) }

    /// A rule as an argument; nil where Swift has no literal for its number.
    private func rule(_ rule: ValueRule) -> Code? {
        switch rule {
        case .minLength(let count): ".minLength(\(count))"
        case .maxLength(let count): ".maxLength(\(count))"
        case .minItems(let count): ".minItems(\(count))"
        case .maxItems(let count): ".maxItems(\(count))"
        case .uniqueItems: ".uniqueItems"
        case .minProperties(let count): ".minProperties(\(count))"
        case .maxProperties(let count): ".maxProperties(\(count))"
        case .minimum(let number): literal(number).map { ".minimum(\($0))" }
        case .maximum(let number): literal(number).map { ".maximum(\($0))" }
        case .exclusiveMinimum(let number): literal(number).map { ".exclusiveMinimum(\($0))" }
        case .exclusiveMaximum(let number): literal(number).map { ".exclusiveMaximum(\($0))" }
        case .multipleOf(let number): literal(number).map { ".multipleOf(\($0))" }
        case .dependentRequired(let name, let others):
            ".dependentRequired(\(literal: name), [\(others.map { "\(literal: $0)" as Code }.joined(separator: ", "))])"
        case .each(let inner): each(inner.compactMap(self.rule))
        }
    }

    private func each(_ rules: [Code]) -> Code? {
        rules.isEmpty ? nil : ".each(\(rules.joined(separator: ", ")))"
    }

    private func literal(_ number: JSONNumber) -> Code? {
        if let integer = number.integer(Int64.self) { return "\(raw: String(integer))" }
        return number.double.flatMap { abs($0) < 1e30 ? "\(raw: $0.description)" : nil }
    }

    private func check(_ statements: [Code]) -> Declaration {
        .function("public func check", ["with check: inout TrunklineRuntime.ModelCheck"], statements)
    }
}

extension TypeDefinition {
    /// Whether something in a value of the type, as it is sent, can be checked.
    fileprivate var hasRules: Bool {
        guard directions.contains(.sent), case .object(let object) = shape else { return false }
        return !rules.isEmpty || object.properties.contains { !$0.rules.isEmpty && $0.directions.contains(.sent) }
    }
}

extension Shape {
    /// The types that are checked with a value of this.
    fileprivate var checkedParts: [TypeID] {
        switch self {
        case .object(let object): object.properties.filter { $0.directions.contains(.sent) }.map(\.use.type)
        case .array(let element), .map(let element): [element.type]
        case .union(let union): union.decision.isUndecided ? [] : union.variants.map(\.use.type)
        case .tuple, .string, .binary, .integer, .number, .boolean, .null, .enumeration, .any, .never: []
        }
    }
}

extension API.Body {
    /// The type of a body that can only be one model.
    fileprivate var modelType: TypeID? {
        guard contents.count == 1 else { return nil }
        return switch contents[0].format {
        case .json(let use, _), .form(let use, _), .partsOfValue(let use): use.type
        case .multipart, .anyParts, .text, .binary, .stream: nil
        }
    }
}
