public import Logging
public import TrunklineRuntime

/// Writes a line for each call, and one for each attempt, to a `Logger`.
///
/// ```swift
/// let client = VapiClient(
///     token: key, transport: .asyncHTTPClient(), configuration: .init(middleware: [.logging(Logger(label: "vapi"))]))
/// ```
///
/// ```text
/// info: getPhoneNumber: 200 OK [attempts: 2, duration_ms: 181, method: GET, path: /phone-number/{id}, request_id: 8f2c]
/// ```
///
/// What identifies people and what opens doors is not written: no header fields but the request id, no bodies, no query, and
/// of the path only the template. In the text of an error, credentials are struck out by the client and phone numbers here.
/// The password of a request is in its body, which is never written.
public struct LoggingMiddleware: Middleware {
    private let logger: Logger
    private let level: Logger.Level
    private let attemptLevel: Logger.Level
    private let failureLevel: Logger.Level

    /// Describes what is written.
    ///
    /// - Parameters:
    ///   - logger: Where to write.
    ///   - level: The level of a call that has an answer of the 200s.
    ///   - attemptLevel: The level of an attempt, whatever its end.
    ///   - failureLevel: The level of a call that has not. One that was cancelled has the level of one that has.
    public init(
        _ logger: Logger, level: Logger.Level = .info, attemptLevel: Logger.Level = .debug,
        failureLevel: Logger.Level = .warning
    ) {
        self.logger = logger
        self.level = level
        self.attemptLevel = attemptLevel
        self.failureLevel = failureLevel
    }

    /// Writes a line when a call is over.
    public func call(
        _ request: TransportRequest, context: MiddlewareContext, next: Next
    ) async throws -> TransportResponse {
        try await log(request, context, level, failureLevel, next)
    }

    /// Writes a line when an attempt is over.
    public func attempt(
        _ request: TransportRequest, context: MiddlewareContext, next: Next
    ) async throws -> TransportResponse {
        try await log(request, context, attemptLevel, attemptLevel, next)
    }

    private func log(
        _ request: TransportRequest, _ context: MiddlewareContext, _ level: Logger.Level, _ failureLevel: Logger.Level,
        _ next: Next
    ) async throws -> TransportResponse {
        let start = ContinuousClock.now
        var metadata = Self.metadata(context)
        do {
            let response = try await next(request)
            let status = response.response.status
            metadata["status"] = "\(status.code)"
            metadata["request_id"] = RequestID.find(in: response.response.headerFields).map { "\($0)" }
            metadata["duration_ms"] = Self.milliseconds(since: start)
            let isSuccess = status.kind == .successful
            logger.log(
                level: isSuccess ? level : failureLevel, "\(context.operation.id): \(status.phrase)",
                metadata: metadata)
            return response
        } catch {
            metadata["duration_ms"] = Self.milliseconds(since: start)
            if let error = error as? APIError { metadata["attempts"] = "\(error.attempts)" }
            let isCancelled = error is CancellationError
            logger.log(
                level: isCancelled ? level : failureLevel,
                "\(isCancelled ? "\(context.operation.id): cancelled" : Self.text(error, context))", metadata: metadata)
            throw error
        }
    }

    private static func metadata(_ context: MiddlewareContext) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "operation": "\(context.operation.id)", "method": "\(context.operation.method)",
            "path": "\(context.operation.path)",
        ]
        if let tag = context.operation.tag { metadata["tag"] = "\(tag)" }
        if context.attempt > 0 { metadata["attempt"] = "\(context.attempt)" }
        return metadata
    }

    /// What an error says; of one that is none of the client's, only the type, since nobody knows what it prints.
    private static func text(_ error: any Error, _ context: MiddlewareContext) -> String {
        switch error {
        case let error as APIError: error.description.replacing(phoneNumber, with: "<redacted>")
        case let failure as TransportFailure: "\(context.operation.id): \(failure.reason)"
        default: "\(context.operation.id): \(type(of: error))"
        }
    }

    /// Seven digits or more, with what people put between them.
    private static var phoneNumber: Regex<Substring> { /\+?[0-9](?:[ ().\/-]{0,2}[0-9]){6,}/ }

    private static func milliseconds(since start: ContinuousClock.Instant) -> Logger.MetadataValue {
        let duration = (ContinuousClock.now - start).components
        return "\(duration.seconds * 1_000 + duration.attoseconds / 1_000_000_000_000_000)"
    }
}

extension Middleware where Self == LoggingMiddleware {
    /// Writes a line for each call, and one for each attempt.
    ///
    /// - Parameter logger: Where to write.
    public static func logging(_ logger: Logger) -> Self { LoggingMiddleware(logger) }
}
