#if AsyncHTTPClient
    import AsyncHTTPClient
    import TrunklineRuntime

    /// Holds a client, and shuts its own down when neither a transport nor an answer needs it any more, as it demands.
    final class ClientOwner: Sendable {
        private struct State {
            var calls = 0
            var isClosed = false
        }

        let client: HTTPClient
        private let isOwn: Bool
        private let followsRedirects: Bool
        private let state = Locked(State())

        init(_ client: HTTPClient, isOwn: Bool) {
            self.client = client
            self.isOwn = isOwn
            followsRedirects = !isOwn && client.followsRedirects
        }

        deinit {
            if isOwn, !state.withLock({ $0.isClosed }) { client.shutdown { _ in } }
        }

        /// Counts a call until what is returned is released.
        ///
        /// - Throws: ``RequestIssue`` where calls are not taken.
        func beginCall() throws(RequestIssue) -> CallUnderWay {
            guard !followsRedirects else { throw Self.redirectIssue }
            try state.withLock { state throws(RequestIssue) in
                guard !state.isClosed else { throw RequestIssue("the transport was shut down") }
                state.calls += 1
            }
            return CallUnderWay(owner: self)
        }

        fileprivate func endCall() { state.withLock { $0.calls -= 1 } }

        /// Takes no more calls, and shuts the client down after those under way; once.
        func shutdown(within limit: Duration) async throws {
            let wasClosed = state.withLock { state in
                defer { state.isClosed = true }
                return state.isClosed
            }
            guard !wasClosed else { return }
            let end = ContinuousClock.now + min(limit, .seconds(86_400))
            while state.withLock({ $0.calls }) > 0, .now < end, !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(10))
            }
            if isOwn { try await client.shutdown() }
        }

        static let redirectIssue = RequestIssue(
            "the HTTPClient follows redirects; it has to be made with `redirectConfiguration: .disallow`")
    }

    /// Keeps a client open as long as an answer is read.
    final class CallUnderWay: Sendable {
        private let owner: ClientOwner

        fileprivate init(owner: ClientOwner) { self.owner = owner }

        deinit { owner.endCall() }
    }

    extension HTTPClient {
        /// Whether it follows redirects by itself.
        ///
        /// Its settings are not public, so they are looked at as a debugger does. Where that shows nothing, the history of
        /// an answer tells, too late.
        fileprivate var followsRedirects: Bool {
            guard let configuration = Mirror(reflecting: self).descendant("configuration") as? Configuration,
                let mode = Mirror(reflecting: configuration.redirectConfiguration).descendant("mode")
            else { return false }
            return "\(mode)" != "disallow"
        }
    }
#endif
