/// Notes on every type which way its values travel, and whether what is sent differs from what is received.
func trace(_ api: inout API) {
    markDirectional(&api)
    traceDirections(&api)
}

/// Notes on every type which way its values travel, for the operations and the types that are asked for.
func traceDirections(_ api: inout API) {
    for operation in api.operations {
        let sent = operation.parameters.map(\.use.type) + (operation.body?.contents.flatMap(\.types) ?? [])
        for type in sent { mark(type, .sent, &api) }
        let received = operation.responses.flatMap { $0.contents.flatMap(\.types) + $0.headers.map(\.use.type) }
        for type in received { mark(type, .received, &api) }
    }
    for type in api.notifications.flatMap(\.content.types) { mark(type, .received, &api) }
    for type in api.selection?.included ?? [] {
        mark(type, .sent, &api)
        mark(type, .received, &api)
    }
}

func mark(_ root: TypeID, _ direction: Directions, _ api: inout API) {
    var pending = [root]
    while let type = pending.popLast() {
        guard !api[type].directions.contains(direction) else { continue }
        api[type].directions.insert(direction)
        pending += api[type].shape.parts(in: direction)
    }
}

/// Types with directional members, and the types that reach them, until nothing changes.
private func markDirectional(_ api: inout API) {
    var referrers: [TypeID: [TypeID]] = [:]
    for type in api.typeIDs {
        for part in api[type].shape.parts(in: [.sent, .received]) { referrers[part, default: []].append(type) }
    }
    var pending = api.typeIDs.filter { api[$0].shape.hasDirectionalMembers }
    while let type = pending.popLast() {
        guard !api[type].isDirectional else { continue }
        api[type].isDirectional = true
        pending += referrers[type] ?? []
    }
}

extension Shape {
    /// The types that a value of this consists of, which way ever it travels.
    package var parts: [TypeID] { parts(in: [.sent, .received]) }

    /// The types that a value of this travels with in a direction.
    func parts(in directions: Directions) -> [TypeID] {
        switch self {
        case .object(let object):
            object.properties.filter { !$0.directions.isDisjoint(with: directions) }.map(\.use.type)
                + (object.additional.map { [$0.type] } ?? []) + (object.base.map { [$0] } ?? [])
        case .array(let element): [element.type]
        case .tuple(let tuple): tuple.properties.map(\.use.type) + (tuple.additional.map { [$0.type] } ?? [])
        case .map(let value): [value.type]
        case .union(let union): union.variants.map(\.use.type)
        case .string, .binary, .integer, .number, .boolean, .null, .enumeration, .any, .never: []
        }
    }

    fileprivate var hasDirectionalMembers: Bool {
        guard case .object(let object) = self else { return false }
        return object.properties.contains { property in
            property.directions != [.sent, .received] || (property.use.isNullable && !property.isRequired)
        }
    }
}
