import OpenAPIModel

extension Emitter {
    /// A parameter as an argument, and the line that writes it.
    func argument(_ parameter: API.Parameter, _ name: Identifier) -> Argument {
        let type = type(of: parameter)
        let isOptional = !parameter.isRequired
        // A type that tells null from nothing has no literal.
        let isPlain = type == spelling(parameter.use.type, sent: true)
        let initial = isPlain ? parameter.defaultValue.flatMap { defaultLiteral($0, TypeUse(parameter.use.type)) } : nil
        return Argument(
            name: name, type: isOptional ? "\(type)?" : type, isOptional: isOptional, initial: initial, isBody: false,
            documentation: documentationLines(parameter.documentation),
            write: write(parameter, name.member(besides: ["request"])))
    }

    private func type(of parameter: API.Parameter) -> Code {
        let type = spelling(parameter.use.type, sent: true)
        let isNullable = (parameter.form == .json && parameter.use.isNullable) || needsEmptyValue(parameter)
        return isNullable ? "TrunklineRuntime.Nullable<\(type)>" : type
    }

    /// Whether only null can say that a parameter is empty: no value of its type is written as an empty text.
    private func needsEmptyValue(_ parameter: API.Parameter) -> Bool {
        guard parameter.allowsEmptyValue else { return false }
        switch api[parameter.use.type].shape {
        case .string: return spelling(parameter.use.type, sent: true) != "String"
        case .enumeration(let enumeration): return enumeration.isClosed
        case .integer, .number, .boolean, .object, .union: return true
        case .array, .tuple, .map, .binary, .null, .any, .never: return false
        }
    }

    /// For example, `request.query("ids", ids, .pipeDelimited)`.
    private func write(_ parameter: API.Parameter, _ value: Code) -> Code {
        let call: Code = "request.\(raw: parameter.location.rawValue)"
        let name: [Code] = parameter.location == .querystring ? [] : ["\(literal: parameter.name)"]
        let arguments: [Code] =
            switch parameter.form {
            case .style: name + [value] + options(of: parameter)
            case .json: name + ["json: \(value)"]
            case .text: ["text: \(value)"]
            case .urlEncoded: ["form: \(value)"]
            }
        return "\(call)(\(arguments.joined(separator: ", ")))"
    }

    /// What is not as usual in the place.
    private func options(of parameter: API.Parameter) -> [Code] {
        guard case .style(let style, let explode, let allowReserved) = parameter.form else { return [] }
        let usual: (style: ParameterStyle, explode: Bool) =
            switch parameter.location {
            case .path, .header: (.simple, false)
            case .query, .querystring: (.form, style == .form || style == .deepObject)
            case .cookie: (.form, true)
            }
        var options: [Code] = []
        if explode != usual.explode, style != .deepObject { options.append("explode: \(raw: String(explode))") }
        if allowReserved { options.append("allowReserved: true") }
        if parameter.allowsEmptyValue, sendsEmptyValue(parameter) { options.append("allowEmptyValue: true") }
        guard style != usual.style || !options.isEmpty else { return [] }
        return parameter.location == .header ? options : [".\(raw: style.rawValue)"] + options
    }

    /// Whether a value of the type can be one that is left out otherwise.
    private func sendsEmptyValue(_ parameter: API.Parameter) -> Bool {
        switch api[parameter.use.type].shape {
        case .array, .tuple, .map, .null, .any, .never: true
        case .string, .binary, .integer, .number, .boolean, .object, .enumeration, .union: needsEmptyValue(parameter)
        }
    }
}
