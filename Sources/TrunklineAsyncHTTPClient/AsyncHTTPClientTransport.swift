#if AsyncHTTPClient
    public import AsyncHTTPClient
    public import NIOCore
    public import TrunklineRuntime

    /// Carries requests by async-http-client: the transport for servers, and for Linux.
    ///
    /// The package's trait `AsyncHTTPClient` has to be on:
    ///
    /// ```swift
    /// .package(url: "…/trunkline", branch: "main", traits: ["AsyncHTTPClient"])
    /// ```
    ///
    /// - Bodies stream both ways, and neither side runs ahead of the other.
    /// - It follows no redirect: a redirect is an answer, with its `Location`. So credentials never go to a host that the
    ///   caller did not name, and a POST is never turned into a GET.
    /// - It sends a request once; a refused connection fails at once. A kept connection that the server closes just when it
    ///   is used again is a failure, after which ``APIClient`` sends again what may be sent again.
    /// - A server that cannot prove who it is gets nothing, and is not tried again: ``TransportFailure/Reason/tls``. An
    ///   answer whose end TLS does not confirm is cut, not whole (RFC 9112 §9.8).
    /// - Cancelling a task closes its connection.
    /// - It has no patience of its own but for connecting: ``ClientConfiguration/timeout`` and the deadline end a call.
    /// - Bodies that are compressed by gzip or deflate are asked for, and decompressed.
    public struct AsyncHTTPClientTransport: Transport {
        private let owner: ClientOwner

        /// A transport with connections of its own, which ``shutdown(within:)`` closes.
        ///
        /// - Parameters:
        ///   - configuration: TLS, proxy, connection pool and so on. Redirects are off, whatever it says, and connections
        ///     are tried once: ``APIClient`` knows when to try again.
        ///   - eventLoopGroup: The threads that it runs on; those that the process shares unless told.
        public init(
            configuration: HTTPClient.Configuration = .trunkline,
            eventLoopGroup: any EventLoopGroup = HTTPClient.defaultEventLoopGroup
        ) {
            var configuration = configuration
            configuration.redirectConfiguration = .disallow
            configuration.connectionPool.retryConnectionEstablishment = false
            let client = HTTPClient(eventLoopGroup: eventLoopGroup, configuration: configuration)
            owner = ClientOwner(client, isOwn: true)
        }

        /// A transport that shares the connections, the threads and the settings of a client that there is already.
        ///
        /// ```swift
        /// let client = HTTPClient(configuration: .trunkline)
        /// let vapi = VapiClient(token: key, transport: AsyncHTTPClientTransport(client: client))
        /// ```
        ///
        /// - Parameter client: One that follows no redirects (`redirectConfiguration: .disallow`). One that does, as
        ///   `HTTPClient.shared` and each that was not told otherwise, would show API keys to whatever host a server names,
        ///   and send a POST again: every call throws, and nothing is sent. The client stays its owner's to shut down,
        ///   after the transport.
        public init(client: HTTPClient) {
            owner = ClientOwner(client, isOwn: false)
        }

        /// The transport that all of a process can share. It is never shut down.
        public static let shared = AsyncHTTPClientTransport()

        /// Takes no more calls, waits for those under way and closes all connections. The shared transport goes on.
        ///
        /// Calls that begin from now on throw ``RequestIssue``. A call is under way until its answer has been read or
        /// released. Cancelling the task ends the wait. A transport that is released with its last answer closes its
        /// connections by itself.
        ///
        /// - Parameter limit: How long to wait; calls that take longer are ended. Zero ends them at once.
        /// - Throws: What async-http-client throws.
        public func shutdown(within limit: Duration = .seconds(10)) async throws {
            if owner !== Self.shared.owner { try await owner.shutdown(within: limit) }
        }

        /// Sends a request and waits for the head of the answer.
        ///
        /// - Throws: `CancellationError` if the task was cancelled; ``RequestIssue`` after ``shutdown(within:)``;
        ///   ``TransportFailure`` if there is no answer.
        public func send(_ request: TransportRequest) async throws -> TransportResponse {
            try Task.checkCancellation()
            let call = try owner.beginCall()
            do {
                let client = owner.client
                let response = try await client.execute(
                    HTTPClientRequest(request, on: client.eventLoopGroup), deadline: .distantFuture)
                guard response.history.count <= 1 else { throw ClientOwner.redirectIssue }
                return try TransportResponse(response, to: request.request.method, call)
            } catch {
                throw Self.failure(for: error)
            }
        }
    }

    extension Transport where Self == AsyncHTTPClientTransport {
        /// Carries requests by async-http-client, over connections that all of the process shares.
        public static func asyncHTTPClient() -> Self { .shared }

        /// Carries requests by async-http-client, over connections of its own.
        ///
        /// - Parameter configuration: TLS, proxy, connection pool and so on; redirects are off, whatever it says.
        public static func asyncHTTPClient(configuration: HTTPClient.Configuration) -> Self {
            AsyncHTTPClientTransport(configuration: configuration)
        }

        /// Carries requests by async-http-client, over the connections of a client that there is already.
        ///
        /// - Parameter client: One that follows no redirects, as ``AsyncHTTPClientTransport/init(client:)`` says.
        public static func asyncHTTPClient(_ client: HTTPClient) -> Self {
            AsyncHTTPClientTransport(client: client)
        }
    }

    extension HTTPClient.Configuration {
        /// What ``AsyncHTTPClientTransport`` uses unless told: ten seconds to connect, decompression, no redirects.
        public static var trunkline: HTTPClient.Configuration {
            HTTPClient.Configuration(
                redirectConfiguration: .disallow, timeout: .init(connect: .seconds(10)),
                decompression: .enabled(limit: .none))
        }
    }
#endif
