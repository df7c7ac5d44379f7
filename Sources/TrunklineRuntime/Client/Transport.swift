#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What carries a request to a server and brings the answer.
///
/// A transport sends the request once and follows no redirects. It returns when the head of the answer is there; the body
/// follows piece by piece, as it is asked for. It honours cancellation promptly by throwing `CancellationError`, before and
/// after the head, and gives up an answer whose body is released unread: ``APIClient`` ends a call that runs out of time by
/// cancelling it. Any status is an answer, not an error.
///
/// What should happen with every call (log lines, a signature) is a ``Middleware``.
public protocol Transport: Sendable {
    /// Sends a request and waits for the head of the answer.
    ///
    /// - Throws: `CancellationError` if the task was cancelled; ``TransportFailure`` or any other error if there is no
    ///   answer.
    func send(_ request: TransportRequest) async throws -> TransportResponse
}

/// A request on its way to a server.
///
/// It prints without its header fields and its query, which may carry credentials.
public struct TransportRequest: Sendable {
    /// The method, the URL in parts, the header fields.
    public var request: HTTPRequest
    /// The body; nil for none.
    public var body: HTTPBody?
    /// Which operation it is, for log lines and mocks.
    public let operationID: String
    /// Whether the server may see it twice without harm (RFC 9110 §9.2.2). If not, a transport must not send it again, and
    /// must not let the layers below do so when a kept connection turns out to be dead (RFC 9112 §9.3.1).
    public let isRepeatable: Bool
    /// How long ``APIClient`` will wait for an attempt before it cancels; nil if it will not. A transport must not give up
    /// earlier.
    public var timeout: Duration?

    /// Describes a request.
    ///
    /// - Parameters:
    ///   - request: The method, the URL in parts, the header fields.
    ///   - body: The body; nil for none.
    ///   - operationID: Which operation it is.
    ///   - isRepeatable: Whether the server may see it twice without harm.
    ///   - timeout: How long the caller will wait.
    public init(
        _ request: HTTPRequest, body: HTTPBody? = nil, operationID: String, isRepeatable: Bool, timeout: Duration? = nil
    ) {
        self.request = request
        self.body = body
        self.operationID = operationID
        self.isRepeatable = isRepeatable
        self.timeout = timeout
    }
}

extension TransportRequest: CustomStringConvertible, CustomReflectable {
    /// The operation, the method and the path without its query, which may carry credentials, for example
    /// `getVirtualNumber: GET /virtual_numbers/7`.
    public var description: String { "\(operationID): \(request.method) \((request.path ?? "/").prefix { $0 != "?" })" }

    /// What the description says, so that `dump` shows no header field.
    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}

/// A server's answer.
public struct TransportResponse: Sendable {
    /// The status and the header fields.
    public var response: HTTPResponse
    /// The body; empty for none.
    public var body: HTTPBody

    /// Describes an answer.
    ///
    /// - Parameters:
    ///   - response: The status and the header fields.
    ///   - body: The body.
    public init(_ response: HTTPResponse, body: HTTPBody) {
        self.response = response
        self.body = body
    }

    /// Describes an answer whose body is in memory.
    ///
    /// - Parameters:
    ///   - response: The status and the header fields.
    ///   - body: The body.
    public init(_ response: HTTPResponse, body: Data = Data()) {
        self.init(response, body: HTTPBody(body))
    }
}

/// Why a transport brought no answer.
public struct TransportFailure: Error, Sendable, CustomStringConvertible {
    /// What ``APIClient`` tells apart.
    public enum Reason: Sendable, Hashable {
        /// The connection could not be made, was lost or was not understood.
        case connection
        /// The transport's own patience was over.
        case timeout
        /// The answer's body has more bytes than the transport accepts.
        case responseTooLarge
        /// The TLS handshake failed: the server could not prove who it is (RFC 9110 §4.3.4), or both have no version or
        /// cipher in common. Nothing was sent, and ``APIClient`` does not try again: it would help nobody.
        case tls
    }

    /// What happened, for programs.
    public let reason: Reason
    /// What happened, for people.
    public let description: String
    /// Whether the server may have seen some of the request. Only where it cannot have (the connection was refused, its
    /// name was not found, it was lost within the TLS handshake) a POST may be sent again.
    public let mayHaveReachedServer: Bool
    /// The error of the layer below.
    public let underlying: (any Error)?

    /// Describes a failure.
    ///
    /// - Parameters:
    ///   - reason: What happened, for programs.
    ///   - description: What happened, for people; no credentials.
    ///   - mayHaveReachedServer: Whether the server may have seen some of the request.
    ///   - underlying: The error of the layer below.
    public init(
        _ reason: Reason, _ description: String, mayHaveReachedServer: Bool = true, underlying: (any Error)? = nil
    ) {
        self.reason = reason
        self.description = description
        self.mayHaveReachedServer = mayHaveReachedServer
        self.underlying = underlying
    }
}
