/// How a path parameter is written.
///
/// Source: OpenAPI 3.1 §4.8.12.3 (Style Values).
public enum PathStyle: Sendable, Hashable {
    /// `blue,black,brown` (RFC 6570 §3.2.2).
    case simple
    /// `.blue.black.brown` (RFC 6570 §3.2.5).
    case label
    /// `;color=blue,black,brown` (RFC 6570 §3.2.7).
    case matrix
}

/// How a query parameter is written.
///
/// Source: OpenAPI 3.1 §4.8.12.3 (Style Values).
public enum QueryStyle: Sendable, Hashable {
    /// `color=blue&color=black&color=brown` (RFC 6570 §3.2.8, §3.2.9).
    case form
    /// `color=blue%20black%20brown`.
    case spaceDelimited
    /// `color=blue%7Cblack%7Cbrown`.
    case pipeDelimited
    /// `color%5BR%5D=100&color%5BG%5D=200`: the names of members between brackets, at any depth.
    case deepObject
}

/// How a cookie is written.
///
/// Source: OpenAPI 3.2 §4.12.3 (Style Values).
public enum CookieStyle: Sendable, Hashable {
    /// As in a query, `color=blue`: what is not unreserved is percent-encoded, and `&` stands between several values.
    case form
    /// `color=blue; color=black`: nothing is encoded, and `; ` stands between several values.
    case cookie
}
