import OpenAPIModel

extension InstanceCheck {
    /// The words about a value that does not fit.
    func finding(_ mismatch: Mismatch) -> SchemaFinding {
        let rule = checker.compiled(mismatch.schema).rules[mismatch.rule]
        let causes = mismatch.causes.map { cause in
            Diagnostic.Related(
                "the nearest schema: " + message(cause, checker.compiled(cause.schema).rules[cause.rule]),
                checker.arena.range(of: cause.instance))
        }
        var (place, keyword) = (mismatch.instance, rule.name)
        if case .member(let name, let allowing) = mismatch.detail { (place, keyword) = (name, allowing) }
        return SchemaFinding(
            kind: .mismatch, message: message(mismatch, rule), range: checker.arena.range(of: place), keyword: keyword,
            keywordRange: checker.arena.range(of: rule.node), causes: causes)
    }

    private func message(_ mismatch: Mismatch, _ rule: SchemaRule) -> String {
        let text = checker.arena.scalarText(rule.node) ?? ""
        let count = if case .count(let count) = mismatch.detail { count } else { 0 }
        switch rule.demand {
        case .nothing:
            guard case .member(let name, _) = mismatch.detail else { return "nothing may stand here" }
            return "the member \(shown(name)) is not allowed"
        case .types(let types):
            return "expected \(types.description), found \(found(mismatch.instance))"
        case .values:
            return "\(shown(mismatch.instance)) is not \(rule.name == "const" ? "" : "one of ")\(values(rule))"
        case .multipleOf: return "\(shown(mismatch.instance)) is no multiple of \(text)"
        case .minimum(_, let isExclusive):
            return "\(shown(mismatch.instance)) is less than \(isExclusive ? "or equal to " : "")\(text)"
        case .maximum(_, let isExclusive):
            return "\(shown(mismatch.instance)) is greater than \(isExclusive ? "or equal to " : "")\(text)"
        case .minLength: return "the text has \(counted(count, "character")), at least \(text) are needed"
        case .maxLength: return "the text has \(counted(count, "character")), at most \(text) are allowed"
        case .minItems: return "the list has \(counted(count, "element")), at least \(text) are needed"
        case .maxItems: return "the list has \(counted(count, "element")), at most \(text) are allowed"
        case .minProperties: return "the object has \(counted(count, "member")), at least \(text) are needed"
        case .maxProperties: return "the object has \(counted(count, "member")), at most \(text) are allowed"
        case .pattern(let pattern):
            return "\(shown(mismatch.instance)) does not match the pattern `\(short(pattern.text))`"
        case .format(let format): return "\(shown(mismatch.instance)) is no `\(format.rawValue)`"
        case .uniqueItems: return duplicate(mismatch)
        case .required, .dependentRequired: return missing(mismatch)
        case .not: return "the value fits the schema of `not`"
        case .anyOf: return "the value fits none of the schemas of `anyOf`"
        case .oneOf:
            return count == 0
                ? "the value fits none of the schemas of `oneOf`" : "the value fits more than one schema of `oneOf`"
        case .contains(_, let least, _):
            return count < least
                ? "\(counted(count, "element")) of the list fit the schema of `contains`, at least \(least) are needed"
                : "too many elements of the list fit the schema of `contains`"
        case .reference, .dynamicReference, .allOf, .condition, .dependentSchemas, .members, .propertyNames, .elements,
            .unevaluatedItems, .unevaluatedProperties:
            return "the value does not fit `\(rule.name)`"
        }
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private func duplicate(_ mismatch: Mismatch) -> String {
        guard case .duplicate(let place, let first) = mismatch.detail else { return "an element stands here twice" }
        return "elements \(first + 1) and \(place + 1) of the list are equal"
    }

    private func missing(_ mismatch: Mismatch) -> String {
        guard case .names(let names) = mismatch.detail else { return "a member is missing" }
        let list = names.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
        return
            "\(names.count == 1 ? "the member" : "the members") \(list)\(names.count > 8 ? ", …" : "") \(names.count == 1 ? "is" : "are") missing"
    }

    private func found(_ instance: Instance) -> String {
        instance.isName
            ? "a name"
            : checker.arena.kind(instance.node) == .string
                ? "the string \(shown(instance))"
                : checker.arena.kind(instance.node) == .number
                    ? shown(instance) : checker.arena.kind(instance.node).name
    }

    /// A value as messages have it; collections by what they are.
    private func shown(_ instance: Instance) -> String {
        if let text = checker.arena.text(of: instance) { return text.isEmpty ? "the empty text" : "`\(short(text))`" }
        if let text = checker.arena.scalarText(instance.node), !text.isEmpty { return "`\(short(text))`" }
        return checker.arena.kind(instance.node) == .null ? "null" : "the value"
    }

    private func short(_ text: String) -> String { text.count > 60 ? text.prefix(59) + "…" : text }

    /// What is allowed, as far as it is short.
    private func values(_ rule: SchemaRule) -> String {
        let nodes = rule.name == "const" ? [rule.node] : Array(checker.arena.elements(of: rule.node))
        let texts = nodes.prefix(6).map { shown(Instance(node: $0)) }
        return texts.joined(separator: ", ") + (nodes.count > 6 ? ", …" : "")
    }
}
