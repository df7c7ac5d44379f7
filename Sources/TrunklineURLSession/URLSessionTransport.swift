import Foundation
public import TrunklineRuntime

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Carries requests by `URLSession`, on Apple platforms and on Linux.
///
/// - It keeps nothing: no cookies, no cache, no stored passwords.
/// - It follows no redirect: a redirect is an answer, with its `Location`, as the specification documents it or as an
///   undocumented status. So credentials never go to a host that the caller did not name, and a POST is never turned into
///   a GET.
/// - It sends a request that must not arrive twice on a connection of its own. A kept connection may be closed by the server
///   just when it is used again; the layer below then sends the request once more, and cannot know whether it arrived
///   (RFC 9110 §9.2.2, RFC 9112 §9.3.1). Other requests share connections.
/// - The body of a request that is no bytes in memory is collected before it is sent, up to the buffer limit.
/// - Answers arrive piece by piece, and on Apple platforms the server waits while nobody reads.
/// - A server that cannot prove who it is gets nothing, and is not tried again: ``TransportFailure/Reason/tls``.
/// - Where a client has no timeout, it gives up after 60 seconds without a byte.
///
/// On servers, use `TrunklineAsyncHTTPClient`. Foundation on Linux
///
/// - cannot make a server wait: what is not read yet is kept, up to the buffer limit, and more is a failure; until that takes
///   effect, Foundation keeps what a fast server sends;
/// - ends the whole program when a connection is cut within the header fields of an answer;
/// - trusts the authorities that the system trusts, and no others;
/// - loses a few hundred bytes of memory with each request.
public struct URLSessionTransport: Transport {
    private let shared: Session
    private let bufferLimit: Int

    /// Describes a transport.
    ///
    /// - Parameter bufferLimit: How many bytes of one body are kept in memory at most: of a request, or of an answer that
    ///   comes faster than it is read.
    public init(bufferLimit: Int = 16 << 20) {
        self.bufferLimit = bufferLimit
        shared = Session()
    }

    /// Sends a request and waits for the head of the answer.
    ///
    /// - Throws: `CancellationError` if the task was cancelled; ``RequestIssue`` if the body is too large; ``TransportFailure``
    ///   with a `URLError` below it if there is no answer.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        var urlRequest = try URLRequest(request)
        urlRequest.httpBody = try await body(of: request)
        let session = Self.mayReuseConnection(request) ? shared : Session()
        return try await session.send(urlRequest, limit: bufferLimit)
    }

    private func body(of request: TransportRequest) async throws -> Data? {
        guard let body = request.body, body.data == nil else { return request.body?.data }
        do {
            return try await body.checkingLength().collect(upTo: bufferLimit)
        } catch let failure as TransportFailure where failure.reason == .responseTooLarge {
            throw RequestIssue("the body has more than \(bufferLimit) bytes, and URLSession keeps all of it in memory")
        }
    }

    /// Whether a kept connection will do.
    ///
    /// On Linux a request with a body needs a fresh one even if it may arrive twice: when a kept connection turns out to be
    /// dead, libcurl wants to send the body again, and the session neither gives it nor ends the task.
    private static func mayReuseConnection(_ request: TransportRequest) -> Bool {
        #if canImport(FoundationNetworking)
            request.isRepeatable && request.body == nil
        #else
            request.isRepeatable
        #endif
    }
}

extension Transport where Self == URLSessionTransport {
    /// Carries requests by `URLSession`.
    ///
    /// - Parameter bufferLimit: How many bytes of one body are kept in memory at most.
    public static func urlSession(bufferLimit: Int = 16 << 20) -> Self {
        URLSessionTransport(bufferLimit: bufferLimit)
    }
}

extension URLRequest {
    /// Writes a request for `URLSession`.
    init(_ request: TransportRequest) throws {
        let head = request.request
        let text = "\(head.scheme ?? "https")://\(head.authority ?? "")\(head.path ?? "/")"
        guard let url = URL(string: text) else {
            throw TransportFailure(.connection, "the URL of \(request) cannot be used")
        }
        self.init(url: url)
        httpMethod = head.method.rawValue
        for field in head.headerFields where field.name != .cookie {
            addValue(field.value, forHTTPHeaderField: field.name.rawName)
        }
        // The pairs may be fields of their own; what is added here would be joined with commas (RFC 6265 §5.4).
        if let cookies = head.headerFields[.cookie] { setValue(cookies, forHTTPHeaderField: "Cookie") }
        if let timeout = request.timeout { timeoutInterval = Self.patience(for: timeout) }
    }

    /// Seconds without a byte that are not over before the caller's own timeout; a year at most, because `URLSession` on
    /// Linux traps on a number whose milliseconds are no `Int`.
    private static func patience(for timeout: Duration) -> TimeInterval {
        min(max(60, TimeInterval(timeout.components.seconds) + 1), 365 * 86_400)
    }
}
