import OpenAPIModel

extension Emitter {
    /// A parameter or the body, as an argument and a stored member.
    struct Argument {
        let name: Identifier
        let type: Code
        let isOptional: Bool
        /// The default of what has to be sent and need not be said.
        var initial: Code?
        let isBody: Bool
        let documentation: [String]
        let write: Code

        var parameter: Code {
            let initial = isOptional ? "nil" : initial
            return "\(raw: isBody ? "_ " : "")\(name.label): \(type)\(initial.map { " = \($0)" } ?? "")"
        }

        /// Whether a call may do without it.
        var isOmittable: Bool { isOptional || initial != nil }

        /// The argument of a call that passes it on.
        var passed: Code { isBody ? "\(name)" : "\(name.passedLabel): \(name)" }
    }

    /// What has to be said, then the body, then what may be left out.
    func arguments(_ index: Int) -> [Argument] {
        let operation = api.operations[index]
        let parameters = zip(operation.parameters, names.operations[index].arguments).map { argument($0, $1) }
        let body = operation.body.map { [argument($0, names.operations[index].body, of: index)] } ?? []
        let required = parameters.filter { !$0.isOmittable } + body.filter { !$0.isOmittable }
        return required + body.filter(\.isOmittable) + parameters.filter(\.isOmittable)
    }

    private func argument(_ body: API.Body, _ name: Identifier, of index: Int) -> Argument {
        let type = bodyType(index, body)
        return Argument(
            name: name, type: body.isRequired ? type : "\(type)?", isOptional: !body.isRequired, isBody: true,
            documentation: documentation(of: body),
            write: write(body, name.member(besides: ["request"]), of: index))
    }
}
