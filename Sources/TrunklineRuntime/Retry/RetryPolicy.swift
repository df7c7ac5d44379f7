/// Which attempts of a call are made again, and after which wait.
///
/// A call that could be processed twice is never placed twice. GET, HEAD, OPTIONS, PUT and DELETE (whatever is idempotent,
/// RFC 9110 §9.2.2) are sent again after a lost or refused connection, a timeout and the statuses in ``statuses``. POST and
/// PATCH are only sent again where the operation declares an idempotency key, which every attempt then carries, or where
/// nothing can have reached the server. A body that can be read only once is never sent again.
///
/// ```swift
/// let client = VapiClient(token: key, transport: .urlSession(), configuration: .init(retryPolicy: .never))
/// try await client.phoneNumbers.list(options: .init(retryPolicy: .init(maximumAttempts: 5)))
/// ```
public struct RetryPolicy: Sendable, Hashable {
    /// How often the request is sent at most, the first time included.
    public var maximumAttempts: Int
    /// The statuses after which a request is sent again, where it may be.
    public var statuses: Set<Int>
    /// The longest wait before the first retry; it doubles with each retry, and the wait is a random part of it, so that
    /// many clients do not come back at once ("full jitter").
    public var baseDelay: Duration
    /// The longest wait before any retry.
    public var maximumDelay: Duration
    /// The longest wait that a server may ask for with `Retry-After` (RFC 9110 §10.2.3). Where it asks for more, or for more
    /// than the deadline leaves, its answer is thrown at once.
    public var maximumRetryAfter: Duration

    /// Three attempts, half a second and a second at most between them.
    public static let standard = RetryPolicy()
    /// Every request is sent once.
    public static let never = RetryPolicy(maximumAttempts: 1)

    /// Describes a policy.
    ///
    /// - Parameters:
    ///   - maximumAttempts: How often the request is sent at most; less than one is one.
    ///   - statuses: The statuses after which a request is sent again.
    ///   - baseDelay: The longest wait before the first retry.
    ///   - maximumDelay: The longest wait before any retry.
    ///   - maximumRetryAfter: The longest wait that a server may ask for.
    public init(
        maximumAttempts: Int = 3, statuses: Set<Int> = [408, 429, 502, 503, 504],
        baseDelay: Duration = .milliseconds(500), maximumDelay: Duration = .seconds(20),
        maximumRetryAfter: Duration = .seconds(60)
    ) {
        self.maximumAttempts = maximumAttempts
        self.statuses = statuses
        self.baseDelay = baseDelay
        self.maximumDelay = maximumDelay
        self.maximumRetryAfter = maximumRetryAfter
    }

    /// The longest wait after an attempt, counted from one: the base doubled for each attempt before, and no more than the
    /// maximum.
    package func longestDelay(after attempt: Int) -> Duration {
        let maximum = max(.zero, maximumDelay)
        var delay = max(.zero, baseDelay)
        for _ in 1..<max(1, min(attempt, 64)) where delay < maximum {
            delay = delay > maximum / 2 ? maximum : delay * 2
        }
        return min(delay, maximum)
    }

    /// A random part of the longest wait, of microseconds.
    func delay(after attempt: Int) -> Duration {
        let longest = longestDelay(after: attempt).components
        let microseconds = min(longest.seconds, 86_400) * 1_000_000 + longest.attoseconds / 1_000_000_000_000
        return .microseconds(Int64.random(in: 0...microseconds))
    }
}
