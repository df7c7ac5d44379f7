/// What a name in the specification is for.
package enum NameRole: Hashable, Sendable {
    case type, member, value, operation, method, resource, argument, tag, server, variable, securityScheme
}

/// Something that the specification gives a Swift name.
package struct NamedPlace: Hashable, Sendable {
    package let role: NameRole
    /// The object that has the `x-trunkline-…` member; for a value of an enumeration, the value.
    package let node: Node

    package init(_ role: NameRole, _ node: Node) {
        self.role = role
        self.node = node
    }
}

/// The `x-trunkline-…` members that objects may have: Swift names, for authors who can change the specification.
///
/// For example:
///
///     get:
///       operationId: get_pet_by_id
///       x-trunkline-method: get
enum GivenName {
    static let prefix = "x-trunkline-"
    /// The names of an enumeration's values, as a list or by value; the resolver reads them with the values.
    static let values = "x-trunkline-names"

    /// The members of an object by its name, with what each of them names.
    static func roles(of object: String) -> [String: NameRole] {
        switch object {
        case Schema.objectName: ["x-trunkline-name": .type, "x-trunkline-member": .member, values: .value]
        case Operation.objectName:
            ["x-trunkline-name": .operation, "x-trunkline-method": .method, "x-trunkline-resource": .resource]
        case Parameter.objectName: ["x-trunkline-name": .argument]
        case Tag.objectName: ["x-trunkline-name": .tag]
        case Server.objectName: ["x-trunkline-name": .server]
        case ServerVariable.objectName: ["x-trunkline-name": .variable]
        case SecurityScheme.objectName: ["x-trunkline-name": .securityScheme]
        default: [:]
        }
    }
}

extension Reading {
    /// Keeps the name that an object gives to what is made of it; a member that names nothing is reported.
    func keepGivenName(_ entry: MappingEntry, of object: String, _ node: Node) {
        let roles = GivenName.roles(of: object)
        // It is no name, and read with the operation's meaning.
        if entry.key == PagesConfiguration.extensionName, object == Operation.objectName { return }
        guard let role = roles[entry.key] else {
            let meant = suggestion(for: entry.key, among: Array(roles.keys)).map { "did you mean `\($0)`?" }
            diagnostics.warning(
                "unknown-member", "\(object) has no member `\(entry.key)`", at: entry.keyRange, help: meant)
            return
        }
        if role != .value { givenNames[NamedPlace(role, node)] = located(entry.value) }
    }
}
