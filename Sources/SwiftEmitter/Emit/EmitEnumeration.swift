import OpenAPIModel

extension Emitter {
    /// A type with named values: a structure with constants, which takes any value, or a closed `enum`.
    func enumeration(_ id: TypeID, _ enumeration: EnumerationShape) -> Declaration {
        enumeration.isClosed ? closedEnumeration(id, enumeration) : openEnumeration(id, enumeration)
    }

    private func openEnumeration(_ id: TypeID, _ enumeration: EnumerationShape) -> Declaration {
        let values = enumeration.values.enumerated().map { index, value in
            Declaration.computed(
                "public static var \(names.case(index, of: id)): Self",
                documentation: documentationLines(.init(text: value.documentation)),
                ["Self(rawValue: \(literal(value.json, enumeration.kind.swiftType)))"])
        }
        let all = enumeration.values.indices.map { ".\(names.case($0, of: id))" as Code }
        let type = names.type(id, sent: false, in: api)
        let raw = enumeration.kind.swiftType
        return .type(
            "public nonisolated struct \(type): TrunklineRuntime.OpenEnumeration, Hashable, Codable",
            documentation: documentationLines(api[id].documentation),
            [
                .line("public let rawValue: \(raw)"),
                .function("public init", ["rawValue: \(raw)"], ["self.rawValue = rawValue"]),
            ] + values + [.computed("public static var knownValues: [Self]", [.array(all, level: 0)])])
    }

    private func closedEnumeration(_ id: TypeID, _ enumeration: EnumerationShape) -> Declaration {
        let cases = enumeration.values.enumerated().map { index, value -> Declaration in
            let name = names.case(index, of: id)
            let head: Code =
                name.name == value.json.string
                ? "case \(name)" : "case \(name) = \(literal(value.json, enumeration.kind.swiftType))"
            return Declaration.line(head, documentation: documentationLines(.init(text: value.documentation)))
        }
        let type = names.type(id, sent: false, in: api)
        return .type(
            "public nonisolated enum \(type): \(enumeration.kind.swiftType), TrunklineRuntime.ClosedEnumeration",
            documentation: documentationLines(api[id].documentation), cases)
    }
}

extension EnumerationShape.Kind {
    /// What the values are in Swift.
    var swiftType: Code {
        switch self {
        case .string: "String"
        case .integer: "Int"
        case .number: "Double"
        case .mixed: "TrunklineRuntime.JSONValue"
        }
    }
}
