import OpenAPIModel

extension Namer {
    /// A name for each parameter of an operation.
    ///
    /// Of parameters that map to one name, the one in the path keeps it, else the one in the query, the header, the cookie;
    /// the others get their place as a suffix. So no name depends on the order of the text.
    mutating func argumentNames(
        _ operation: API.Operation, _ pinned: OperationConfiguration?, of type: Identifier
    ) -> [Identifier] {
        reportUnknownArguments(operation, pinned)
        // Where a script has no capitals, an argument may be spelled like the operation.
        var used: [String: Node?] = ["client": nil, "options": nil, type.name: nil]
        var names = [Identifier](repeating: Identifier("value"), count: operation.parameters.count)
        for index in claimOrder(operation, pinned) {
            let parameter = operation.parameters[index]
            names[index] = argumentName(parameter, of: operation, pinnedArgument(parameter, pinned), &used)
            used[names[index].name] = .some(parameter.origin)
        }
        return names
    }

    /// Pinned names first, then by place and in the order of the text.
    private func claimOrder(_ operation: API.Operation, _ pinned: OperationConfiguration?) -> [Int] {
        let places: [API.Parameter.Location] = [.path, .query, .querystring, .header, .cookie]
        return operation.parameters.indices.sorted { left, right in
            let ranks = [left, right].map { index in
                let parameter = operation.parameters[index]
                let place = places.firstIndex(of: parameter.location) ?? places.count
                return [pinnedArgument(parameter, pinned) == nil ? 1 : 0, place, index]
            }
            return ranks[0].lexicographicallyPrecedes(ranks[1])
        }
    }

    private mutating func argumentName(
        _ parameter: API.Parameter, of operation: API.Operation, _ pinned: String?, _ used: inout [String: Node?]
    ) -> Identifier {
        var name = pinned ?? Words(parameter.name).member + Self.comparison(parameter.name)
        if name.isEmpty { name = "value" }
        if name == "self" || name == "init" { name += "Value" }
        guard let other = used[name] else { return Identifier(name) }
        var free = name + Words(parameter.location.rawValue).type
        if used[free] != nil { free = Self.firstFree(free) { used[$0] != nil } }
        if let other { reportEqualArgument(parameter, of: operation, name, free, other) }
        return Identifier(free)
    }

    /// What a comparison at the end of a name says: `StartTime<=` is `startTimeAtMost`.
    private static func comparison(_ name: String) -> String {
        let words = [("<=", "AtMost"), (">=", "AtLeast"), ("<", "LessThan"), (">", "MoreThan")]
        guard name.contains(where: \.isLetter) else { return "" }
        return words.first { name.hasSuffix($0.0) }?.1 ?? ""
    }

    private mutating func reportEqualArgument(
        _ parameter: API.Parameter, of operation: API.Operation, _ name: String, _ free: String, _ other: Node
    ) {
        let key = Self.quoted("\(parameter.location.rawValue).\(parameter.name)")
        let pin = "operations: { \(Self.quoted(operation.id)): { arguments: { \(key): \(free) } } }"
        diagnostics.warning(
            "name-collision", "another parameter is called `\(name)`, so this one is `\(free)`",
            at: arena.range(of: parameter.origin),
            help: "pin the name in the configuration, or choose another: `\(pin)`",
            related: [.init("this one is `\(name)`", arena.range(of: other))])
    }

    /// What the configuration pins for a parameter, by its name or, where several places have the name, by `query.name`,
    /// or what the specification gives it.
    private func pinnedArgument(_ parameter: API.Parameter, _ pinned: OperationConfiguration?) -> String? {
        let located =
            pinned?.arguments[named: "\(parameter.location.rawValue).\(parameter.name)"]
            ?? pinned?.arguments[named: parameter.name]
        return located?.value ?? givenName(.argument, parameter.origin)
    }

    private mutating func reportUnknownArguments(_ operation: API.Operation, _ pinned: OperationConfiguration?) {
        let known = operation.parameters.flatMap { [$0.name, "\($0.location.rawValue).\($0.name)"] }
        for argument in pinned?.arguments ?? [] where !known.contains(argument.name) {
            diagnostics.error(
                "unknown-parameter", "`\(operation.id)` has no parameter `\(argument.name)`", at: argument.nameRange,
                help: suggestion(for: argument.name, among: operation.parameters.map(\.name)).map {
                    "did you mean `\($0)`?"
                })
        }
    }

    /// The name of the body, which no parameter has.
    func bodyName(beside arguments: [Identifier]) -> Identifier {
        let used = Set(arguments.map(\.name))
        guard used.contains("body") else { return Identifier("body") }
        return Identifier(used.contains("requestBody") ? Self.firstFree("requestBody", used.contains) : "requestBody")
    }
}
