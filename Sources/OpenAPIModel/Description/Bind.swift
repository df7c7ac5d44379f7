/// Reads an entry document and every file it reaches, and binds every reference.
///
/// Returns nil, with findings, where there is nothing to go on with: no such file, no valid text, no supported version.
/// The files that were read are added to `files`, also then, so that findings can be shown.
package func bind(
    entry path: String, provider: FileProvider, files: inout SourceFiles, limits: Limits = Limits(),
    followsExtensions: Bool = false, stopwatch: Stopwatch? = nil, diagnostics: inout Diagnostics
) -> Description? {
    let reading = Reading(arena: NodeArena(), diagnostics: diagnostics)
    diagnostics = Diagnostics()
    let binder = Binder(entry: path, reading: reading, provider: provider, limits: limits, files: files)
    binder.stopwatch = stopwatch
    binder.followsExtensions = followsExtensions
    let description = binder.bindEntry()
    files = binder.files
    diagnostics = reading.diagnostics
    return description
}

/// Follows references until none is left; it lives only inside `bind`.
final class Binder {
    /// The path of the entry document as it was given.
    let entryPath: String
    let entry: FilePath
    let reading: Reading
    let provider: FileProvider
    let limits: Limits
    var stopwatch: Stopwatch?
    /// Whether `$ref`s in `x-…` members are followed as well, which only a bundle needs.
    var followsExtensions = false
    var files: SourceFiles
    /// The root of every file that was read; nil for one that could not be.
    var roots: [FileAddress: Node?] = [:]
    var addresses: [FileID: FileAddress] = [:]
    var entryRoot: Node?
    var bound: [Node: Node] = [:]
    /// References to addresses, which are bound when all files have been read.
    private var postponed: [PendingReference] = []
    private var mayPostpone = true
    /// The values of `$ref` that lead nowhere, which was reported.
    var unbindable: Set<Node> = []
    /// How many more times a name that was meant is searched for; a hostile document has endless mistakes.
    var suggestionsLeft = 50
    var names = SchemaNames()
    var externalValues: [Node: Node] = [:]
    /// The security schemes that requirements name and the entry document does not have.
    var schemeTargets: [String: Node] = [:]

    init(entry path: String, reading: Reading, provider: FileProvider, limits: Limits, files: SourceFiles) {
        entryPath = path
        entry = FilePath(path)
        self.reading = reading
        self.provider = provider
        self.limits = limits
        self.files = files
        reading.follow = { [unowned self] pending in self.locate(pending) }
    }

    func bindEntry() -> Description? {
        guard let root = loadEntry(), let version = reading.readVersion(root) else { return nil }
        reading.version = version
        entryRoot = root
        guard let document = stopwatch.measure("read", { reading.read(root, as: OpenAPI.self) }) else { return nil }
        bindReferences()
        bound.merge(reading.bindings) { known, _ in known }
        reportPartsOfOtherFiles()
        bindExternalExamples()
        if followsExtensions { bindExtensions() }
        bindSecurityRequirements()
        reportSchemaCycles()
        let resolved = resolvedSchemas()
        return Description(
            version: version, entry: reading.arena.file(of: root), root: root, document: document,
            arena: reading.arena, files: files, schemas: reading.schemas, targets: reading.targets, bound: bound,
            schemaIDs: reading.schemaIDs, externalValues: externalValues, inlined: reading.inlined,
            schemeTargets: schemeTargets,
            resolvedIDs: resolved, aliases: aliases(document, resolved),
            objectAliases: objectAliases(version), pathsOfItems: pathsOfItems(document),
            references: reading.references, merged: Set(reading.bindings.keys),
            givenNames: reading.givenNames, versions: reading.versions, fileCount: addresses.count, unbound: unbound(),
            referred: Set(bound.values))
    }

    /// Where the references stand that could not be followed, which was reported.
    private func unbound() -> [SourceRange] {
        let pending = reading.references.filter { !$0.mayBeRemote && bound[$0.reference.node] == nil }
        return (pending.map(\.reference.node) + reading.unfollowed).map(reading.arena.range)
    }

    /// Binds the references that were met, and those met in what they lead to.
    private func bindReferences() {
        var next = 0
        stopwatch.measure("read") { reading.readPendingSchemas() }
        repeat {
            while next < reading.references.count {
                bindReference(reading.references[next])
                next += 1
            }
            mayPostpone = false
            for pending in postponed { bindReference(pending) }
            postponed = []
        } while next < reading.references.count
    }

    private func bindReference(_ pending: PendingReference) {
        guard !unbindable.contains(pending.reference.node) else { return }
        guard let first = bound[pending.reference.node] ?? locateOrPostpone(pending),
            let target = followChain(from: first, pending)
        else { return }
        bound[pending.reference.node] = target
        guard let kind = pending.kind else { return }
        stopwatch.measure("read") {
            reading.readTarget(target, kind)
            reading.readPendingSchemas()
        }
    }

    /// What a reference names; an address may be that of a schema in a file that is read later.
    private func locateOrPostpone(_ pending: PendingReference) -> Node? {
        guard mayPostpone, !pending.mayBeRemote, ReferenceText.hasScheme(pending.reference.text),
            reading.version(of: pending.reference.node) >= .v3_1
        else { return locate(pending) }
        postponed.append(pending)
        return nil
    }

    /// Goes on while what was found is a reference itself; a schema's `$ref` is a keyword and ends the chain.
    ///
    /// Every reference of the chain is bound, or given up, at once, so that long chains are walked once.
    func followChain(from first: Node, _ pending: PendingReference) -> Node? {
        guard pending.kind != .schema else { return first }
        var chain = [pending.reference.node]
        var visited = [pending.reference.node: 0]
        var target: Node? = first
        while let current = target, let value = reading.arena.value(in: current, for: "$ref") {
            if let known = bound[value] {
                target = known
                break
            }
            if let start = visited[value] {
                let texts = chain[start...].compactMap(reading.arena.string)
                reading.reportCycle(pending.reference, through: texts)
                target = nil
            } else if unbindable.contains(value) {
                target = nil
            } else {
                visited[value] = chain.count
                chain.append(value)
                target = locateNext(value, pending)
            }
        }
        for value in chain {
            if let target { bound[value] = target } else { unbindable.insert(value) }
        }
        return target
    }

    private func locateNext(_ value: Node, _ pending: PendingReference) -> Node? {
        guard let text = reading.arena.string(value) else { return nil }
        let reference = Reference(text: text, node: value, summary: nil, description: nil)
        return locate(PendingReference(reference: reference, kind: pending.kind))
    }
}

extension Reading {
    /// Reads the target of a reference as what its referrer needs.
    func readTarget(_ node: Node, _ kind: ReferenceKind) {
        switch kind {
        case .schema: _ = schemaID(of: node)
        case .response: _ = readTarget(node, as: Response.self)
        case .parameter: _ = readTarget(node, as: Parameter.self)
        case .example: _ = readTarget(node, as: Example.self)
        case .requestBody: _ = readTarget(node, as: RequestBody.self)
        case .header: _ = readTarget(node, as: Header.self)
        case .securityScheme: _ = readTarget(node, as: SecurityScheme.self)
        case .link: _ = readTarget(node, as: Link.self)
        case .callback: _ = readTarget(node, as: Callback.self)
        case .pathItem: _ = readTarget(node, as: PathItem.self)
        case .mediaType: _ = readTarget(node, as: MediaType.self)
        }
    }
}
