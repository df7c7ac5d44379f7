extension Reading {
    /// The node itself, or what it leads to when it is a `$ref` in the place of a text, a list or a map.
    func followed(_ node: Node) -> Node {
        guard follow != nil, let value = arena.value(in: node, for: "$ref"), arena.kind(value) == .string else {
            return node
        }
        return followUnexpected(value) ?? node
    }

    /// What a `$ref` leads to that stands where OpenAPI has no references, which bundlers allow.
    ///
    /// For example:
    ///
    ///     get: { $ref: operations/getPet.yaml }
    func followUnexpected(_ value: Node) -> Node? {
        guard let text = arena.string(value), let follow else {
            reportWrongType(value, expected: "a reference")
            return nil
        }
        diagnostics.warning(
            "unexpected-reference", "OpenAPI has no reference here; it is followed all the same",
            at: arena.range(of: value))
        let reference = Reference(text: text, node: value, summary: nil, description: nil)
        guard let target = follow(PendingReference(reference: reference, kind: nil)), canEnter(target, by: reference)
        else {
            unfollowed.append(value)
            return nil
        }
        inlined[value] = target
        return target
    }

    /// Whether following a reference at once comes to an end; reported where it does not.
    func canEnter(_ target: Node, by reference: Reference) -> Bool {
        if trail.contains(target) || target == arena.parent(of: reference.node) {
            let nodes = trail.nodes(from: target) + [target]
            if cyclic.isDisjoint(with: nodes) {
                reportCycle(reference, through: trail.texts(from: target) + [reference.text])
            }
            cyclic.formUnion(nodes)
        } else if trail.isFull {
            report("too-deep", "too many references lead through one another", at: arena.range(of: reference.node))
        } else {
            return true
        }
        return false
    }

    /// Reads what such a reference leads to, once for each kind of object.
    func readFollowed<Object: DocumentObject>(_ target: Node, as type: Object.Type, from value: Node) -> Object? {
        guard followed.count(target, type) else {
            unfollowed.append(value)
            report(
                "too-many-expansions", "the references in this place stand for too many objects",
                at: arena.range(of: value), help: "let references stand only where OpenAPI has them")
            return nil
        }
        if let known = followed.object(at: target, as: type) { return known }
        let count = followed.count
        let object = read(target, as: type)
        followed.add(object, at: target, as: type, size: followed.count - count + 1)
        return object
    }

    /// - Parameter texts: The references of the cycle, each leading to the place of the next.
    func reportCycle(_ reference: Reference, through texts: [String]) {
        let shown = texts.count > 6 ? texts.prefix(4) + ["…"] + texts.suffix(1) : texts[...]
        let way = (shown + shown.prefix(1)).map { $0 == "…" ? $0 : "`\($0)`" }.joined(separator: " → ")
        report(
            "reference-cycle", "`\(reference.text)` leads back to itself and never to a value: \(way)",
            at: arena.range(of: reference.node))
    }
}

/// References that are followed at once, each in what the one before it leads to.
struct Trail {
    private var steps: [(target: Node, text: String)] = []
    private static let maximumCount = 100

    var isFull: Bool { steps.count >= Trail.maximumCount }

    func contains(_ target: Node) -> Bool { steps.contains { $0.target == target } }

    mutating func enter(_ target: Node, _ text: String?) { steps.append((target, text ?? "")) }

    mutating func leave() { steps.removeLast() }

    /// What the references lead to that were followed since one that led to a node.
    func nodes(from target: Node) -> [Node] {
        (steps.firstIndex { $0.target == target }).map { steps[$0...].map(\.target) } ?? []
    }

    /// The references that were followed since one that led to a node.
    func texts(from target: Node) -> [String] {
        (steps.firstIndex { $0.target == target }).map { steps[($0 + 1)...].map(\.text) } ?? []
    }
}

/// What references lead to that stand where OpenAPI has none: each is read once, and what all of them stand for is counted.
struct FollowedObjects {
    private struct Key: Hashable {
        let node: Node
        let type: ObjectIdentifier
    }

    private var objects: [Key: (object: (any DocumentObject)?, size: Int)] = [:]
    /// How many objects references stand for so far, those in them included.
    private(set) var count = 0
    private static let maximumCount = 100_000

    /// Counts what a reference stands for; false when it is too much.
    mutating func count<Object: DocumentObject>(_ node: Node, _ type: Object.Type) -> Bool {
        count += objects[Key(node: node, type: ObjectIdentifier(type))]?.size ?? 1
        return count <= FollowedObjects.maximumCount
    }

    func object<Object: DocumentObject>(at node: Node, as type: Object.Type) -> Object?? {
        objects[Key(node: node, type: ObjectIdentifier(type))].map { $0.object as? Object }
    }

    mutating func add<Object: DocumentObject>(_ object: Object?, at node: Node, as type: Object.Type, size: Int) {
        objects[Key(node: node, type: ObjectIdentifier(type))] = (object, size)
    }
}
