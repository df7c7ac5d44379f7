import OpenAPIModel

/// What emitters share: the API, its names, and how a type is spelled.
struct Emitter {
    let api: API
    var names: Names
    let formats: Formats
    /// How each operation is called on a client, for example `phoneNumbers.get`.
    let calls: [String]
    /// The types that check what is in them, where the configuration asks for that.
    let checked: CheckedTypes

    init(_ api: API, _ names: Names, formats: Formats) {
        self.api = api
        self.names = names
        self.formats = formats
        var calls = names.operations.map(\.method.name)
        for resource in names.resources {
            guard let property = resource.property else { continue }
            for index in resource.operations { calls[index] = "\(property.name).\(calls[index])" }
        }
        self.calls = calls
        checked = CheckedTypes(api)
    }

    /// The Swift type of a value in a place.
    func spelling(_ use: TypeUse, sent isSent: Bool) -> Code {
        use.isNullable ? "\(spelling(use.type, sent: isSent))?" : spelling(use.type, sent: isSent)
    }

    /// The Swift type of a value that is there.
    func spelling(_ id: TypeID, sent isSent: Bool) -> Code {
        switch api[id].shape {
        case .object, .tuple, .enumeration: "\(names.type(id, sent: isSent, in: api))"
        case .union(let union):
            union.besideString.map { "TrunklineRuntime.StringOr<\(spelling($0, sent: isSent))>" }
                ?? "\(names.type(id, sent: isSent, in: api))"
        case .array(let element): "[\(spelling(element, sent: isSent))]"
        case .map(let value):
            isAny(value) ? "TrunklineRuntime.JSONMembers" : "[String: \(spelling(value, sent: isSent))]"
        case .string(let format): formats.type(.string, format) ?? "String"
        case .binary: "String"
        case .integer(let format): formats.type(.integer, format) ?? "Int"
        case .number(let format): formats.type(.number, format) ?? "Double"
        case .boolean: "Bool"
        case .null, .any, .never: "TrunklineRuntime.JSONValue"
        }
    }

    private func isAny(_ use: TypeUse) -> Bool {
        if case .any = api[use.type].shape { true } else { false }
    }
}
