import OpenAPIModel

extension Emitter {
    /// The header fields of each operation's answers; where two have the same, the second goes by the name of the first.
    func headerTypes() -> [Int: Declaration] {
        var first: [[String]: Identifier] = [:]
        var declarations: [Int: Declaration] = [:]
        for index in api.operations.indices {
            guard let (name, members) = names.contents[index].headers else { continue }
            let fields = api.operations[index].headerFields
            let key = fields.flatMap { [$0.name, spelling($0.use.type, sent: false).text, "\($0.form)"] }
            if let other = first[key] {
                declarations[index] = .line("public typealias \(name) = \(other)")
            } else {
                first[key] = name
                declarations[index] = headerType(name, Array(zip(fields, members)), of: api.operations[index])
            }
        }
        return declarations
    }

    private func headerType(
        _ name: Identifier, _ fields: [(API.HeaderField, Identifier)], of operation: API.Operation
    ) -> Declaration {
        let members = fields.map { field, name in
            Declaration.computed(
                "public var \(name): \(type(of: field))?", documentation: documentationLines(field.documentation),
                ["fields.\(reader(field.form))(\(literal: field.name))"])
        }
        return .type(
            "public nonisolated struct \(name): Sendable",
            documentation: documentationLines(.init(text: "Header fields of the answers to `\(operation.id)`.")),
            [
                .line("public let fields: TrunklineRuntime.HTTPFields"),
                .function("public init", ["_ fields: TrunklineRuntime.HTTPFields"], ["self.fields = fields"]),
            ] + members)
    }

    private func type(of field: API.HeaderField) -> Code { spelling(field.use.type, sent: false) }

    private func reader(_ form: API.HeaderField.Form) -> Code {
        switch form {
        case .scalar: "value"
        case .list: "list"
        case .json: "json"
        }
    }
}
