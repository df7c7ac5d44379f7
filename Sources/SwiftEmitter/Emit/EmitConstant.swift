import OpenAPIModel
import TrunklineJSON

extension Emitter {
    /// The Swift type of a member that may have only one value.
    ///
    /// It is a plain one, whatever the format: the caller never says the value. Only where an enumeration names the value
    /// does the member keep its type.
    func constantType(_ value: JSONValue, _ id: TypeID) -> Code {
        if case .enumeration = api[id].shape { return spelling(id, sent: false) }
        switch value {
        case .string: return "String"
        case .bool: return "Bool"
        case .number(let number):
            if case .integer = api[id].shape, number.integer(Int.self) != nil { return "Int" }
            return number.isExactAsDouble ? "Double" : "TrunklineRuntime.JSONValue"
        case .null, .array, .object: return "TrunklineRuntime.JSONValue"
        }
    }

    /// What an initialiser sets a member to that may have only one value.
    ///
    /// - Parameter isNullable: Whether the member tells absent from null.
    func constantValue(_ value: JSONValue, _ id: TypeID, isNullable: Bool) -> Code {
        if value == .null { return isNullable ? ".null" : "nil" }
        let type = constantType(value, id)
        if case .enumeration(let enumeration) = api[id].shape {
            let index = enumeration.values.firstIndex { $0.json == value } ?? 0
            let name: Code = "\(type).\(names.case(index, of: id))"
            return isNullable ? ".value(\(name))" : name
        }
        guard type.text.hasSuffix("JSONValue") else { return literal(value, type) }
        let json: Code = "\(type)(constant: \(literal: value.description))"
        return isNullable ? ".value(\(json))" : json
    }

    /// A value as a literal of a type.
    func literal(_ value: JSONValue, _ type: Code) -> Code {
        switch value {
        case .string(let text): return "\(literal: text)"
        case .bool(let value): return value ? "true" : "false"
        case .number(let number):
            let integer = number.integer(Int.self)
            if type.text == "Int", let integer { return "\(integer)" }
            // The text of a JSON number is a literal of Swift; what a literal would round is read at run time.
            if type.text == "Double" || integer.map(String.init) == number.text { return "\(raw: number.text)" }
            return ".init(constant: \(literal: number.text))"
        case .null, .array, .object: return ".init(constant: \(literal: value.description))"
        }
    }
}
