import OpenAPIModel
import TrunklineJSON

extension Emitter {
    /// The literal of a default, for the initialiser of what is sent; nil where Swift has none for the type.
    ///
    /// Only a member that has to be there has one: leaving out an optional one lets the server choose.
    func defaultLiteral(_ value: JSONValue, _ use: TypeUse) -> Code? {
        if value == .null { return use.isNullable ? "nil" : nil }
        let type = spelling(use.type, sent: true)
        switch (api[use.type].shape, value) {
        case (.string, .string(let text)): return type.text == "String" ? "\(literal: text)" : nil
        case (.boolean, .bool(let value)): return value ? "true" : "false"
        case (.integer, .number(let number)), (.number, .number(let number)): return numberLiteral(number, type)
        case (.enumeration(let enumeration), _):
            return enumeration.values.firstIndex { $0.json == value }.map { ".\(names.case($0, of: use.type))" }
        case (.array(let element), .array(let elements)):
            let literals = elements.map { defaultLiteral($0, element) }
            guard literals.allSatisfy({ $0 != nil }) else { return nil }
            return "[\(literals.compactMap { $0 }.joined(separator: ", "))]"
        case (.map(let element), .object(let members)): return mapLiteral(members, element)
        case (.object(let object), .object(let members)):
            // Members with defaults of their own could lead back to this one.
            return members.isEmpty && object.properties.allSatisfy { !$0.isRequired } ? ".init()" : nil
        case (.union(let union), _): return variantLiteral(value, union, of: use.type)
        case (.any, _): return literal(value, "TrunklineRuntime.JSONValue")
        case (.object, _), (.tuple, _), (.string, _), (.binary, _), (.boolean, _), (.integer, _), (.number, _),
            (.array, _), (.map, _), (.null, _), (.never, _):
            return nil
        }
    }

    private func mapLiteral(_ members: JSONMembers, _ element: TypeUse) -> Code? {
        guard !members.isEmpty else { return "[:]" }
        let literals = members.map { member in
            defaultLiteral(member.value, element).map { "\(literal: member.name): \($0)" as Code }
        }
        guard literals.allSatisfy({ $0 != nil }) else { return nil }
        return "[\(literals.compactMap(\.self).joined(separator: ", "))]"
    }

    /// The variant that a value is by its kind.
    private func variantLiteral(_ value: JSONValue, _ union: UnionShape, of id: TypeID) -> Code? {
        guard let index = union.variant(of: value),
            let literal = defaultLiteral(value, TypeUse(union.variants[index].use.type))
        else { return nil }
        guard let other = union.besideString else { return ".\(names.case(index, of: id))(\(literal))" }
        return union.variants[index].use.type == other.type ? ".value(\(literal))" : literal
    }

    /// A number, where the type holds it exactly enough.
    private func numberLiteral(_ number: JSONNumber, _ type: Code) -> Code? {
        switch type.text {
        case "Double", "Float": return number.double.map { abs($0) < 1e30 ? "\(raw: number.text)" : nil } ?? nil
        case "Int", "Int64": return number.integer(Int64.self).map { "\(raw: String($0))" }
        case "Int8": return number.integer(Int8.self).map { "\(raw: String($0))" }
        case "Int16": return number.integer(Int16.self).map { "\(raw: String($0))" }
        case "Int32": return number.integer(Int32.self).map { "\(raw: String($0))" }
        case "UInt", "UInt64": return number.integer(UInt64.self).map { "\(raw: String($0))" }
        case "UInt8": return number.integer(UInt8.self).map { "\(raw: String($0))" }
        case "UInt16": return number.integer(UInt16.self).map { "\(raw: String($0))" }
        case "UInt32": return number.integer(UInt32.self).map { "\(raw: String($0))" }
        default: return nil
        }
    }
}

extension UnionShape {
    /// The variant of a value, where its kind alone tells.
    fileprivate func variant(of value: JSONValue) -> Int? {
        guard case .kind(let arms, _) = decision, let kind = JSONKind(value) else { return nil }
        let found = arms.filter { $0.kinds.contains(kind) }
        guard found.count == 1, case .variant(let index) = found[0].decision else { return nil }
        return index
    }
}
