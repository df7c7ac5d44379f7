extension RequestEncoder {
    /// Sets a path parameter in `simple` style: elements of a list are separated by commas (RFC 6570 §3.2.2).
    ///
    /// - Parameters:
    ///   - name: The name between the braces of the path template.
    ///   - value: The value: a scalar, a list or an object.
    public mutating func path(_ name: StaticString, _ value: some JSONCodable) {
        path(name.description, value, .simple)
    }

    /// Sets a path parameter.
    ///
    /// Every byte that is not unreserved is escaped, slashes included. A segment that would be empty, `.` or `..` is a
    /// problem. For example, `["a", "b"]` is `a,b`, and `.a.b` as an exploded label.
    ///
    /// - Parameters:
    ///   - name: The name between the braces of the path template.
    ///   - value: The value: a scalar, a list or an object.
    ///   - style: How it is written.
    ///   - explode: Whether elements and members are written one by one.
    ///   - allowReserved: Whether reserved characters and escapes stay as they are, but for `/`, `?`, `#` and brackets.
    public mutating func path(
        _ name: String, _ value: some JSONCodable, _ style: PathStyle, explode: Bool = false,
        allowReserved: Bool = false
    ) {
        guard let content = json(of: value, in: name).map(ParameterContent.init) else { return }
        let encode = allowReserved ? PercentEncoding.reservedInPath : PercentEncoding.component
        let writer = ParameterWriter(name, explode: explode, encode: encode)
        pathValues[name] =
            switch style {
            case .simple: writer.simple(content)
            case .label: writer.label(content)
            case .matrix: writer.matrix(content)
            }
    }

    /// Adds a query parameter in `form` style, exploded: a list repeats the name (RFC 6570 §3.2.8, §3.2.9).
    ///
    /// - Parameters:
    ///   - name: The parameter's name.
    ///   - value: The value: a scalar, a list or an object; nil is left out.
    public mutating func query(_ name: StaticString, _ value: (some JSONCodable)?) {
        query(name.description, value, .form)
    }

    /// Adds a query parameter.
    ///
    /// Name and value are escaped by RFC 3986: `+` is `%2B`, a space `%20`. An empty list or object is left out.
    ///
    /// - Parameters:
    ///   - name: The parameter's name.
    ///   - value: The value: a scalar, a list or an object; nil is left out.
    ///   - style: How it is written.
    ///   - explode: Whether a list repeats the name (`id=1&id=2`) and members go by their own names, or all is one text
    ///     (`id=1,2`); nil is what the style usually does, which is true of `form` alone.
    ///   - allowReserved: Whether reserved characters and escapes stay as they are, but for `#` and brackets
    ///     (RFC 6570 §3.2.3).
    ///   - allowEmptyValue: Whether a null, an empty list and an empty object are written as `id=`.
    public mutating func query(
        _ name: String, _ value: (some JSONCodable)?, _ style: QueryStyle, explode: Bool? = nil,
        allowReserved: Bool = false, allowEmptyValue: Bool = false
    ) {
        guard let value, let json = json(of: value, in: name) else { return }
        let encode = allowReserved ? PercentEncoding.reservedInQuery : PercentEncoding.component
        let writer = ParameterWriter(name, explode: explode ?? (style == .form), encode: encode)
        let texts = Self.texts(json, style, writer)
        addQuery(texts.isEmpty && allowEmptyValue ? [PercentEncoding.component(name) + "="] : texts)
    }

    private static func texts(_ value: JSONValue, _ style: QueryStyle, _ writer: ParameterWriter) -> [String] {
        switch style {
        case .form:
            if writer.explode, case .object(let members) = value { return writer.members(members) }
            return writer.form(ParameterContent(value))
        case .spaceDelimited: return writer.form(ParameterContent(value), separator: "%20")
        case .pipeDelimited: return writer.form(ParameterContent(value), separator: "%7C")
        case .deepObject: return writer.deepObject(value)
        }
    }

    /// Sets a header field in `simple` style: elements of a list are separated by commas.
    ///
    /// - Parameters:
    ///   - name: The field's name.
    ///   - value: The value: a scalar, a list or an object; nil is left out.
    public mutating func header(_ name: String, _ value: (some JSONCodable)?) {
        header(name, value, explode: false)
    }

    /// Sets a header field in `simple` style; nothing is escaped. An empty list or object is left out.
    ///
    /// A name that is no token and a value with a control character (CR, LF, NUL and the like) is a problem
    /// (RFC 9110 §5.1, §5.5).
    ///
    /// - Parameters:
    ///   - name: The field's name.
    ///   - value: The value: a scalar, a list or an object; nil is left out.
    ///   - explode: Whether members are written as `R=100,G=200` or as `R,100,G,200`.
    public mutating func header(_ name: String, _ value: (some JSONCodable)?, explode: Bool) {
        guard let value, let content = json(of: value, in: name).map(ParameterContent.init) else { return }
        guard content != .undefined else { return }
        setHeader(name, ParameterWriter(name, explode: explode, encode: \.self, encodeName: \.self).simple(content))
    }

    /// Adds a cookie. An empty list or object is left out.
    ///
    /// A name that is no token and a value with a character that no cookie may have (a space, a quote, a semicolon, a
    /// backslash, a control character, what is not ASCII) is a problem (RFC 6265 §4.1.1).
    ///
    /// - Parameters:
    ///   - name: The cookie's name.
    ///   - value: The value: a scalar, a list or an object; nil is left out.
    ///   - style: How it is written.
    ///   - explode: Whether elements and members are written one by one.
    ///   - allowReserved: Whether reserved characters and escapes stay as they are in `form` style.
    public mutating func cookie(
        _ name: String, _ value: (some JSONCodable)?, _ style: CookieStyle = .form, explode: Bool = true,
        allowReserved: Bool = false
    ) {
        guard let value, let content = json(of: value, in: name).map(ParameterContent.init) else { return }
        switch style {
        case .form:
            let encode = allowReserved ? PercentEncoding.reserved : PercentEncoding.component
            let texts = ParameterWriter(name, explode: explode, encode: encode).form(content)
            if !texts.isEmpty { addCookies([texts.joined(separator: "&")]) }
        case .cookie:
            addCookies(ParameterWriter(name, explode: explode, encode: \.self, encodeName: \.self).form(content))
        }
    }
}

extension RequestEncoder {
    /// The JSON of a value; nil, and a problem, where it has none.
    mutating func json(of value: some JSONCodable, in name: String) -> JSONValue? {
        do {
            return try JSONValue(writing: value)
        } catch {
            fail(RequestIssue("the parameter \(name): \(error)"))
            return nil
        }
    }

    /// Adds pairs such as `id=7`, which are escaped already.
    mutating func addQuery(_ pairs: [String]) {
        for pair in pairs { queryText += (queryText.isEmpty ? "" : "&") + pair }
    }

    /// Adds pairs such as `session=7`, if they can be sent.
    mutating func addCookies(_ pairs: [String]) {
        for pair in pairs {
            let name = pair.prefix { $0 != "=" }
            guard HTTPField.Name(String(name)) != nil else {
                return fail(RequestIssue("'\(name)' is not a cookie name"))
            }
            guard pair.utf8.allSatisfy(Self.isCookieByte) else {
                return fail(RequestIssue("the cookie \(name) has a character that no cookie may have"))
            }
            cookies.append(pair)
        }
    }

    /// Whether a cookie may have a byte; commas, which are in use, are not held against it (RFC 6265 §4.1.1).
    static func isCookieByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: "\\"): false
        default: (0x21...0x7E).contains(byte)
        }
    }
}
