/// Puts a description into one document: what other files hold is moved into the entry document.
///
/// Returns nil, with findings, where a reference leads nowhere or into a document of another version. A description that
/// is one file already stays as it is. For example, `$ref: models/pet.yaml` becomes `$ref: '#/components/schemas/pet'`.
package func bundle(_ description: Description, diagnostics: inout Diagnostics) -> BundleValue? {
    guard description.unbound.isEmpty else {
        diagnostics.error(
            "not-bundled", "not every reference could be followed, so there is no bundle", at: description.unbound.first
        )
        return nil
    }
    var bundler = Bundler(description)
    bundler.checkVersions()
    let value = bundler.run()
    diagnostics.report(bundler.diagnostics)
    return bundler.diagnostics.hasErrors ? nil : value
}

/// The state of `bundle`.
struct Bundler {
    let description: Description
    let isAlone: Bool
    let kinds: [Node: ReferenceKind]
    var diagnostics = Diagnostics()
    /// Where what was in other files stands in the bundle.
    var places: [Node: JSONPointer] = [:]
    /// What is moved into each section, in the order in which it was met.
    var moved: [(kind: ReferenceKind, name: String, target: Node)] = []
    var taken: [ReferenceKind: Set<String>] = [:]
    /// The targets of references that are not in the entry document, in the order in which they were met.
    var pending: [(target: Node, kind: ReferenceKind?, origin: Node)] = []
    /// What is being copied into the place of a reference, each in the one before it.
    var inlining: Set<Node> = []
    /// How many values there are so far, and how many there may be: not many more than in the files.
    var count = 0
    let maximumCount: Int
    /// How many references have been replaced by what they lead to, and how many may be.
    var copies = 0
    static let maximumCopies = 100_000

    var arena: NodeArena { description.arena }

    init(_ description: Description) {
        self.description = description
        isAlone = description.fileCount == 1
        var kinds: [Node: ReferenceKind] = [:]
        for pending in description.references { kinds[pending.reference.node] = pending.kind }
        self.kinds = kinds
        maximumCount = description.arena.count + 1_000_000
    }

    mutating func run() -> BundleValue? {
        guard !isAlone else { return value(of: description.root, at: JSONPointer(tokens: [])) }
        takeNames()
        placeAliases()
        var root = value(of: description.root, at: JSONPointer(tokens: []))
        moveTargets(into: &root)
        checkOperations()
        addOriginalNames(to: &root)
        addMappings(to: &root)
        guard count <= maximumCount else {
            diagnostics.error(
                "too-many-nodes", "the bundle has more than \(maximumCount) values",
                at: arena.range(of: description.root))
            return nil
        }
        return root.resolved { self.text(for: $0, from: $1) }
    }

    /// Moves what references lead to, and what references in that lead to.
    private mutating func moveTargets(into root: inout BundleValue) {
        var values: [ReferenceKind: [BundleValue.Member]] = [:]
        var written = 0
        var looked = 0
        while count <= maximumCount {
            if written < moved.count {
                let (kind, name, target) = moved[written]
                written += 1
                values[kind, default: []].append(.init(key: name, value: value(of: target, at: place(kind, name))))
            } else if !moveNext(&looked) {
                break
            }
        }
        for kind in ReferenceKind.allCases {
            guard let members = values[kind] else { continue }
            root.append(members, at: JSONPointer(tokens: place(kind, "").tokens.dropLast()))
        }
    }

    /// Gives the next target a place: one that is part of another is found in that, or is moved by itself in the end.
    private mutating func moveNext(_ looked: inout Int) -> Bool {
        while looked < pending.count {
            let (target, kind, _) = pending[looked]
            looked += 1
            guard let kind, places[target] == nil, !isCovered(target) else { continue }
            move(target, kind)
            return true
        }
        guard let lost = pending.first(where: { $0.kind != nil && place(of: $0.target) == nil }), let kind = lost.kind
        else { return false }
        move(lost.target, kind)
        return true
    }

    /// Whether a target is part of another one.
    private func isCovered(_ target: Node) -> Bool {
        var current = arena.parent(of: target)
        while let node = current {
            if description.referred.contains(node) || places[node] != nil { return true }
            current = arena.parent(of: node)
        }
        return false
    }

    /// Where a node stands in the bundle.
    func place(of node: Node) -> JSONPointer? {
        if arena.file(of: node) == description.entry { return arena.pointer(of: node) }
        var tokens: [String] = []
        var current = node
        while places[current] == nil {
            guard let parent = arena.parent(of: current) else { return nil }
            tokens.append(arena.token(of: current, in: parent))
            current = parent
        }
        return places[current].map { JSONPointer(tokens: $0.tokens + tokens.reversed()) }
    }

    private func text(for target: Node, from origin: Node) -> String {
        guard let place = place(of: target) else { return arena.string(origin) ?? "" }
        return "#" + place.tokens.map { "/" + JSONPointer.fragment($0) }.joined()
    }

    /// Reports files that are written in another version than the entry document: moving would change their meaning.
    mutating func checkVersions() {
        for pending in description.references {
            let value = pending.reference.node
            guard let target = target(of: value), let version = description.versions[arena.file(of: target)],
                version != description.version
            else { continue }
            diagnostics.error(
                "mixed-versions",
                "`\(pending.reference.text)` is \(version.name), the bundle would be "
                    + description.version.name, at: arena.range(of: value),
                help: "convert the file to \(description.version.name)")
        }
    }

    /// Reports operations that links name and that are in no path of the bundle.
    mutating func checkOperations() {
        for (target, kind, origin) in pending where kind == nil && place(of: target) == nil {
            diagnostics.warning(
                "operation-left-out", "the operation is in no path of the bundle; the reference stays as it is",
                at: arena.range(of: origin))
        }
    }
}

extension BundleValue {
    /// Adds members to the mapping where a pointer leads, making the mappings on the way.
    mutating func append(_ new: [Member], at pointer: JSONPointer) {
        guard let first = pointer.tokens.first else {
            self = .mapping(members + new)
            return
        }
        var child = self[first] ?? .mapping([])
        child.append(new, at: JSONPointer(tokens: pointer.tokens.dropFirst()))
        self[first] = child
    }
}

extension JSONPointer {
    /// A token as it is written in the fragment of an address (RFC 6901, section 6).
    static func fragment(_ token: String) -> String {
        let allowed = "-._~!$&'()*+,;=:@/?"
        return JSONPointer(tokens: [token]).description.dropFirst().unicodeScalars.map { scalar in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            if isPlain || allowed.unicodeScalars.contains(scalar) { return String(scalar) }
            return String(scalar).utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
                .joined()
        }
        .joined()
    }
}
