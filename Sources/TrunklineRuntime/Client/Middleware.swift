/// What sees every call of a client, or every attempt: to log, to measure, to sign, to refuse.
///
/// Both methods pass on what they get unless a middleware has its own. For example:
///
/// ```swift
/// struct Stopwatch: Middleware {
///     func attempt(
///         _ request: TransportRequest, context: MiddlewareContext, next: Next
///     ) async throws -> TransportResponse {
///         let start = ContinuousClock.now
///         let response = try await next(request)
///         print(context.operation.id, context.attempt, response.response.status, ContinuousClock.now - start)
///         return response
///     }
/// }
/// let client = VapiClient(token: key, transport: .urlSession(), configuration: .init(middleware: [Stopwatch()]))
/// ```
///
/// A middleware must not swallow a `CancellationError`, and should end when its task is cancelled. It sees credentials in an
/// attempt's request (not in a call's), which print nothing unless they are asked for one by one.
public protocol Middleware: Sendable {
    /// What comes after this middleware; it may be asked more than once, or not at all.
    typealias Next = @Sendable (TransportRequest) async throws -> TransportResponse

    /// Sees a call: once, however many attempts it takes, before it is authorised.
    ///
    /// - Parameters:
    ///   - request: What will be sent.
    ///   - context: What is known about the call.
    ///   - next: Makes the attempts. It throws an ``APIError`` where there is no answer, and `CancellationError`.
    /// - Returns: The answer, of any status.
    /// - Throws: Anything; the caller gets an ``APIError`` with it below, or the ``APIError`` itself.
    func call(
        _ request: TransportRequest, context: MiddlewareContext, next: Next
    ) async throws -> TransportResponse

    /// Sees an attempt, with the credentials that it carries.
    ///
    /// - Parameters:
    ///   - request: What will be sent.
    ///   - context: What is known about the attempt.
    ///   - next: Sends it. It throws what a transport throws.
    /// - Returns: The answer, of any status. Where the body is no stream it has been collected.
    /// - Throws: Anything. A ``TransportFailure`` is retried as one of the transport is, anything else is not.
    func attempt(
        _ request: TransportRequest, context: MiddlewareContext, next: Next
    ) async throws -> TransportResponse
}

extension Middleware {
    /// Passes the request on.
    public func call(
        _ request: TransportRequest, context: MiddlewareContext, next: Next
    ) async throws -> TransportResponse {
        try await next(request)
    }

    /// Passes the request on.
    public func attempt(
        _ request: TransportRequest, context: MiddlewareContext, next: Next
    ) async throws -> TransportResponse {
        try await next(request)
    }
}

/// What a middleware knows about a call or an attempt.
public struct MiddlewareContext: Sendable {
    /// The operation: its id, tag, method and path template.
    public let operation: OperationMetadata
    /// Which attempt it is, counted from one; 0 for the call as a whole.
    public let attempt: Int
    /// When the whole call has to be over; nil for no limit.
    public let deadline: ContinuousClock.Instant?

    /// Describes an attempt, for tests of middleware.
    public init(operation: OperationMetadata, attempt: Int, deadline: ContinuousClock.Instant? = nil) {
        self.operation = operation
        self.attempt = attempt
        self.deadline = deadline
    }
}

extension [any Middleware] {
    /// The first of them around all others, around what is last.
    ///
    /// - Parameter isAttempt: Whether they see an attempt.
    func around(
        isAttempt: Bool, _ context: MiddlewareContext, _ last: @escaping Middleware.Next
    ) -> Middleware.Next {
        var next = last
        for middleware in reversed() {
            let inner = next
            if isAttempt {
                next = { try await middleware.attempt($0, context: context, next: inner) }
            } else {
                next = { try await middleware.call($0, context: context, next: inner) }
            }
        }
        return next
    }
}
