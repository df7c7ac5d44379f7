/// Puts parameters into a path such as `/virtual_numbers/{id}`.
///
/// Source: OpenAPI 3.1 §4.8.8 (Paths Object), RFC 3986 §3.3.
enum PathTemplate {
    /// The path with every `{name}` replaced.
    ///
    /// - Parameter values: The parameters, percent-encoded.
    /// - Throws: ``RequestIssue`` if a parameter is missing, or if a segment would become empty, `.` or `..`: a server or
    ///   the layers on the way would take such a path for another resource, and dots cannot be escaped (RFC 3986 §6.2.2).
    static func expand(_ template: String, _ values: [String: String]) throws(RequestIssue) -> String {
        var path = ""
        for (index, segment) in template.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
            let expanded = try expandSegment(segment, values)
            if segment.contains("{"), ["", ".", ".."].contains(expanded) {
                throw RequestIssue("the path parameter \(segment) must not be '\(expanded)'")
            }
            path += (index == 0 ? "" : "/") + expanded
        }
        return path
    }

    private static func expandSegment(_ segment: Substring, _ values: [String: String]) throws(RequestIssue) -> String {
        var result = ""
        var rest = segment
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            guard let value = values[name] else { throw RequestIssue("the path parameter {\(name)} has no value") }
            guard !value.isEmpty else { throw RequestIssue("the path parameter {\(name)} must not be empty") }
            result += PercentEncoding.template(rest[..<open]) + value
            rest = rest[rest.index(after: close)...]
        }
        return result + PercentEncoding.template(rest)
    }
}
