extension Resolver {
    /// How a parameter without a style is written (OpenAPI 3.1, section 4.8.12.2.2).
    func defaultForm(of location: API.Parameter.Location) -> API.ParameterForm {
        let style = Self.styles(of: location)[0]
        return .style(style, explode: style.explodesByDefault, allowReserved: false)
    }

    /// The styles that a place has, the usual one first.
    private static func styles(of location: API.Parameter.Location) -> [ParameterStyle] {
        switch location {
        case .path: [.simple, .label, .matrix]
        case .query, .querystring: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
        case .header: [.simple]
        case .cookie: [.form, .cookie]
        }
    }

    /// The style of a parameter with a schema; a combination that OpenAPI does not define is reported.
    mutating func resolveStyle(
        of parameter: Parameter, _ location: API.Parameter.Location, _ use: TypeUse
    ) -> API.ParameterForm {
        let styles = Self.styles(of: location)
        var style = parameter.value.style ?? styles[0]
        if !styles.contains(style) {
            reportUndefined(
                rule: "parameter-style",
                "a parameter in `\(location.rawValue)` has no style `\(style.rawValue)`", at: parameter, key: "style",
                instead: "`\(styles[0].rawValue)` is used")
            style = styles[0]
        }
        let explode = parameter.value.explode ?? style.explodesByDefault
        reportUndefined(parameter, style, explode, location, api.parameterKinds(of: use.type))
        if use.isNullable, parameter.required {
            reportUndefined("null has no text", at: parameter, key: "schema", instead: "it cannot be sent")
        }
        return .style(style, explode: explode, allowReserved: allowsReserved(parameter, location, style))
    }

    /// What the table of styles says nothing about (OpenAPI 3.1, section 4.8.12.5).
    private mutating func reportUndefined(
        _ parameter: Parameter, _ style: ParameterStyle, _ explode: Bool, _ location: API.Parameter.Location,
        _ kinds: ParameterKinds
    ) {
        let name = parameter.name
        switch style {
        case .deepObject:
            if parameter.value.explode == false {
                reportUndefined(
                    "`deepObject` is always exploded", at: parameter, key: "explode", instead: "so it is here")
            }
            if kinds.contains(.scalar) {
                reportUndefined(
                    "`deepObject` is for objects", at: parameter, key: "style", instead: "a scalar is `\(name)=value`")
            }
            if !kinds.isDisjoint(with: [.list, .innerList]) {
                reportUndefined(
                    "`deepObject` has no lists", at: parameter, key: "style", instead: "elements are `\(name)[0]=value`"
                )
            }
            return
        case .spaceDelimited, .pipeDelimited:
            if explode {
                reportUndefined(
                    "`\(style.rawValue)` is never exploded", at: parameter, key: "explode",
                    instead: "each value is a parameter, as in `form`")
            } else if kinds.contains(.scalar) {
                reportUndefined(
                    "`\(style.rawValue)` is for lists and objects", at: parameter, key: "style",
                    instead: "a scalar is `\(name)=value`")
            }
        case .form where location == .cookie && explode && !kinds.isDisjoint(with: [.list, .object]):
            reportUndefined(
                "several values in `form` style are no cookies", at: parameter, key: "in",
                instead: "they are one, with `&` between them")
        case .form, .simple, .label, .matrix, .cookie: break
        }
        reportInner(parameter, style, explode, kinds)
    }

    private mutating func reportInner(
        _ parameter: Parameter, _ style: ParameterStyle, _ explode: Bool, _ kinds: ParameterKinds
    ) {
        let inner = kinds.intersection([.innerList, .innerObject])
        guard !inner.isEmpty else { return }
        let isRepeated = style == .form && explode && parameter.location == .query && !kinds.contains(.list)
        if isRepeated, inner == .innerList {
            reportUndefined(
                "`form` has no lists in objects", at: parameter, key: "schema", instead: "they repeat the member's name"
            )
        } else {
            reportUndefined(
                "`\(style.rawValue)` has no lists or objects inside of others", at: parameter, key: "schema",
                instead: "they are written as JSON")
        }
    }

    private mutating func allowsReserved(
        _ parameter: Parameter, _ location: API.Parameter.Location, _ style: ParameterStyle
    ) -> Bool {
        guard parameter.value.allowReserved else { return false }
        let isEncoded = location != .header && style != .cookie
        if isEncoded, location == .query || description.version >= .v3_2 { return true }
        noteIgnored(
            rule: "allow-reserved", "`allowReserved`", at: parameter.node, key: "allowReserved",
            because: isEncoded ? "it is for queries until OpenAPI 3.2" : "nothing is escaped there")
        return false
    }

    /// Reports a way to write a parameter that OpenAPI leaves open, and what is done.
    mutating func reportUndefined(
        rule: String = "undefined-style", _ what: String, at parameter: Parameter, key: String, instead: String
    ) {
        let isWritten = arena.value(in: parameter.node, for: key) != nil
        let range = isWritten ? arena.keyRange(in: parameter.node, for: key) : arena.range(of: parameter.node)
        diagnostics.warning(rule, "\(what); \(instead)", at: range)
    }
}

extension ParameterStyle {
    /// Whether `explode` is true where it is not written; `deepObject` has no other form.
    fileprivate var explodesByDefault: Bool {
        switch self {
        case .form, .cookie, .deepObject: true
        case .simple, .label, .matrix, .spaceDelimited, .pipeDelimited: false
        }
    }
}
