import OpenAPIModel

extension Namer {
    /// What the specification gives as a name goes into the code as it is, so it has to be a Swift name; what is none is not
    /// used.
    mutating func checkGivenNames() {
        for (place, name) in api.givenNames {
            guard Self.isName(name.value) else {
                reportBadName(name)
                continue
            }
            guard place.role.isType ? !name.value.beginsSmall : !name.value.beginsLarge else {
                let word = place.role.isType ? "a type begins with a capital" : "this name begins with a small letter"
                diagnostics.error("bad-name", "\(word); `\(name.value)` is not used", at: name.range)
                continue
            }
            given[place] = name.value
            guard place.role.reserved.contains(name.value) else { continue }
            diagnostics.warning(
                "reserved-name", "`\(name.value)` means something else in generated code, so it is changed",
                at: name.range, help: "choose another name")
        }
    }

    /// The name that the specification gives what is made of a node; the configuration's names go before it.
    func givenName(_ role: NameRole, _ node: Node) -> String? { given[NamedPlace(role, node)] }

    /// The name that the configuration pins for a type, or that the specification gives it.
    func pinnedType(_ node: Node) -> String? { api.pinnedNames[node] ?? givenName(.type, node) }

    /// A list with what has a given name in front, so that it keeps the name.
    func givenFirst<Element>(
        _ list: [Element], _ role: NameRole, _ origin: (Element) -> Node
    ) -> [Element] {
        guard !given.isEmpty, list.contains(where: { givenName(role, origin($0)) != nil }) else { return list }
        let isGiven = list.map { givenName(role, origin($0)) != nil }
        let (first, rest) = (zip(list, isGiven).filter(\.1), zip(list, isGiven).filter { !$0.1 })
        return (first + rest).map(\.0)
    }

    /// A name that nothing bears has no effect, which its author should know.
    mutating func reportUnusedGivenNames() {
        guard !given.isEmpty else { return }
        let bearers = self.bearers
        for (place, name) in api.givenNames where given[place] != nil {
            guard let what = place.role.unborne, !bearers.contains(place) else { continue }
            diagnostics.warning("unused-name", "no \(what) of the module comes from here", at: name.range)
        }
    }

    /// What is declared under a name that the specification may give.
    private var bearers: Set<NamedPlace> {
        var places: Set<NamedPlace> = []
        for type in names.types.keys {
            places.insert(NamedPlace(.type, api[type].origin))
            places.formUnion(api[type].shape.namedMembers.map { NamedPlace(.member, $0) })
            places.formUnion(api[type].shape.namedValues.map { NamedPlace(.value, $0) })
        }
        for operation in api.operations {
            for case .multipart(let parts) in operation.body?.contents.map(\.format) ?? [] {
                places.formUnion(parts.map { NamedPlace(.member, $0.origin) })
            }
        }
        return places
    }
}

extension String {
    fileprivate var beginsSmall: Bool { unicodeScalars.first?.properties.isLowercase == true || hasPrefix("_") }
    fileprivate var beginsLarge: Bool {
        unicodeScalars.first.map { $0.properties.isUppercase || $0.properties.generalCategory == .titlecaseLetter }
            == true
    }
}

extension NameRole {
    /// Whether types are called so; members, methods and arguments of such a name would hide types.
    fileprivate var isType: Bool {
        switch self {
        case .type, .operation, .variable: true
        case .member, .value, .method, .resource, .argument, .tag, .server, .securityScheme: false
        }
    }

    /// What is reported where nothing bears a name; nil where the object itself is reported when it is left out.
    fileprivate var unborne: String? {
        switch self {
        case .type: "type"
        case .member: "member"
        case .value: "value"
        case .operation, .method, .resource, .argument, .tag, .server, .variable, .securityScheme: nil
        }
    }

    /// What cannot be such a name.
    fileprivate var reserved: Set<String> {
        switch self {
        case .type, .operation, .variable: ReservedNames.types
        case .member: ReservedNames.members
        case .value: ReservedNames.cases
        case .resource, .tag: ReservedNames.resources
        case .server: ReservedNames.servers
        case .argument: ["client", "init", "options"]
        case .securityScheme: ["init", "server", "transport"]
        case .method: []
        }
    }
}

extension Shape {
    /// The nodes of members that are named after them.
    fileprivate var namedMembers: [Node] {
        switch self {
        case .object(let object), .tuple(let object): object.properties.map(\.origin)
        case .array, .map, .string, .binary, .integer, .number, .boolean, .null, .enumeration, .union, .any, .never: []
        }
    }

    /// The nodes of values that have names.
    var namedValues: [Node] {
        switch self {
        case .enumeration(let enumeration): enumeration.values.map(\.origin)
        case .object, .tuple, .array, .map, .string, .binary, .integer, .number, .boolean, .null, .union, .any, .never:
            []
        }
    }
}
