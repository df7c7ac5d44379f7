import OpenAPIModel

extension Namer {
    /// Names operations, their arguments, and the resources they belong to.
    mutating func nameOperations() {
        var groups: [(resource: String?, tag: API.Tag?, operations: [Int])] = []
        for (index, operation) in api.operations.enumerated() {
            let resource = resourceName(of: operation)
            let tag = operation.tag.flatMap { name in api.tags.first { $0.name == name } }
            if let group = groups.firstIndex(where: { $0.resource == resource }) {
                groups[group].operations.append(index)
            } else {
                groups.append((resource, tag, [index]))
            }
            names.operations.append(operationNames(operation, resource: resource))
        }
        for group in groups {
            let type = group.resource.map { claimResource(Words($0).type, group.operations) } ?? names.client
            names.resources.append(
                .init(
                    property: group.resource.map(Identifier.init), type: type, tag: group.tag,
                    operations: group.operations))
        }
        makeMethodsUnique()
        numberEqualMethods()
    }

    private mutating func claimResource(_ wanted: String, _ operations: [Int]) -> Identifier {
        let origin = api.operations[operations[0]].origin
        // A name without a case has one spelling for the property and the type.
        let isFree = taken[wanted] == nil && !ReservedNames.types.contains(wanted) && wanted.first?.isUppercase == true
        return isFree
            ? claim(wanted, for: origin, else: "Resource") : claim(wanted + "Resource", for: origin, else: "Resource")
    }

    private func resourceName(of operation: API.Operation) -> String? {
        if let pinned = configuration.operations[named: operation.id]?.resource { return pinned.value }
        guard let tag = operation.tag else { return nil }
        let name = configuration.resources[named: tag]?.value ?? Words(tag).member
        if ReservedNames.resources.contains(name) { return name + "Resource" }
        return name.isEmpty ? nil : name
    }

    private mutating func operationNames(_ operation: API.Operation, resource: String?) -> Names.OperationNames {
        let pinned = configuration.operations[named: operation.id]
        let id = spokenID(operation)
        var wanted = pinned?.name?.value ?? Words(id).type
        let isOtherType = taken[wanted] != nil && !names.operations.contains { $0.type.name == wanted }
        if isOtherType || ReservedNames.types.contains(wanted) { wanted += "Operation" }
        let method = pinned?.method?.value ?? methodName(id, resource: resource)
        let type = claim(wanted, for: operation.origin, else: "Operation")
        let arguments = argumentNames(operation, pinned, of: type)
        return .init(
            type: type, method: Identifier(method),
            arguments: arguments, body: Identifier(arguments.contains { $0.name == "body" } ? "requestBody" : "body"))
    }

    /// The operationId or, where it has neither letters nor digits, method and path.
    private func spokenID(_ operation: API.Operation) -> String {
        Words(operation.id).words.isEmpty ? "\(operation.method.lowercased()) \(operation.path)" : operation.id
    }

    /// The operationId less the resource's noun: `getPhoneNumber` and `listPhoneNumbers` in `phoneNumbers` are `get` and
    /// `list`.
    private func methodName(_ id: String, resource: String?) -> String {
        let words = Words(id).words
        guard let resource else { return Words(id).member }
        let noun = Words(resource).words.map { $0.lowercased() }
        let singular = noun.dropLast() + [Self.singular(noun.last ?? "")]
        for candidate in [noun, Array(singular)] where words.count > candidate.count {
            for start in 0...(words.count - candidate.count)
            where words[start..<start + candidate.count].map({ $0.lowercased() }) == candidate {
                let rest = words[..<start] + words[(start + candidate.count)...]
                return Words(rest.joined(separator: "_")).member
            }
        }
        return Words(id).member
    }

    private static func singular(_ word: String) -> String {
        if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        if word.hasSuffix("sses") || word.hasSuffix("xes") { return String(word.dropLast(2)) }
        return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }

    private mutating func argumentNames(
        _ operation: API.Operation, _ pinned: OperationConfiguration?, of type: Identifier
    ) -> [Identifier] {
        reportUnknownArguments(operation, pinned)
        // Where a script has no capitals, an argument may be spelled like the operation.
        var used: Set<String> = ["client", "options", type.name]
        return operation.parameters.map { parameter in
            var name = pinned?.arguments[named: parameter.name]?.value ?? Words(parameter.name).member
            if name.isEmpty { name = "value" }
            if name == "self" || name == "init" { name += "Value" }
            if used.contains(name) { name += Words(parameter.location.rawValue).type }
            if used.contains(name) { name = firstFree(name, used.contains) }
            used.insert(name)
            return Identifier(name)
        }
    }

    private mutating func reportUnknownArguments(_ operation: API.Operation, _ pinned: OperationConfiguration?) {
        for argument in pinned?.arguments ?? []
        where !operation.parameters.contains(where: { $0.name == argument.name }) {
            diagnostics.error(
                "unknown-parameter", "`\(operation.id)` has no parameter `\(argument.name)`", at: argument.nameRange,
                help: suggestion(for: argument.name, among: operation.parameters.map(\.name)).map {
                    "did you mean `\($0)`?"
                })
        }
    }

    /// Two operations of a resource with one method name keep the whole operationId.
    private mutating func makeMethodsUnique() {
        for resource in names.resources {
            var byName: [String: [Int]] = [:]
            for index in resource.operations { byName[names.operations[index].method.name, default: []].append(index) }
            for index in resource.operations {
                let old = names.operations[index]
                guard let same = byName[old.method.name], same.count > 1,
                    configuration.operations[named: api.operations[index].id]?.method == nil
                else { continue }
                names.operations[index] = .init(
                    type: old.type, method: Identifier(Words(spokenID(api.operations[index])).member),
                    arguments: old.arguments,
                    body: old.body)
            }
        }
    }

    /// What is still called the same gets a number.
    private mutating func numberEqualMethods() {
        for resource in names.resources {
            var used: Set<String> = []
            for index in resource.operations {
                let (old, operation) = (names.operations[index], api.operations[index])
                var method = old.method
                if used.contains(method.name), configuration.operations[named: operation.id]?.method == nil {
                    method = Identifier(firstFree(method.name, used.contains))
                    reportEqualMethod(operation, method)
                    names.operations[index] = .init(
                        type: old.type, method: method, arguments: old.arguments, body: old.body)
                }
                used.insert(method.name)
            }
        }
    }

    private mutating func reportEqualMethod(_ operation: API.Operation, _ method: Identifier) {
        diagnostics.warning(
            "name-collision", "another method has the name, so `\(operation.id)` is called `\(method.name)`",
            at: arena.range(of: operation.origin),
            help: "give it a name under `operations` in the configuration, for example "
                + "`\(operation.id): { method: \(method.name) }`")
    }
}
