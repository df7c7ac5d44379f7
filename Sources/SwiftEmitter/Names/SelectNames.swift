import OpenAPIModel

extension Names {
    /// The names of what is chosen of an API; each stays what it is in the whole.
    func selected(from whole: API, to api: API) -> Names {
        guard whole.selection != nil else { return self }
        let places = whole.operations.indices.filter { !whole.operations[$0].isLeftOut }
        let newPlaces = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($0.element, $0.offset) })
        var names = self
        names.operations = places.map { operations[$0] }
        names.contents = places.map { contents[$0] }
        names.resources = resources.compactMap { resource in
            let kept = resource.operations.compactMap { newPlaces[$0] }
            return kept.isEmpty
                ? nil : .init(property: resource.property, type: resource.type, tag: resource.tag, operations: kept)
        }
        names.types = types.filter { api[$0.key].shape.isDeclared && !api[$0.key].directions.isEmpty }
        names.bases = bases.filter { names.types[$0.key] != nil && names.types[$0.value] != nil }
        names.inputs = inputs.filter { names.types[$0.key] != nil }
        if !names.types.values.contains(where: { $0.name == "Server" }) { names.serverAlias = nil }
        let schemes = Set(api.securitySchemes.map(\.name))
        names.securitySchemes = zip(whole.securitySchemes, securitySchemes)
            .filter { schemes.contains($0.0.name) }.map(\.1)
        names.notificationFunctions = zip(whole.notifications, notificationFunctions)
            .filter { !$0.0.isLeftOut }.map(\.1)
        if api.notifications.isEmpty { names.notifications = nil }
        return names
    }
}
