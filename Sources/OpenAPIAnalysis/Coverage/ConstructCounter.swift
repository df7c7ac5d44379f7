import OpenAPIModel

/// Walks over the objects of a description.
struct ConstructCounter {
    let description: Description
    let configuration: Configuration
    let origins: Origins
    let findings: Findings
    /// The operations and schemas that the configuration leaves out.
    let leftOut: Set<Node>
    var ledger = Ledger()
    private var seen: Set<Visit> = []

    private struct Visit: Hashable {
        let node: Node
        let surroundings: Surroundings
    }

    init(
        _ description: Description, _ api: API, _ configuration: Configuration, _ diagnostics: Diagnostics
    ) {
        self.description = description
        self.configuration = configuration
        leftOut = api.leftOutNodes
        origins = Origins(of: api.selected(), besides: leftOut)
        findings = Findings(diagnostics)
    }

    var arena: NodeArena { description.arena }

    /// Looks at an object, or at what a reference in its place leads to.
    mutating func visit(_ node: Node, _ kind: ObjectKind, _ surroundings: Surroundings) {
        guard arena.kind(node) == .mapping, seen.insert(Visit(node: node, surroundings: surroundings)).inserted else {
            return
        }
        if let reference = arena.value(in: node, for: "$ref"), arena.string(reference) != nil {
            follow(reference, in: node, kind, surroundings)
            guard kind == .schema || kind == .pathItem else { return }
        }
        guard kind != .pathItem || hasOperations(node) else { return }
        let isLeftOut = surroundings.isLeftOut || self.isLeftOut(node) || (kind == .pathItem && isWhollyLeftOut(node))
        let isGenerated = self.isGenerated(node, kind, surroundings)
        let isWhollyReported = !isGenerated && (findings.contains(arena.range(of: node)) || isDropped(node))
        let isReported = (surroundings.isReported && !isGenerated) || isWhollyReported
        let owner = Owner(
            node: node, kind: kind, isGenerated: isGenerated, isReported: isReported,
            isEnvelope: surroundings.isBody && isGenerated && !origins.nodes.contains(node),
            isNotification: surroundings.isNotification, isLeftOut: isLeftOut,
            isOfOtherDirection: kind == .schema && isGenerated && isOfOtherDirection(node, surroundings))
        for entry in arena.entries(of: node) {
            guard let member = kind.members[entry.key], !isOthers(entry, owner) else { continue }
            visit(entry, member, owner)
        }
        if kind == .callback { visitPaths(node, owner) }
        if kind == .security { noteSecurity(node, owner) }
    }

    /// Whether anything uses the servers and parameters of a path.
    private func hasOperations(_ node: Node) -> Bool {
        arena.entries(of: node).contains { ObjectKind.methods.contains($0.key) || $0.key == "additionalOperations" }
    }

    /// Whether an object is not generated for the sake of one of its members, for example an operation for its body's.
    private func isDropped(_ node: Node) -> Bool {
        arena.entries(of: node).contains { isReported($0) || findings.contains(arena.range(of: resolved($0.value))) }
    }

    /// An object with what became of it.
    struct Owner {
        let node: Node
        let kind: ObjectKind
        let isGenerated: Bool
        let isReported: Bool
        /// Whether it is the schema of a body that is no type itself, for example of a form or of an event.
        let isEnvelope: Bool
        let isNotification: Bool
        let isLeftOut: Bool
        let isOfOtherDirection: Bool
    }

    /// Whether the configuration leaves out an operation, or a schema where it stands or is referred to.
    private func isLeftOut(_ node: Node) -> Bool {
        !leftOut.isEmpty && (leftOut.contains(node) || leftOut.contains(resolved(node)))
    }

    /// Whether a path has only operations that are left out.
    private func isWhollyLeftOut(_ node: Node) -> Bool {
        guard !leftOut.isEmpty else { return false }
        let operations = arena.entries(of: node).filter { ObjectKind.methods.contains($0.key) }
        return !operations.isEmpty && operations.allSatisfy { leftOut.contains($0.value) }
    }

    /// What the user's own server does when the API calls it is no business of a client.
    private func isOthers(_ entry: MappingEntry, _ owner: Owner) -> Bool {
        owner.isNotification && owner.kind == .operation && ["responses", "security", "servers"].contains(entry.key)
    }

    private mutating func follow(_ reference: Node, in node: Node, _ kind: ObjectKind, _ surroundings: Surroundings) {
        guard let target = description.targetNode(at: reference) else { return }
        var surroundings = surroundings
        if findings.contains(arena.range(of: node)) { surroundings.isReported = true }
        if kind == .schema { surroundings.isOfOtherDirection = isOfOtherDirection(node, surroundings) }
        visit(target, kind, surroundings)
    }

    // MARK: Members

    private mutating func visit(_ entry: MappingEntry, _ member: ObjectKind.Member, _ owner: Owner) {
        let isReportedHere = isReported(entry) || areAllReported(entry, member) || isReportedWithIf(entry, owner)
        let isLeftOut = owner.isLeftOut || self.isLeftOut(entry.value)
        let isGenerated =
            owner.isGenerated && !isReportedHere && !self.isLeftOut(entry.value) && isExpressed(entry, owner)
        for value in values(of: entry, member, owner) {
            let construct = Construct(object: owner.kind.rawValue, member: entry.key, value: value)
            ledger.note(
                .init(construct: construct, node: owner.node, place: entry.keyRange), isGenerated: isGenerated,
                isReported: isReportedHere || (!isGenerated && owner.isReported), isLeftOut: isLeftOut)
        }
        let inside = Surroundings(
            isReported: owner.isReported || isReportedHere || isReportedAsWhole(owner),
            isGenerated: owner.isGenerated && !isReportedHere,
            isPart: member.isPart || owner.kind == .mediaType || owner.kind == .header || owner.isEnvelope
                || isConstant(owner),
            isBody: owner.kind == .mediaType,
            isNotification: owner.isNotification || entry.key == "webhooks" || entry.key == "callbacks",
            isLeftOut: isLeftOut, isOfOtherDirection: owner.isOfOtherDirection)
        switch member.content {
        case .other: break
        case .one(let kind): visit(entry.value, kind, inside)
        case .list(let kind):
            for element in arena.elements(of: entry.value) where !isReplaced(element, kind, owner) {
                visit(element, kind, inside)
            }
        case .map(let kind):
            for inner in arena.entries(of: entry.value) { visit(inner, kind, of: owner, inside) }
        }
    }

    /// Whether a schema is a member's only value, so that nothing else it says matters.
    private func isConstant(_ owner: Owner) -> Bool {
        owner.kind == .schema && arena.value(in: owner.node, for: "const") != nil
            && origins.enumerated.contains(owner.node)
    }

    /// Whether something is said of a schema that is generated as something less.
    private func isReportedAsWhole(_ owner: Owner) -> Bool {
        owner.kind == .schema && findings.contains(arena.range(of: owner.node))
    }

    private func isReported(_ entry: MappingEntry) -> Bool {
        findings.contains(entry.keyRange) || findings.contains(arena.range(of: entry.value))
    }

    /// Whether a map holds nothing that is not reported.
    private func areAllReported(_ entry: MappingEntry, _ member: ObjectKind.Member) -> Bool {
        guard case .map = member.content else { return false }
        let entries = arena.entries(of: entry.value)
        return !entries.isEmpty && entries.allSatisfy(isReported)
    }

    /// What is said of `if` goes for `then` and `else`.
    private func isReportedWithIf(_ entry: MappingEntry, _ owner: Owner) -> Bool {
        guard owner.kind == .schema, entry.key == "then" || entry.key == "else" else { return false }
        return findings.contains(arena.keyRange(in: owner.node, for: "if"))
    }

    /// Whether a parameter of a path stands back for one of the same name and place of an operation.
    private func isReplaced(_ node: Node, _ kind: ObjectKind, _ owner: Owner) -> Bool {
        guard owner.kind == .pathItem, kind == .parameter, let parameter = parameterName(node) else { return false }
        let operations = arena.entries(of: owner.node).filter { ObjectKind.methods.contains($0.key) }
        return operations.contains { operation in
            let own = arena.value(in: operation.value, for: "parameters").map { arena.elements(of: $0) } ?? []
            return own.contains { parameterName($0) == parameter } && !origins.nodes.contains(resolved(node))
        }
    }

    private func parameterName(_ node: Node) -> [String]? {
        let parameter = resolved(node)
        let texts = ["name", "in"].compactMap { arena.value(in: parameter, for: $0).flatMap(arena.string) }
        return texts.count == 2 ? texts : nil
    }

    /// What stands in a place, or what the reference there leads to.
    private func resolved(_ node: Node) -> Node {
        arena.value(in: node, for: "$ref").flatMap { description.targetNode(at: $0) } ?? node
    }

    /// An entry of a map, which may be reported by its name.
    private mutating func visit(
        _ entry: MappingEntry, _ kind: ObjectKind, of owner: Owner, _ surroundings: Surroundings
    ) {
        var inside = surroundings
        let isReportedHere = isReported(entry)
        inside.isReported = inside.isReported || isReportedHere
        if isReportedHere { inside.isGenerated = false }
        if kind == .mediaType { inside.isGenerated = noteContent(entry, of: owner, inside) }
        visit(entry.value, kind, inside)
    }

    /// Counts a body in a media type; true where it is generated.
    private mutating func noteContent(_ entry: MappingEntry, of owner: Owner, _ inside: Surroundings) -> Bool {
        let isKnown =
            switch owner.kind {
            case .requestBody, .response:
                origins.nodes.contains(entry.value) || origins.contains(mediaType: entry.key, of: owner.node)
            case .openAPI, .pathItem, .operation, .parameter, .header, .mediaType, .encoding, .callback, .server,
                .security, .schema:
                owner.isGenerated
            }
        let isGenerated = isKnown && !inside.isReported
        let construct = Construct(object: "Content", member: mediaTypeKind(entry.key), value: nil)
        ledger.note(
            .init(construct: construct, node: entry.value, place: entry.keyRange), isGenerated: isGenerated,
            isReported: inside.isReported, isLeftOut: inside.isLeftOut)
        return isGenerated
    }

    private mutating func visitPaths(_ node: Node, _ owner: Owner) {
        let surroundings = Surroundings(
            isReported: owner.isReported, isGenerated: owner.isGenerated, isNotification: true,
            isLeftOut: owner.isLeftOut)
        for entry in arena.entries(of: node) where !entry.key.hasPrefix("x-") {
            visit(entry.value, .pathItem, surroundings)
        }
    }

    private mutating func noteSecurity(_ node: Node, _ owner: Owner) {
        for entry in arena.entries(of: node) {
            let construct = Construct(object: "Security", member: schemeKind(entry.key), value: nil)
            let isReported = owner.isReported || findings.contains(arena.range(of: node))
            ledger.note(
                .init(construct: construct, node: node, place: entry.keyRange),
                isGenerated: !isReported && !owner.isLeftOut,
                isReported: isReported, isLeftOut: owner.isLeftOut)
        }
    }

    /// For example `http bearer` or `apiKey in header`.
    private func schemeKind(_ name: String) -> String {
        let pointer = JSONPointer(tokens: ["components", "securitySchemes", name])
        guard let scheme = description.node(at: pointer) else { return "unknown" }
        func text(_ key: String) -> String? { arena.value(in: scheme, for: key).flatMap(arena.string) }
        let detail = text("scheme")?.lowercased() ?? text("in").map { "in " + $0 }
        return [text("type") ?? "unknown", detail].compactMap(\.self).joined(separator: " ")
    }
}
