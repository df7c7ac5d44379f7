/// How a client calls: what holds for all of its calls unless their ``RequestOptions`` say otherwise.
///
/// For example:
///
/// ```swift
/// let client = VapiClient(
///     token: key, transport: .urlSession(), configuration: .init(timeout: .seconds(10), retryPolicy: .never))
/// ```
public struct ClientConfiguration: Sendable {
    /// How long an attempt may take, to the last byte of the answer (to its head, where the body is a stream); nil leaves
    /// it to the transport's patience.
    public var timeout: Duration?
    /// How long a whole call may take, with all its attempts and the waits between them; nil for no limit.
    public var deadline: Duration?
    /// Which attempts are made again, and when.
    public var retryPolicy: RetryPolicy
    /// How many retries the calls of the client may make together while the server does not recover. Each retry takes one
    /// away; a retry that leads to a success gives it back, and five successes at once give one back. When none is left,
    /// failures are thrown at once, so that a thousand calls do not become three thousand.
    public var retryQuota: Int
    /// What sees every call and every attempt, the outermost first.
    public var middleware: [any Middleware]
    /// The largest body that is collected in memory, in bytes after decompression; more is an ``APIError`` of kind
    /// ``APIError/Kind/responseTooLarge``. It is also the largest event or line of a stream, but no limit of the stream.
    public var responseLimit: Int

    /// What suits most programs: 60 seconds for an attempt, three attempts, bodies of 16 MiB.
    public init() {
        self.init(timeout: .seconds(60))
    }

    /// Describes how a client calls.
    ///
    /// - Parameters:
    ///   - timeout: How long an attempt may take; nil leaves it to the transport.
    ///   - deadline: How long a whole call may take; nil for no limit.
    ///   - retryPolicy: Which attempts are made again.
    ///   - retryQuota: How many retries all calls may make while the server does not recover.
    ///   - middleware: What sees every call and every attempt, the outermost first.
    ///   - responseLimit: The largest body that is collected in memory, in bytes.
    public init(
        timeout: Duration? = .seconds(60), deadline: Duration? = nil, retryPolicy: RetryPolicy = .standard,
        retryQuota: Int = 100, middleware: [any Middleware] = [], responseLimit: Int = 16 << 20
    ) {
        self.timeout = timeout
        self.deadline = deadline
        self.retryPolicy = retryPolicy
        self.retryQuota = retryQuota
        self.middleware = middleware
        self.responseLimit = responseLimit
    }
}
