#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What one call does differently: the last argument of each method.
///
/// For example:
///
/// ```swift
/// try await client.virtualNumbers.get(id: 7, options: .init(timeout: .seconds(5), retryPolicy: .never))
/// ```
public struct RequestOptions: Sendable {
    /// One word, nil for nothing different: each call passes it, and a generated module pays for every field that it copies.
    private var storage: Storage?

    /// Nothing different.
    public init() {}

    /// Describes what is different.
    ///
    /// - Parameters:
    ///   - headers: Header fields to add or to replace.
    ///   - timeout: How long an attempt may take.
    ///   - deadline: How long the whole call may take.
    ///   - retryPolicy: Which attempts are made again.
    ///   - idempotencyKey: The key by which the server knows the call when it sees it again.
    ///   - server: Where to send this call.
    public init(
        headers: HTTPFields = [:], timeout: Duration? = nil, deadline: Duration? = nil,
        retryPolicy: RetryPolicy? = nil, idempotencyKey: String? = nil, server: URL? = nil
    ) {
        storage = Storage(
            Values(
                headers: headers, timeout: timeout, deadline: deadline, retryPolicy: retryPolicy,
                idempotencyKey: idempotencyKey, server: server?.absoluteString))
    }

    /// Describes what is different, and sends the call to a server of the specification.
    ///
    /// For example `RequestOptions(server: VapiClient.Server.europe)`.
    ///
    /// - Parameters:
    ///   - server: Where to send this call.
    ///   - headers: Header fields to add or to replace.
    ///   - timeout: How long an attempt may take.
    ///   - deadline: How long the whole call may take.
    ///   - retryPolicy: Which attempts are made again.
    ///   - idempotencyKey: The key by which the server knows the call when it sees it again.
    public init(
        server: some APIServer, headers: HTTPFields = [:], timeout: Duration? = nil, deadline: Duration? = nil,
        retryPolicy: RetryPolicy? = nil, idempotencyKey: String? = nil
    ) {
        storage = Storage(
            Values(
                headers: headers, timeout: timeout, deadline: deadline, retryPolicy: retryPolicy,
                idempotencyKey: idempotencyKey, server: server.url))
    }

    /// Header fields to add. They replace what the client would send under the same name.
    public var headers: HTTPFields {
        get { values.headers }
        set { values.headers = newValue }
    }

    /// How long one attempt may take, from asking for a token, where one is needed, to the last byte of the answer (to its
    /// head, where the body is a stream); nil leaves it to ``ClientConfiguration/timeout``. When it is over, the attempt
    /// is made again where the ``RetryPolicy`` allows it, or the call throws an ``APIError`` of kind
    /// ``APIError/Kind/timeout``.
    public var timeout: Duration? {
        get { values.timeout }
        set { values.timeout = newValue }
    }

    /// How long the whole call may take with all its attempts, the waits between them and the last piece of a stream; nil
    /// leaves it to ``ClientConfiguration/deadline``. When it is over, the call throws an ``APIError`` of kind
    /// ``APIError/Kind/timeout``.
    public var deadline: Duration? {
        get { values.deadline }
        set { values.deadline = newValue }
    }

    /// Which attempts are made again; nil leaves it to ``ClientConfiguration/retryPolicy``.
    public var retryPolicy: RetryPolicy? {
        get { values.retryPolicy }
        set { values.retryPolicy = newValue }
    }

    /// The key by which the server knows the call when it sees it again, the same with every attempt; nil makes one up
    /// where the operation declares a header for it. Where it does not, the key is sent as `Idempotency-Key`, and whether
    /// the call is retried does not depend on it.
    ///
    /// Source: draft-ietf-httpapi-idempotency-key-header.
    public var idempotencyKey: String? {
        get { values.idempotencyKey }
        set { values.idempotencyKey = newValue }
    }

    /// Where to send this call instead of the client's server, or of the operation's own; nil for no other place. It is as
    /// ``APIServer/custom(_:)`` takes it.
    public var server: URL? {
        get { values.server.flatMap { URL(string: $0) } }
        set { values.server = newValue?.absoluteString }
    }

    /// The URL of the server, as it was given.
    var serverURL: String? { values.server }

    private var values: Values {
        get { storage?.values ?? Values() }
        set { storage = Storage(newValue) }
    }

    private struct Values {
        var headers: HTTPFields = [:]
        var timeout: Duration?
        var deadline: Duration?
        var retryPolicy: RetryPolicy?
        var idempotencyKey: String?
        var server: String?
    }

    private final class Storage: Sendable {
        let values: Values

        init(_ values: Values) { self.values = values }
    }
}
