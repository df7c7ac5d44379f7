import OpenAPIModel

/// What emitters share: the API, its names, and how a type is spelled.
struct Emitter {
    let api: API
    var names: Names
    let formats: [String: Code]

    init(_ api: API, _ names: Names, formats: [String: Code]) {
        self.api = api
        self.names = names
        self.formats = formats
    }

    /// The Swift type of a value in a place.
    func spelling(_ use: TypeUse, sent isSent: Bool) -> Code {
        use.isNullable ? "\(spelling(use.type, sent: isSent))?" : spelling(use.type, sent: isSent)
    }

    /// The Swift type of a value that is there.
    func spelling(_ id: TypeID, sent isSent: Bool) -> Code {
        switch api[id].shape {
        case .object, .enumeration, .union: "\(names.type(id, sent: isSent, in: api))"
        case .array(let element): "[\(spelling(element, sent: isSent))]"
        case .map(let value):
            isAny(value) ? "TrunklineRuntime.JSONMembers" : "[String: \(spelling(value, sent: isSent))]"
        case .string(let format): self.format(format) ?? "String"
        case .binary: "String"
        case .integer(let format): self.format(format) ?? "Int"
        case .number(let format): self.format(format) ?? "Double"
        case .boolean: "Bool"
        case .tuple, .null, .any, .never: "TrunklineRuntime.JSONValue"
        }
    }

    private func isAny(_ use: TypeUse) -> Bool {
        if case .any = api[use.type].shape { true } else { false }
    }

    private func format(_ format: String?) -> Code? { format.flatMap { formats[$0] } }
}

/// The Swift types of formats: the standard ones, and those that the configuration sets.
func formats(_ configuration: Configuration, diagnostics: inout Diagnostics) -> [String: Code] {
    var formats: [String: Code] = [
        "date-time": "TrunklineRuntime.Timestamp", "int32": "Int32", "int64": "Int64", "uint32": "UInt32",
        "uint64": "UInt64", "float": "Float", "double": "Double",
    ]
    let known: [String: Code] = [
        "Bool": "Bool", "Double": "Double", "Float": "Float", "Int": "Int", "Int32": "Int32", "Int64": "Int64",
        "JSONValue": "TrunklineRuntime.JSONValue", "String": "String", "Timestamp": "TrunklineRuntime.Timestamp",
        "UInt32": "UInt32", "UInt64": "UInt64",
    ]
    for entry in configuration.formats {
        if let type = known[entry.value.value] {
            formats[entry.name] = type
        } else {
            diagnostics.error(
                "unknown-type", "a format cannot become `\(entry.value.value)`", at: entry.value.range,
                help: "use one of " + known.keys.sorted().map { "`\($0)`" }.joined(separator: ", "))
        }
    }
    return formats
}
