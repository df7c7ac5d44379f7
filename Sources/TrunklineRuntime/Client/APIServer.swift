#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Where an API is reached: the type of a generated client's `server` argument.
///
/// A generated module declares one conforming struct with a static member per server of the specification. For example:
///
/// ```swift
/// let client = VapiClient(token: key, server: .custom(proxy), transport: .urlSession())
/// ```
///
/// Source: OpenAPI 3.1 §4.8.5 (Server Object).
public protocol APIServer: Sendable {
    /// The absolute `http` or `https` URL that every path is appended to. Its own path is kept.
    var url: String { get }

    /// Whether operations that have a server of their own are sent here too (OpenAPI 3.1 §4.8.9, §4.8.10): true for a
    /// custom server, which stands in for all.
    var isForEveryOperation: Bool { get }

    /// A server at another URL.
    init(url: String)
}

extension APIServer {
    /// True: a server stands in for all, unless it says otherwise.
    public var isForEveryOperation: Bool { true }

    /// A server below this one.
    ///
    /// - Parameter path: With a leading slash.
    public func appending(_ path: String) -> Self {
        Self(url: (url.hasSuffix("/") ? String(url.dropLast()) : url) + path)
    }

    /// A text that a caller puts into the host of a server's URL. One that would lead to another host, such as
    /// `evil.example/`, makes an address that the first call reports.
    ///
    /// - Parameter text: A part of a host's name, perhaps with a port.
    public static func hostPart(_ text: String) -> String {
        text.utf8.allSatisfy { ServerAddress.isHostCharacter($0) || $0 == UInt8(ascii: ":") }
            ? text : PercentEncoding.component(text)
    }

    /// A server that is not in the specification: a proxy, a staging system, a test.
    ///
    /// - Parameter url: An absolute `http` or `https` URL without user, query or fragment. Anything else is reported by the
    ///   first call, as an ``APIError`` of kind ``APIError/Kind/invalidRequest``.
    public static func custom(_ url: URL) -> Self {
        Self(url: url.absoluteString)
    }
}

/// A server's URL in the parts that a request needs.
struct ServerAddress: Sendable {
    let scheme: String
    let authority: String
    /// Without a trailing slash, so that a path template can follow.
    let basePath: String

    /// Splits a URL (RFC 3986 §3).
    ///
    /// The parts are taken as written, so that the bytes of the base path arrive as configured.
    init(_ url: String) throws(RequestIssue) {
        guard let colon = url.firstRange(of: "://"), Self.schemes.contains(url[..<colon.lowerBound].lowercased()) else {
            throw RequestIssue("the server URL '\(url)' is not an absolute http or https URL")
        }
        let rest = url[colon.upperBound...]
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !host.contains("@") else { throw RequestIssue("the server URL must not contain a user") }
        let path = rest[host.endIndex...]
        guard !path.contains("?"), !path.contains("#") else {
            throw RequestIssue("the server URL must not have a query or a fragment")
        }
        guard Self.isAuthority(host), path.utf8.allSatisfy(PercentEncoding.isURLCharacter) else {
            throw RequestIssue("the server URL '\(url)' is not valid")
        }
        scheme = url[..<colon.lowerBound].lowercased()
        authority = String(host)
        basePath = String(path.drop(suffix: "/"))
    }

    /// The same host with another path, as `/v2`.
    ///
    /// - Throws: ``RequestIssue`` for a path that is not valid.
    func replacingPath(with path: String) throws(RequestIssue) -> ServerAddress {
        try ServerAddress("\(scheme)://\(authority)\(path)")
    }

    /// Whether a text is a name or an address, perhaps with a port (RFC 3986 §3.2.2, without escapes, which no resolver knows).
    private static func isAuthority(_ text: Substring) -> Bool {
        let isBracketed = text.hasPrefix("[")
        let host = text.prefix { isBracketed ? $0 != "]" : $0 != ":" }
        let port = text.dropFirst(host.count + (isBracketed ? 1 : 0))
        let name = isBracketed ? host.dropFirst() : host
        return !name.isEmpty && name.utf8.allSatisfy { isHostCharacter($0) || (isBracketed && $0 == UInt8(ascii: ":")) }
            && (port.isEmpty
                || (port.hasPrefix(":") && port.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }))
    }

    /// Whether a character may be in the name of a host.
    static func isHostCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static let schemes: Set<String> = ["http", "https"]
}

extension Substring {
    /// The text without any number of one character at its end.
    fileprivate func drop(suffix character: Character) -> Substring {
        var result = self
        while result.last == character { result.removeLast() }
        return result
    }
}
