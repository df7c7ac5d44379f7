import OpenAPIModel

extension Emitter {
    /// A parameter or the body, as an argument and a stored member.
    struct Argument {
        let name: Identifier
        let type: Code
        let isOptional: Bool
        let isBody: Bool
        let documentation: [String]
        let write: Code

        var parameter: Code {
            "\(raw: isBody ? "_ " : "")\(name.label): \(type)\(raw: isOptional ? " = nil" : "")"
        }

        /// The argument of a call that passes it on.
        var passed: Code { isBody ? "\(name)" : "\(name.passedLabel): \(name)" }
    }

    /// What has to be said, then the body, then what may be left out.
    func arguments(_ index: Int) -> [Argument] {
        let operation = api.operations[index]
        let parameters = zip(operation.parameters, names.operations[index].arguments).map(argument)
        let body = operation.body.map { [argument($0, names.operations[index].body, of: index)] } ?? []
        let required = parameters.filter { !$0.isOptional } + body.filter { !$0.isOptional }
        return required + body.filter(\.isOptional) + parameters.filter(\.isOptional)
    }

    private func argument(_ parameter: API.Parameter, _ name: Identifier) -> Argument {
        let type = spelling(parameter.use.type, sent: true)
        let isOptional = !parameter.isRequired
        let value = name.member(besides: ["request"])
        return Argument(
            name: name, type: isOptional ? "\(type)?" : type, isOptional: isOptional, isBody: false,
            documentation: documentationLines(parameter.documentation),
            write: "request.\(raw: parameter.location.rawValue)(\(literal: parameter.name), \(value))")
    }

    private func argument(_ body: API.Body, _ name: Identifier, of index: Int) -> Argument {
        let type = bodyType(index, body)
        return Argument(
            name: name, type: body.isRequired ? type : "\(type)?", isOptional: !body.isRequired, isBody: true,
            documentation: documentation(of: body),
            write: write(body, name.member(besides: ["request"]), of: index))
    }
}
