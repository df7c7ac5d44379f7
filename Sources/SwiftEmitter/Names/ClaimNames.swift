import OpenAPIModel

/// What bears a name at the top of the module.
enum Claim {
    /// The module or its client.
    case module
    case type(Node)
    /// A type as it is sent, which is called after the type.
    case input(Node)
    /// By the operation's place in the API.
    case operation(Int)
    /// By the tag, and an operation that has it.
    case resource(tag: String, operation: Int)
    /// What an operation sends or reads beside its models; called after the operation.
    case part(of: Int)
    /// The decoding of webhooks and callbacks, by the first of them.
    case notifications(Node)
}

extension Namer {
    // MARK: Types

    /// Names types: what is pinned first, then components, then parts of them, in the order of the text. So who keeps a name
    /// that two map to does not depend on who is reached first.
    mutating func nameTypes() {
        let declared = api.typeIDs.filter { api[$0].shape.isDeclared && !api[$0].directions.isEmpty }
        for id in inOrderOfText(declared) {
            names.types[id] = claim(wantedNames[id] ?? "", for: .type(api[id].origin), else: "Value")
        }
        for id in api.typeIDs where api[id].isDirectional && api[id].directions.contains(.sent) {
            guard let name = names.types[id] else { continue }
            names.inputs[id] = claim(name.name + "Input", for: .input(api[id].origin), else: "Value")
        }
    }

    /// Notes what everything maps to, whether it gets it or not.
    mutating func noteWantedNames() {
        for id in api.typeIDs where api[id].shape.isDeclared && !api[id].directions.isEmpty {
            let name = wantedName(of: id)
            wanted.insert(name)
            wantedNames[id] = name
            if api[id].isDirectional, api[id].directions.contains(.sent) { wanted.insert(name + "Input") }
        }
        for operation in api.operations {
            wanted.insert(wantedName(of: operation))
            if let resource = resourceName(of: operation) { wanted.insert(Words(resource).type) }
        }
    }

    /// Finds another name for a type `Server`, where the client has methods of its own, beside which stands its `Server`.
    mutating func nameServerAlias() {
        let isDeclared = names.types.contains { id, name in
            name.name == "Server" && (!api[id].isDirectional || api[id].directions.contains(.received))
        }
        guard isDeclared, names.resources.contains(where: { $0.property == nil }) else { return }
        let isFree = taken["ServerValue"] == nil && !wanted.contains("ServerValue")
        let name = isFree ? "ServerValue" : Self.firstFree("ServerValue") { taken[$0] != nil || wanted.contains($0) }
        names.serverAlias = Identifier(name)
    }

    private func wantedName(of id: TypeID) -> String { pinnedType(api[id].origin) ?? typeName(api[id].identity) }

    private func inOrderOfText(_ ids: [TypeID]) -> [TypeID] {
        let keyed = ids.map { id in
            let range = arena.range(of: api[id].origin)
            let rank = pinnedType(api[id].origin) == nil ? api[id].identity.rank : -1
            return (key: (rank, range.file.index, range.start, id.index), id: id)
        }
        return keyed.sorted { $0.key < $1.key }.map(\.id)
    }

    private func typeName(_ identity: TypeIdentity) -> String {
        let (owner, steps) = identity.ownerAndSteps
        return steps.indices.reduce(Words(owner).type) { name, index in
            isUnspoken(steps[index], after: steps[..<index], of: identity) ? name : name + word(steps[index])
        }
    }

    /// A union that is no declared type lends its name to what stands in it beside a string.
    private func isUnspoken(
        _ step: TypeIdentity.Step, after steps: ArraySlice<TypeIdentity.Step>, of identity: TypeIdentity
    ) -> Bool {
        guard case .variant = step else { return false }
        return undeclaredUnions.contains(identity.with(Array(steps)))
    }

    private func word(_ step: TypeIdentity.Step) -> String {
        switch step {
        case .variant(let name): name.allSatisfy(\.isNumber) ? "Variant" + name : Words(name).type
        case .member(let name), .parameter(let name): Words(name).type
        case .element: "Element"
        case .additional: "Value"
        case .requestBody: "Body"
        case .response(let status):
            status.hasPrefix("2")
                ? "Output"
                : "Response"
                    + (status == "default" ? "Default" : status.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
        }
    }

    // MARK: Claims

    /// A name at the top of the module, which belongs to the first that asks for it.
    mutating func claim(_ wanted: String, for claim: Claim, else suffix: String) -> Identifier {
        var name = wanted.isEmpty ? "Unnamed" : wanted
        if ReservedNames.types.contains(name) { name += suffix }
        guard let other = taken[name] else {
            taken[name] = claim
            return Identifier(name)
        }
        let free = freeName(name, claim, other, suffix)
        taken[free] = claim
        if !isSettled(claim, other) { report(name, free, claim, other) }
        return Identifier(free)
    }

    /// The names of the module and its client are not what a document grows by.
    private func isSettled(_ claim: Claim, _ other: Claim) -> Bool {
        switch (claim, other) {
        case (.operation, .module), (.resource, .module): true
        default: false
        }
    }

    /// An operation or a resource beside a type gets a word, everything else a number.
    private mutating func freeName(_ name: String, _ claim: Claim, _ other: Claim, _ suffix: String) -> String {
        if !claim.isLike(other), case let word = name + suffix, taken[word] == nil, !wanted.contains(word) {
            return word
        }
        let (taken, wanted) = (taken, wanted)
        return numbering.firstFree(name) { taken[$0] != nil || wanted.contains($0) }
    }

    static func firstFree(_ name: String, _ isTaken: (String) -> Bool) -> String {
        var numbering = Numbering()
        return numbering.firstFree(name, isTaken)
    }

    // MARK: Findings

    private mutating func report(_ name: String, _ free: String, _ claim: Claim, _ other: Claim) {
        let related = origin(other).map { [Diagnostic.Related("this one is `\(name)`", arena.range(of: $0))] } ?? []
        let lines = [pin(other, as: name), pin(claim, as: free)].compactMap(\.self)
        diagnostics.warning(
            "name-collision", "`\(name)` is taken, so this is called `\(free)`",
            at: origin(claim).map { arena.range(of: $0) },
            help: lines.isEmpty
                ? nil : "pin the names in the configuration, or choose others: `\(lines.joined(separator: "; "))`",
            related: related)
    }

    private func origin(_ claim: Claim) -> Node? {
        switch claim {
        case .module: nil
        case .type(let node), .input(let node), .notifications(let node): node
        case .operation(let index), .resource(_, let index), .part(let index): api.operations[index].origin
        }
    }

    /// The line of the configuration that gives something a name; nil where there is none.
    private func pin(_ claim: Claim, as name: String) -> String? {
        switch claim {
        case .module, .input, .part, .notifications: nil
        case .type(let node): "names: { \(Self.quoted("#\(arena.pointer(of: node))")): \(name) }"
        case .operation(let index): "operations: { \(Self.quoted(api.operations[index].id)): { name: \(name) } }"
        case .resource(let tag, _): "resources: { \(Self.quoted(tag)): \(Words(name).member) }"
        }
    }

    /// A scalar of YAML.
    static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            let character = Character(Unicode.Scalar(byte))
            return byte < 0x80 && (character.isLetter || character.isNumber || character == "_")
        }
        return isPlain && text.first?.isLetter == true ? text : "'\(text.replacing("'", with: "''"))'"
    }
}

extension Claim {
    /// Whether both are types, both operations or both resources.
    fileprivate func isLike(_ other: Claim) -> Bool {
        switch (self, other) {
        case (.type, .type), (.type, .input), (.input, .type), (.input, .input), (.operation, .operation),
            (.resource, .resource), (.part, .part):
            true
        default: false
        }
    }
}

extension TypeIdentity {
    fileprivate var ownerAndSteps: (owner: String, steps: [Step]) {
        switch self {
        case .named(let name): (name, [])
        case .part(let name, let steps): (name, steps)
        case .operation(let id, let steps): (id, steps)
        }
    }

    /// What has the same owner at the end of other steps.
    fileprivate func with(_ steps: [Step]) -> TypeIdentity {
        switch self {
        case .named(let name), .part(let name, _): steps.isEmpty ? .named(name) : .part(of: name, steps)
        case .operation(let id, _): .operation(id, steps)
        }
    }

    /// Names of components come before what is made of names.
    fileprivate var rank: Int {
        switch self {
        case .named: 0
        case .part: 1
        case .operation: 2
        }
    }
}
