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
    private(set) var body: HTTPBody?
    /// The path parameters, in the bytes that go into the path.
    var pathValues: [String: String] = [:]
    /// What follows the question mark.
    var queryText = ""
    /// Path and query of a link, which take the place of the operation's own.
    var link: String?
    /// The pairs of the `Cookie` header, for example `session=1`.
    var cookies: [String] = []

    /// An encoder with nothing in it.
    init() {}

    /// Sets the body to JSON.
    ///
    /// - Parameters:
    ///   - value: The body; nil sends none. A value without JSON (a number that is not finite) is a problem.
    ///   - contentType: The media type, for example `application/merge-patch+json` (RFC 9110 §8.3).
    public mutating func json(_ value: (some JSONCodable)?, contentType: String = "application/json") {
        guard let value else { return }
        do {
            body = HTTPBody(try JSONCodec.encode(value))
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
        self.body = HTTPBody(body)
        setHeader("Content-Type", contentType)
    }

    /// Sets the body to bytes that are sent as they come: of a file, of a sequence.
    ///
    /// - Parameters:
    ///   - body: The bytes; nil sends none.
    ///   - contentType: The media type (RFC 9110 §8.3).
    public mutating func body(_ body: HTTPBody?, contentType: String) {
        guard let body else { return }
        self.body = body
        setHeader("Content-Type", contentType)
    }

    /// The path below the server's base path and the query, or those of a link.
    func target(_ template: String, below base: String) throws(RequestIssue) -> String {
        if let issue { throw issue }
        if let link { return link }
        let path = try base + PathTemplate.expand(template, pathValues)
        return queryText.isEmpty ? path : path + "?" + queryText
    }

    /// The number that a query parameter is; nil where it is none, or not there.
    func queryNumber(_ name: String) -> Int? {
        let start = PercentEncoding.component(name) + "="
        return queryText.split(separator: "&").first { $0.hasPrefix(start) }.flatMap { Int($0.dropFirst(start.count)) }
    }

    /// Gives a query parameter another value, or the first.
    mutating func replaceQuery(_ name: String, with text: String) {
        let start = PercentEncoding.component(name) + "="
        let others = queryText.split(separator: "&").filter { !$0.hasPrefix(start) }.map(String.init)
        queryText = (others + [start + PercentEncoding.component(text)]).joined(separator: "&")
    }

    /// Sets a header field, if it can be sent (RFC 9110 §5.1, §5.5).
    mutating func setHeader(_ name: String, _ text: String) {
        guard let fieldName = HTTPField.Name(name) else { return fail(RequestIssue("'\(name)' is not a header name")) }
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            return fail(RequestIssue("the header \(name) must not contain a control character such as a line break"))
        }
        let spaces: [Character?] = [" ", "\t"]
        guard !spaces.contains(text.first), !spaces.contains(text.last) else {
            return fail(RequestIssue("the header \(name) must not begin or end with a space"))
        }
        headers[fieldName] = text
    }

    /// Remembers the first problem.
    mutating func fail(_ problem: RequestIssue) {
        issue = issue ?? problem
    }
}
