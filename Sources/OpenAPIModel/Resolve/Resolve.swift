import TrunklineJSON

/// Turns a description into what goes over the wire.
///
/// What cannot be expressed yet is a finding (`unsupported`) at the construct; the rest is resolved all the same.
package func resolve(
    _ description: Description, _ configuration: Configuration, diagnostics: inout Diagnostics
) -> API {
    var resolver = Resolver(description, configuration, diagnostics)
    let count = diagnostics.list.count
    resolver.resolveServers()
    resolver.resolveTags()
    resolver.resolveSecuritySchemes()
    resolver.resolveOperations()
    resolver.dropUnusedSchemes()
    resolver.resolveSelection()
    resolver.settleKnown()
    resolver.settleSelection()
    resolver.noteConstantsWithoutMember()
    let forwards = resolver.forwards
    orderTypes(&resolver.api) { type in forwards[type].map { $0.type != type } ?? false }
    resolver.resolveEndlessTypes()
    resolver.decideUnions()
    resolver.joinStrings()
    resolver.resolvePages()
    resolver.reportUnknownOperations()
    resolver.resolvePinnedNames()
    trace(&resolver.api)
    findBases(&resolver.api, resolver.settledCandidates)
    resolver.dropLeftOut(since: count)
    diagnostics = resolver.diagnostics
    return resolver.api
}

/// The state of `resolve`.
struct Resolver {
    let description: Description
    let configuration: Configuration
    var diagnostics: Diagnostics
    var api: API
    /// The types of schemas that have been met; a schema is resolved once.
    var known: [SchemaID: TypeUse] = [:]
    /// The servers of the whole API.
    var sharedServers: [Server] = []
    /// Unions, which are decided when everything is resolved.
    var pendingUnions: [TypeID] = []
    /// The types of values that are constants.
    var constantTypes: [TypeID: JSONValue] = [:]
    /// Types that have no shape yet, the order to make them in, and those that schemas were given in advance.
    var pending: [TypeID: PendingType] = [:]
    var queue: [TypeID] = []
    var places: [SchemaID: TypeID] = [:]
    /// What types turned out to be, where they were given in advance.
    var forwards: [TypeID: TypeUse] = [:]
    /// How many types have no parts that may still turn out to be something else.
    var settledCount = 0
    /// The type of members that nothing describes.
    var anyType: TypeUse?
    /// How many members may still be gathered, those of `allOf` counted in every type that they are a part of.
    var membersLeft = 1_000_000
    /// What is said about the pages of operations, by their place in the API.
    var pages: [Int: PagesConfiguration] = [:]
    /// How many types are being resolved, each for the sake of the one before.
    var depth = 0
    /// The schemas that have a schema in `allOf`, once they were looked for.
    var children: [SchemaID: [SchemaID]]?
    /// Members that several parts of an object have, which are narrowed when all types have their shapes.
    var overlaps: [TypeID: [Overlap]] = [:]
    /// The types of the components that an object is composed of, any of which may be its base.
    var baseCandidates: [TypeID: [TypeUse]] = [:]
    /// How far types are from those that something refers to, where they were made as candidates.
    var candidateDepths: [TypeID: Int] = [:]
    /// Pairs of types that are being narrowed, one inside of the other.
    var narrowing: Set<[TypeID]> = []
    /// The inline types that others of the same owner can be, and the nodes that have names in the configuration.
    var inlineTypes: [InlineType: TypeID] = [:]
    let pinnedNodes: Set<Node>

    init(_ description: Description, _ configuration: Configuration, _ diagnostics: Diagnostics) {
        self.description = description
        self.configuration = configuration
        self.diagnostics = diagnostics
        let given = description.givenNames.keys.filter { $0.role == .type }.map(\.node)
        pinnedNodes = Set(configuration.names.compactMap { description.node(at: $0.pointer.value) } + given)
        let info = description.document.info
        api = API(
            title: info?.title ?? "", version: info?.version ?? "",
            documentation: Documentation(
                title: info?.summary, text: info?.description, url: description.document.externalDocs?.url))
        api.givenNames = description.givenNames
    }

    var arena: NodeArena { description.arena }

    mutating func add(_ shape: Shape, _ identity: TypeIdentity, _ schema: Schema) -> TypeID {
        var documentation = documentation(of: schema)
        if case .named = identity {
            var bounds = Bounds()
            addAlternatives(of: schema, to: &bounds, 0)
            documentation.constraints += bounds.phrases
            documentation.sources.nodes += bounds.sources
        }
        api.types.append(
            TypeDefinition(origin: schema.node, identity: identity, shape: shape, documentation: documentation))
        return TypeID(index: api.types.count - 1)
    }

    /// Reports a construct that is not generated.
    mutating func reportUnsupported(_ what: String, at node: Node, key: String? = nil, instead: String) {
        let range = key.map { arena.keyRange(in: node, for: $0) } ?? arena.range(of: node)
        diagnostics.warning("unsupported", "\(what) is not supported yet; \(instead)", at: range)
    }

    /// Notes a construct that changes nothing in what is generated.
    mutating func noteUnused(_ what: String, at node: Node, key: String, instead: String) {
        let message = "\(what) not generated yet; \(instead)"
        diagnostics.report(Diagnostic(.note, "unsupported", message, at: arena.keyRange(in: node, for: key)))
    }

    mutating func resolveTags() {
        api.tags = description.document.tags.map {
            .init(name: $0.name, documentation: $0.description ?? $0.summary, origin: $0.node)
        }
    }

    /// The nodes whose names the configuration pins.
    mutating func resolvePinnedNames() {
        for pinned in configuration.names {
            if let node = place(of: pinned) { api.pinnedNames[node] = pinned.name.value }
        }
        for pinned in configuration.members {
            if let node = place(of: pinned) { api.givenNames[NamedPlace(.member, node)] = pinned.name }
        }
    }

    /// The node that a pinned name is for; where there is none, that is reported.
    private mutating func place(of pinned: PinnedName) -> Node? {
        if let node = description.node(at: pinned.pointer.value) { return node }
        diagnostics.error(
            "unknown-place", "the specification has nothing at `\(pinned.pointer.value)`", at: pinned.pointer.range)
        return nil
    }

    /// The configuration speaks of operations by their ids: one that does not exist is a mistake.
    mutating func reportUnknownOperations() {
        let ids = api.operations.map(\.id)
        for entry in configuration.operations where !ids.contains(entry.name) {
            diagnostics.error(
                "unknown-operation", "the specification has no operation `\(entry.name)`", at: entry.nameRange,
                help: suggestion(for: entry.name, among: ids).map { "did you mean `\($0)`?" })
        }
    }
}
