#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension APIClient {
    /// Path and query of what a link leads to, seen from a request that was sent.
    ///
    /// It is all that is taken over from the link: the request goes to the same server as the one before, so that no
    /// credentials go elsewhere.
    ///
    /// - Throws: ``RequestIssue`` where it leads to another server, or nowhere.
    func target(
        of link: String, _ metadata: OperationMetadata, _ encoder: RequestEncoder, _ options: RequestOptions
    ) throws(RequestIssue) -> String {
        let request = try url(of: metadata, encoder, options)
        guard let base = URL(string: request), let url = URL(string: link, relativeTo: base)?.absoluteURL,
            let origin = Origin(base)
        else { throw RequestIssue("the link to the next page is not a URL") }
        guard Origin(url) == origin, url.user == nil else {
            throw RequestIssue("the link to the next page leads to another server, to which nothing is sent")
        }
        let text = url.absoluteString
        let path = (text.firstRange(of: "://").map { text[$0.upperBound...] } ?? "")
            .drop { $0 != "/" && $0 != "?" && $0 != "#" }.prefix { $0 != "#" }
        guard path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw RequestIssue("the link to the next page is not a URL")
        }
        return path.hasPrefix("/") ? String(path) : "/" + path
    }
}

/// What has to be the same of two URLs so that they are of one server (RFC 6454 §4).
private struct Origin: Equatable {
    private let scheme: String
    private let host: String
    private let port: Int?

    init?(_ url: URL) {
        guard let scheme = url.scheme?.lowercased(), let host = url.host()?.lowercased() else { return nil }
        self.scheme = scheme
        self.host = host
        port = url.port ?? ["http": 80, "https": 443][scheme]
    }
}
