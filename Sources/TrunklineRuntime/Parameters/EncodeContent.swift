// Parameters with `content`, whose values are documents of a media type (OpenAPI 3.1 §4.8.12.2.3).

extension RequestEncoder {
    /// Sets a path parameter to JSON, escaped.
    ///
    /// - Parameters:
    ///   - name: The name between the braces of the path template.
    ///   - value: The value.
    public mutating func path(_ name: String, json value: some JSONCodable) {
        guard let json = json(of: value, in: name) else { return }
        pathValues[name] = PercentEncoding.component(json.description)
    }

    /// Adds a query parameter whose value is JSON, escaped.
    ///
    /// - Parameters:
    ///   - name: The parameter's name.
    ///   - value: The value; nil is left out.
    public mutating func query(_ name: String, json value: (some JSONCodable)?) {
        guard let value, let json = json(of: value, in: name) else { return }
        addQuery([PercentEncoding.component(name) + "=" + PercentEncoding.component(json.description)])
    }

    /// Sets a header field to JSON. Nothing is escaped.
    ///
    /// - Parameters:
    ///   - name: The field's name.
    ///   - value: The value; nil is left out.
    public mutating func header(_ name: String, json value: (some JSONCodable)?) {
        guard let value, let json = json(of: value, in: name) else { return }
        setHeader(name, json.description)
    }

    /// Adds a cookie whose value is JSON, percent-encoded: a cookie has room for neither quotes nor commas.
    ///
    /// - Parameters:
    ///   - name: The cookie's name.
    ///   - value: The value; nil is left out.
    public mutating func cookie(_ name: String, json value: (some JSONCodable)?) {
        guard let value, let json = json(of: value, in: name) else { return }
        addCookies([name + "=" + PercentEncoding.component(json.description)])
    }

    /// Makes the members of an object the whole query, as a form has it: `name=a%20b&tag=x&tag=y`.
    ///
    /// - Parameter value: An object; nil and anything but an object is left out.
    ///
    /// Source: OpenAPI 3.2 §4.12.1 (`in: querystring`).
    public mutating func querystring(form value: (some JSONCodable)?) {
        guard let value, case .object(let members) = json(of: value, in: "query") else { return }
        addQuery(ParameterWriter("", explode: true, encode: PercentEncoding.component).members(members))
    }

    /// Makes JSON the whole query, escaped: `%7B%22a%22%3A1%7D`.
    ///
    /// - Parameter value: The value; nil is left out.
    ///
    /// Source: OpenAPI 3.2 §4.12.1 (`in: querystring`).
    public mutating func querystring(json value: (some JSONCodable)?) {
        guard let value, let json = json(of: value, in: "query") else { return }
        addQuery([PercentEncoding.component(json.description)])
    }

    /// Makes a text the whole query, escaped.
    ///
    /// - Parameter value: A scalar; nil is left out.
    ///
    /// Source: OpenAPI 3.2 §4.12.1 (`in: querystring`).
    public mutating func querystring(text value: (some JSONCodable)?) {
        guard let value, let json = json(of: value, in: "query") else { return }
        addQuery([PercentEncoding.component(json.parameterText)])
    }
}
