extension Resolver {
    /// The type and the form of a parameter with `content`, which has one media type.
    mutating func resolveContent(
        of parameter: Parameter, _ location: API.Parameter.Location, _ id: String
    ) -> (TypeUse, API.ParameterForm) {
        let content = parameter.value.content
        if content.count > 1 {
            diagnostics.error(
                "parameter-value", "a parameter has one media type; `\(content[0].name)` is used",
                at: content[1].nameRange)
        }
        if parameter.value.schema != nil {
            noteIgnored(
                rule: "parameter-value", "`schema`", at: parameter.node, key: "schema", because: "there is `content`")
        }
        guard let schema = description.object(content[0].value)?.schema else {
            return (textType(at: parameter.node, id, parameter.name), textForm(of: location))
        }
        let use = type(of: schema, .operation(id, [.parameter(parameter.name)]))
        guard let form = contentForm(of: parameter, location, use) else {
            diagnostics.warning(
                "unsupported",
                "a parameter of the media type `\(content[0].name)` is not supported yet; its text has to be given",
                at: content[0].nameRange)
            return (textType(at: parameter.node, id, parameter.name), textForm(of: location))
        }
        return (use, form)
    }

    /// Nil where the media type has no form in the place.
    private mutating func contentForm(
        of parameter: Parameter, _ location: API.Parameter.Location, _ use: TypeUse
    ) -> API.ParameterForm? {
        let mediaType = MediaTypeName(parameter.value.content[0].name)
        if mediaType?.kind == .json { return .json }
        let kinds = api.parameterKinds(of: use.type)
        if mediaType?.kind == .form {
            guard location == .querystring, kinds.isSubset(of: [.object, .innerObject, .innerList]) else { return nil }
            reportEncoding(of: parameter)
            return .urlEncoded
        }
        // What is text already needs no more than the escapes of its place.
        return kinds == .scalar ? textForm(of: location) : nil
    }

    private mutating func reportEncoding(of parameter: Parameter) {
        guard let mediaType = description.object(parameter.value.content[0].value), !mediaType.encoding.isEmpty else {
            return
        }
        let instead = "members are written in the usual way"
        reportUnsupported("`encoding` of a parameter", at: mediaType.node, key: "encoding", instead: instead)
    }

    private func textForm(of location: API.Parameter.Location) -> API.ParameterForm {
        switch location {
        case .querystring: .text
        case .cookie: .style(.cookie, explode: true, allowReserved: false)
        case .path, .query, .header: defaultForm(of: location)
        }
    }
}
