/// Fetches a token once for all who need it at the same time, and keeps it while it is good.
final class TokenStore: Sendable {
    private typealias Waiter = CheckedContinuation<String, any Error>

    private struct State: Sendable {
        var kept: (text: String, until: ContinuousClock.Instant?)?
        var isFetching = false
        var waiters: [Int: Waiter] = [:]
        var nextWaiter = 0
    }

    private let fetch: @Sendable () async throws -> Credentials.ExpiringToken
    private let state = Locked(State())

    init(_ fetch: @escaping @Sendable () async throws -> Credentials.ExpiringToken) {
        self.fetch = fetch
    }

    /// The token that is kept, or the next that is fetched.
    ///
    /// - Throws: What the fetch throws; `CancellationError` if the task was cancelled, while the fetch goes on for others.
    func token() async throws -> String {
        if let text = kept { return text }
        let number = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wait($0, number) }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: number) }?.resume(throwing: CancellationError())
        }
    }

    /// Forgets a token that a server did not accept, unless there is another by now.
    func drop(_ token: String) {
        state.withLock { state in
            if state.kept?.text == token { state.kept = nil }
        }
    }

    private var kept: String? {
        state.withLock { state in
            guard let kept = state.kept, kept.until.map({ .now < $0 }) ?? true else { return nil }
            return kept.text
        }
    }

    private enum Next {
        case resume(Result<String, any Error>)
        case fetch
        case wait
    }

    private func wait(_ waiter: Waiter, _ number: Int) {
        let next: Next = state.withLock { state in
            if Task.isCancelled { return .resume(.failure(CancellationError())) }
            if let kept = state.kept, kept.until.map({ .now < $0 }) ?? true { return .resume(.success(kept.text)) }
            state.waiters[number] = waiter
            defer { state.isFetching = true }
            return state.isFetching ? .wait : .fetch
        }
        switch next {
        case .resume(let result): waiter.resume(with: result)
        case .fetch: Task.detached { [self] in finish(await fetched()) }
        case .wait: break
        }
    }

    private func fetched() async -> Result<Credentials.ExpiringToken, any Error> {
        do { return .success(try await fetch()) } catch { return .failure(error) }
    }

    private func finish(_ result: Result<Credentials.ExpiringToken, any Error>) {
        let waiters = state.withLock { state in
            defer { state.waiters = [:] }
            state.isFetching = false
            state.kept = (try? result.get()).map { ($0.text, $0.validFor.map(Self.end)) }
            return state.waiters.values
        }
        for waiter in waiters { waiter.resume(with: result.map(\.text)) }
    }

    /// When another is fetched: before a token expires on its way.
    private static func end(of duration: Duration) -> ContinuousClock.Instant {
        .now + min(duration - min(.seconds(30), duration / 10), .seconds(365 * 86_400))
    }
}
