#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Collects the parameters and the body of one request.
///
/// No method throws: the first problem is remembered and thrown by ``APIClient`` before anything is sent, as an ``APIError``
/// of kind ``APIError/Kind/invalidRequest``. An optional value that is nil is left out.
public struct RequestEncoder: Sendable {
    private(set) var issue: RequestIssue?
    private(set) var headers: HTTPFields = [:]
    private(set) var body: Data?
    private var pathValues: [String: String] = [:]
    private var queryText = ""

    /// An encoder with nothing in it.
    init() {}

    /// Sets a path parameter in `simple` style: elements of an array are separated by commas (RFC 6570 §3.2.2).
    ///
    /// Every byte that is not unreserved is escaped, slashes included. An empty value, and a segment that would be `.` or
    /// `..`, is a problem.
    ///
    /// - Parameters:
    ///   - name: The name between the braces of the path template.
    ///   - value: The value.
    public mutating func path(_ name: String, _ value: some ParameterValue) {
        guard let texts = texts(of: value, in: name) else { return }
        pathValues[name] = texts.map(PercentEncoding.component).joined(separator: ",")
    }

    /// Adds a query parameter in `form` style (RFC 6570 §3.2.8, §3.2.9).
    ///
    /// Name and value are escaped by RFC 3986: `+` is `%2B`, a space `%20`. An empty array is left out.
    ///
    /// - Parameters:
    ///   - name: The parameter's name.
    ///   - value: The value; nil is left out.
    ///   - explode: Whether an array repeats the name (`id=1&id=2`) or is one text with commas (`id=1,2`).
    public mutating func query(_ name: String, _ value: (some ParameterValue)?, explode: Bool = true) {
        guard let value, let texts = texts(of: value, in: name), !texts.isEmpty else { return }
        let encoded = texts.map(PercentEncoding.component)
        for text in explode ? encoded : [encoded.joined(separator: ",")] {
            queryText += (queryText.isEmpty ? "" : "&") + PercentEncoding.component(name) + "=" + text
        }
    }

    /// Sets a header field in `simple` style; an array is one text with commas, an empty array is left out.
    ///
    /// A name that is no token and a value with a control character (CR, LF, NUL and the like) is a problem
    /// (RFC 9110 §5.1, §5.5).
    ///
    /// - Parameters:
    ///   - name: The field's name.
    ///   - value: The value; nil is left out.
    public mutating func header(_ name: String, _ value: (some ParameterValue)?) {
        guard let value, let texts = texts(of: value, in: name), !texts.isEmpty else { return }
        setHeader(name, texts.joined(separator: ","))
    }

    /// Sets the body to JSON.
    ///
    /// - Parameters:
    ///   - value: The body; nil sends none. A value without JSON (a number that is not finite) is a problem.
    ///   - contentType: The media type, for example `application/merge-patch+json` (RFC 9110 §8.3).
    public mutating func json(_ value: (some JSONCodable)?, contentType: String = "application/json") {
        guard let value else { return }
        do {
            body = try JSONCodec.encode(value)
            setHeader("Content-Type", contentType)
        } catch {
            fail(RequestIssue("the body cannot be written as JSON: \(error)"))
        }
    }

    /// Sets the body to bytes of any media type.
    ///
    /// - Parameters:
    ///   - body: The bytes; nil sends none.
    ///   - contentType: The media type (RFC 9110 §8.3).
    public mutating func data(_ body: Data?, contentType: String) {
        guard let body else { return }
        self.body = body
        header("Content-Type", contentType)
    }

    /// The path and query below the server's base path.
    func target(_ template: String) throws(RequestIssue) -> String {
        if let issue { throw issue }
        let path = try PathTemplate.expand(template, pathValues)
        return queryText.isEmpty ? path : path + "?" + queryText
    }

    private mutating func setHeader(_ name: String, _ text: String) {
        guard let fieldName = HTTPField.Name(name) else { return fail(RequestIssue("'\(name)' is not a header name")) }
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            return fail(RequestIssue("the header \(name) must not contain a control character such as a line break"))
        }
        headers[fieldName] = text
    }

    private mutating func texts(of value: some ParameterValue, in name: String) -> [String]? {
        do {
            return try value.parameterTexts()
        } catch {
            fail(RequestIssue("the parameter \(name): \(error)"))
            return nil
        }
    }

    mutating func fail(_ problem: RequestIssue) {
        issue = issue ?? problem
    }
}
