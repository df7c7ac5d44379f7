extension Resolver {
    /// The parameters of an operation; one of the same name and place replaces that of the path.
    mutating func resolveParameters(
        _ shared: [Referenced<Parameter>], _ own: [Referenced<Parameter>], _ id: String
    ) -> [API.Parameter] {
        let ownParameters = own.compactMap { description.object($0) }
        let sharedParameters = shared.compactMap { description.object($0) }.filter { parameter in
            !ownParameters.contains { $0.name == parameter.name && $0.location == parameter.location }
        }
        return (sharedParameters + ownParameters).compactMap { resolve($0, id) }
    }

    private mutating func resolve(_ parameter: Parameter, _ id: String) -> API.Parameter? {
        guard let location = location(of: parameter) else { return nil }
        guard let schema = parameter.value.schema, hasDefaultStyle(parameter, location) else {
            reportUnsupported(
                "this way to write a parameter", at: parameter.node, instead: "`\(parameter.name)` is left out")
            return nil
        }
        let use = type(of: schema, .operation(id, [.parameter(parameter.name)]))
        guard isParameterType(use) else {
            reportUnsupported(
                "a parameter that is neither a scalar nor a list of them", at: parameter.node,
                instead: "`\(parameter.name)` is left out")
            return nil
        }
        var documentation = self.documentation(of: description.schema(schema))
        documentation.text = parameter.description ?? documentation.text
        documentation.isDeprecated = documentation.isDeprecated || parameter.deprecated
        return .init(
            name: parameter.name, location: location, use: use, isRequired: parameter.required || location == .path,
            documentation: documentation, origin: parameter.node)
    }

    private mutating func location(of parameter: Parameter) -> API.Parameter.Location? {
        switch parameter.location {
        case .path: return .path
        case .query: return .query
        case .header: return .header
        case .cookie, .querystring:
            let place = parameter.location?.rawValue ?? ""
            reportUnsupported(
                "a parameter in `\(place)`", at: parameter.node, instead: "`\(parameter.name)` is left out")
            return nil
        case nil: return nil
        }
    }

    private func hasDefaultStyle(_ parameter: Parameter, _ location: API.Parameter.Location) -> Bool {
        let style = location == .query ? ParameterStyle.form : .simple
        let explode = location == .query
        let value = parameter.value
        return (value.style ?? style) == style && (value.explode ?? explode) == explode && !value.allowReserved
    }

    /// Scalars and lists of scalars have one obvious spelling.
    private func isParameterType(_ use: TypeUse, isElement: Bool = false) -> Bool {
        switch api[use.type].shape {
        case .string, .integer, .number, .boolean, .enumeration: true
        case .array(let element): !isElement && !element.isNullable && isParameterType(element, isElement: true)
        case .object, .tuple, .map, .binary, .null, .union, .any, .never: false
        }
    }
}
