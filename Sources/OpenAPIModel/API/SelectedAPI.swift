extension API {
    /// What the configuration chooses of the API.
    package struct Selection: Sendable {
        /// Types that are generated though nothing that is generated reaches them.
        var included: [TypeID] = []
        /// Types that are kept as JSON wherever they are used.
        var excluded: Set<TypeID> = []
        /// The places that are only about what is left out.
        var leftOut: Set<SourceRange> = []
        /// The schemas that are left out.
        package internal(set) var schemas: Set<Node> = []
    }

    /// The API without what the configuration leaves out.
    ///
    /// Names are made for the whole API before: they do not change with what is chosen of it.
    package func selected() -> API {
        guard let selection else { return self }
        var api = self
        api.operations.removeAll(where: \.isLeftOut)
        api.notifications.removeAll(where: \.isLeftOut)
        for type in selection.excluded { api[type].shape = .any }
        let taken = Set(api.operations.flatMap(\.security.alternatives).joined())
        api.securitySchemes.removeAll { !taken.contains($0.name) }
        for index in api.types.indices { api.types[index].directions = [] }
        traceDirections(&api)
        return api
    }

    /// The operations, webhooks and schemas that the configuration leaves out.
    package var leftOutNodes: Set<Node> {
        guard let selection else { return [] }
        let operations = operations.filter(\.isLeftOut).map(\.origin)
        return selection.schemas.union(operations).union(notifications.filter(\.isLeftOut).map(\.origin))
    }

    /// Whether a finding is only about what is left out.
    package func leavesOut(_ finding: Diagnostic) -> Bool {
        guard let range = finding.range, let selection else { return false }
        return selection.leftOut.contains(range)
    }
}
