#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension RequestEncoder {
    /// Sets the body to text in UTF-8.
    ///
    /// - Parameters:
    ///   - text: The text; nil sends none.
    ///   - contentType: The media type (RFC 9110 §8.3).
    public mutating func text(_ text: String?, contentType: String = "text/plain") {
        data(text.map { Data($0.utf8) }, contentType: contentType)
    }

    /// Sets the body to a form: the members of a value as `name=value`, joined with `&` (WHATWG URL §5).
    ///
    /// Names and values are escaped by RFC 3986: a space is `%20`, a plus sign `%2B`.
    ///
    /// - Parameters:
    ///   - value: What is written as a JSON object; nil sends none. Anything else is a problem.
    ///   - style: How members become fields.
    ///   - fields: Members that do so in another style.
    ///   - contentType: The media type.
    public mutating func form(
        _ value: (some JSONCodable)?, style: FormStyle = .content, fields: [String: FormStyle] = [:],
        contentType: String = "application/x-www-form-urlencoded"
    ) {
        guard let value, let members = members(of: value, "form") else { return }
        let texts = members.flatMap { member in
            let style = fields[member.name] ?? style
            return FormField.fields(member.name, member.value, style).map {
                $0.encoded(allowingReserved: style.allowsReserved)
            }
        }
        text(texts.joined(separator: "&"), contentType: contentType)
    }

    /// Sets the body to the parts of a generated form (RFC 7578, RFC 2046 §5.1). Files are read while they are sent.
    ///
    /// - Parameters:
    ///   - form: The form; nil sends none.
    ///   - contentType: The media type, without a boundary.
    public mutating func multipart(_ form: (some MultipartForm)?, contentType: String = "multipart/form-data") {
        guard let form else { return }
        var encoder = MultipartEncoder()
        form.encode(into: &encoder)
        multipart(encoder, contentType)
    }

    /// Sets the body to a part for each member of a value.
    ///
    /// - Parameters:
    ///   - value: What is written as a JSON object; nil sends none. Anything else is a problem.
    ///   - contentType: The media type, without a boundary.
    public mutating func multipart(value: (some JSONCodable)?, contentType: String = "multipart/form-data") {
        guard let value, let members = members(of: value, "multipart body") else { return }
        var encoder = MultipartEncoder()
        for member in members { encoder.part(member.name, member.value) }
        multipart(encoder, contentType)
    }

    /// Sets the body to parts.
    ///
    /// - Parameters:
    ///   - parts: The parts in their order; nil sends none.
    ///   - contentType: The media type, without a boundary.
    public mutating func multipart(parts: [MultipartPart]?, contentType: String = "multipart/form-data") {
        guard let parts else { return }
        var encoder = MultipartEncoder()
        for part in parts { encoder.part(part) }
        multipart(encoder, contentType)
    }

    // MARK: Parts of the work

    private mutating func multipart(_ encoder: MultipartEncoder, _ contentType: String) {
        if let issue = encoder.issue { return fail(issue) }
        let (body, boundary) = encoder.finish()
        self.body(body, contentType: "\(contentType); boundary=\(boundary)")
    }

    private mutating func json(of value: some JSONCodable) -> Data? {
        do {
            return try JSONCodec.encode(value)
        } catch {
            fail(RequestIssue("the body cannot be written as JSON: \(error)"))
            return nil
        }
    }

    private mutating func members(of value: some JSONCodable, _ what: String) -> JSONMembers? {
        guard let text = json(of: value) else { return nil }
        guard case .object(let members)? = try? JSONValue(parsing: text, limits: .init(depth: .max)) else {
            fail(RequestIssue("a \(what) has to be an object"))
            return nil
        }
        return members
    }
}
