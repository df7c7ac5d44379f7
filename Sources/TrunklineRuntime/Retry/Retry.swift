/// Decides whether a request is sent again.
struct Retry: Sendable {
    let policy: RetryPolicy
    let quota: RetryQuota
    let deadline: ContinuousClock.Instant?

    /// How long to wait before a request is sent again; nil where it is not.
    ///
    /// - Parameters:
    ///   - attempt: Which attempt ended, counted from one.
    ///   - result: How it ended.
    ///   - request: What was sent.
    func delay(
        after attempt: Int, _ result: Result<TransportResponse, any Error>, _ request: TransportRequest
    ) -> Duration? {
        guard attempt < policy.maximumAttempts, request.isReplayable, isRetryable(result, request),
            let delay = wait(after: attempt, result)
        else { return nil }
        if let deadline, .now + delay >= deadline { return nil }
        return quota.take() ? delay : nil
    }

    private func isRetryable(_ result: Result<TransportResponse, any Error>, _ request: TransportRequest) -> Bool {
        switch result {
        case .success(let response):
            return request.isRepeatable && policy.statuses.contains(response.response.status.code)
        case .failure(let error):
            guard let failure = error as? TransportFailure else { return false }
            switch failure.reason {
            case .connection, .timeout: return request.isRepeatable || !failure.mayHaveReachedServer
            case .responseTooLarge, .tls: return false
            }
        }
    }

    /// What the server asks for, or a random wait; nil where the server asks for too much.
    private func wait(after attempt: Int, _ result: Result<TransportResponse, any Error>) -> Duration? {
        if case .success(let response) = result, let asked = RetryAfter.wait(response.response.headerFields) {
            return asked <= policy.maximumRetryAfter ? asked : nil
        }
        return policy.delay(after: attempt)
    }
}

extension TransportRequest {
    /// Whether it can be sent again as far as its body goes.
    var isReplayable: Bool { body?.isReplayable ?? true }
}

extension Result<TransportResponse, any Error> {
    /// Whether there is an answer of the 200s.
    var isSuccess: Bool {
        if case .success(let response) = self { response.response.status.kind == .successful } else { false }
    }

    /// Whether the server did not accept the credentials.
    var isUnauthorized: Bool {
        if case .success(let response) = self { response.response.status == .unauthorized } else { false }
    }
}
