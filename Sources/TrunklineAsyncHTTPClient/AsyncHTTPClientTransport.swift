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
    /// - Cancelling a task closes its connection.
    /// - It has no patience of its own but for connecting: ``ClientConfiguration/timeout`` and the deadline end a call.
    /// - Bodies that are compressed by gzip or deflate are asked for, and decompressed.
    public struct AsyncHTTPClientTransport: Transport {
        private let owner: Owner

        /// A transport with connections of its own, which ``shutdown()`` closes.
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
            owner = Owner(HTTPClient(eventLoopGroup: eventLoopGroup, configuration: configuration))
        }

        /// The transport that all of a process can share. It is never shut down.
        public static let shared = AsyncHTTPClientTransport()

        /// Closes all connections, after which every call throws; calls under way are ended. The shared transport goes on.
        ///
        /// A transport that is released without closes its connections by itself.
        ///
        /// - Throws: What async-http-client throws.
        public func shutdown() async throws {
            if owner !== Self.shared.owner { try await owner.shutdown() }
        }

        /// Sends a request and waits for the head of the answer.
        ///
        /// - Throws: `CancellationError` if the task was cancelled; ``RequestIssue`` after ``shutdown()``;
        ///   ``TransportFailure`` if there is no answer.
        public func send(_ request: TransportRequest) async throws -> TransportResponse {
            try Task.checkCancellation()
            do {
                let response = try await owner.client.execute(HTTPClientRequest(request), deadline: .distantFuture)
                return try TransportResponse(response, to: request.request.method)
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
    }

    extension HTTPClient.Configuration {
        /// What ``AsyncHTTPClientTransport`` uses unless told: ten seconds to connect, decompression, no redirects.
        public static var trunkline: HTTPClient.Configuration {
            HTTPClient.Configuration(
                redirectConfiguration: .disallow, timeout: .init(connect: .seconds(10)),
                decompression: .enabled(limit: .none))
        }
    }

    /// Shuts a client down when nobody holds it any more, as it demands.
    private final class Owner: Sendable {
        let client: HTTPClient
        private let isOver = Locked(false)

        init(_ client: HTTPClient) { self.client = client }

        deinit {
            if !isOver.withLock({ $0 }) { client.shutdown { _ in } }
        }

        /// Shuts the client down, once.
        func shutdown() async throws {
            let wasOver = isOver.withLock { isOver in
                defer { isOver = true }
                return isOver
            }
            if !wasOver { try await client.shutdown() }
        }
    }
#endif
