/// One call on its way: its attempts, and what is known about them.
final class Call: Sendable {
    private let engine: Engine
    private let metadata: OperationMetadata
    private let options: RequestOptions
    private let isStream: Bool
    private let timeout: Duration?
    private let deadline: ContinuousClock.Instant?
    private let progress: Locked<Progress>

    /// What changes from attempt to attempt.
    private struct Progress {
        var attempts = 0
        var secrets: Secrets
    }

    /// Begins a call.
    ///
    /// - Parameter isStream: Whether the body of a success is left to be read as it arrives.
    init(_ engine: Engine, _ metadata: OperationMetadata, _ options: RequestOptions, isStream: Bool) {
        self.engine = engine
        self.metadata = metadata
        self.options = options
        self.isStream = isStream
        timeout = options.timeout ?? engine.configuration.timeout
        deadline = Deadline.instant(after: options.deadline ?? engine.configuration.deadline)
        var secrets = engine.credentials.secrets
        secrets.insert(valuesOf: options.headers)
        progress = Locked(Progress(secrets: secrets))
    }

    /// Sends what an operation wrote, through the middleware that sees calls.
    ///
    /// - Throws: ``APIError``; `CancellationError`.
    func response(to encoder: RequestEncoder) async throws -> ResponseDecoder {
        do {
            let request = try engine.request(metadata, encoder, options)
            try Task.checkCancellation()
            let response = try await pass(request, attempt: 0) { [self] in try await attempts($0) }
            return ResponseDecoder(response, errors: errors, limit: engine.configuration.responseLimit)
        } catch {
            throw errors.error(for: error)
        }
    }

    /// Reads a success; whatever an operation throws comes out as an ``APIError``.
    ///
    /// - Returns: nil if the body has to be collected first.
    func read<Operation: APIOperation>(
        _ response: ResponseDecoder, as operation: Operation.Type
    ) throws -> Operation.Output? {
        do {
            return try Operation.decode(response)
        } catch let error as APIError {
            throw error
        } catch is BodyIsAStream {
            return nil
        } catch {
            throw response.unreadable(error)
        }
    }

    /// The same answer with its body in memory, for one that turned out to be no stream.
    func collect(_ response: ResponseDecoder) async throws -> ResponseDecoder {
        do {
            let limit = engine.configuration.responseLimit
            return try await Deadline(timeout: timeout, deadline: deadline).run {
                try await response.collected(upTo: limit)
            }
        } catch {
            throw errors.error(for: error)
        }
    }

    // MARK: Attempts

    /// Sends a request until there is an answer to keep.
    private func attempts(_ request: TransportRequest) async throws -> TransportResponse {
        let retry = Retry(
            policy: options.retryPolicy ?? engine.configuration.retryPolicy, quota: engine.quota, deadline: deadline)
        var retries = 0
        var isRenewed = false
        while true {
            let (result, authorization) = await attempt(request, number: retries + (isRenewed ? 2 : 1))
            if !result.isSuccess, Task.isCancelled { throw CancellationError() }
            if !isRenewed, result.isUnauthorized, request.isReplayable, authorization.renew() {
                isRenewed = true
                continue
            }
            guard let delay = retry.delay(after: retries + 1, result, request) else {
                if result.isSuccess { engine.quota.giveBack(afterRetry: retries > 0) }
                do { return try result.get() } catch { throw errors.error(for: error) }
            }
            retries += 1
            do { try await Task.sleep(for: delay) } catch { throw CancellationError() }
        }
    }

    /// Authorises a request and sends it once, within its time.
    private func attempt(
        _ request: TransportRequest, number: Int
    ) async -> (Result<TransportResponse, any Error>, Authorization) {
        let limit = Deadline(timeout: timeout, deadline: deadline)
        var request = request
        request.timeout = limit.limit
        let used = Locked(Authorization())
        do {
            let response = try await limit.run { [self, request] in
                let authorization = try await authorization()
                used.withLock { $0 = authorization }
                return try await pass(authorization.applied(to: request, except: options.headers), attempt: number) {
                    try await self.exchange($0)
                }
            }
            return (.success(response), used.withLock { $0 })
        } catch {
            return (.failure(error), used.withLock { $0 })
        }
    }

    private func authorization() async throws -> Authorization {
        do {
            let authorization = try await engine.credentials.authorization(
                for: metadata.security, given: options.headers)
            progress.withLock { $0.secrets.formUnion(authorization.secrets) }
            return authorization
        } catch {
            if error is CancellationError || Task.isCancelled { throw CancellationError() }
            throw errors.unauthorized(error)
        }
    }

    /// Lets the transport send a request, and collects the answer unless it is a stream.
    private func exchange(_ request: TransportRequest) async throws -> TransportResponse {
        progress.withLock { $0.attempts += 1 }
        var response = try await engine.transport.send(request)
        let limit = engine.configuration.responseLimit
        if response.response.status.kind != .successful {
            response.body = HTTPBody(try await response.body.collect(first: limit))
        } else if isStream {
            response.body = response.body.until(deadline)
        } else {
            response.body = HTTPBody(try await response.body.collect(upTo: limit))
        }
        return response
    }

    /// Passes a request through the middleware.
    ///
    /// - Parameter attempt: Which attempt it is; 0 for the call as a whole.
    private func pass(
        _ request: TransportRequest, attempt: Int, _ last: @escaping Middleware.Next
    ) async throws -> TransportResponse {
        guard !engine.configuration.middleware.isEmpty else { return try await last(request) }
        let context = MiddlewareContext(operation: metadata, attempt: attempt, deadline: deadline)
        return try await engine.configuration.middleware.around(isAttempt: attempt > 0, context, last)(request)
    }

    /// What the call throws for any error.
    func error(for error: any Error) -> any Error { errors.error(for: error) }

    private var errors: ErrorFactory {
        let progress = progress.withLock { $0 }
        return ErrorFactory(
            metadata: metadata, attempts: progress.attempts, secrets: progress.secrets,
            messagePointers: engine.errorMessage)
    }
}
