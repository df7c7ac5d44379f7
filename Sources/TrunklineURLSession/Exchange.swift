import Foundation
import TrunklineRuntime

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request and its answer: resumes the caller exactly once with the head, and hands over the body as it is asked for.
final class Exchange: @unchecked Sendable {
    private struct State {
        /// Who waits for the head.
        var caller: CheckedContinuation<TransportResponse, any Error>?
        /// Who waits for the next piece of the body.
        var reader: CheckedContinuation<Data?, any Error>?
        var isHeadGiven = false
        var pieces: [Data] = []
        var byteCount = 0
        var isSuspended = false
        var end: Result<Void, any Error>?
    }

    private let task: URLSessionTask
    /// What is not released before the exchange is over.
    private let session: Session
    private let limit: Int
    private let lock = NSLock()
    private var state = State()

    init(task: URLSessionTask, session: Session, limit: Int) {
        self.task = task
        self.session = session
        self.limit = limit
    }

    /// Sends the request, unless it was cancelled before.
    func start(_ caller: CheckedContinuation<TransportResponse, any Error>) {
        let end: Result<Void, any Error>? = lock.withLock {
            if state.end == nil { state.caller = caller }
            return state.end
        }
        if case .failure(let error)? = end { caller.resume(throwing: error) } else { task.resume() }
    }

    /// Gives the caller the head of the answer; the body may still come.
    func receive(_ response: URLResponse) {
        let caller = lock.withLock {
            defer { state.caller = nil }
            state.isHeadGiven = true
            return state.caller
        }
        guard let http = response as? HTTPURLResponse, let head = HTTPResponse(http) else {
            caller?.resume(throwing: TransportFailure(.connection, "the answer is not HTTP"))
            return cancel()
        }
        caller?.resume(returning: TransportResponse(head, body: body(of: head)))
    }

    /// Keeps a part of the body until it is asked for.
    func receive(_ data: Data) {
        let (reader, isTooMuch) = lock.withLock {
            if let reader = state.reader {
                state.reader = nil
                return (Optional(reader), false)
            }
            state.pieces.append(data)
            state.byteCount += data.count
            suspendIfAhead()
            return (nil, state.byteCount > limit)
        }
        reader?.resume(returning: data)
        if isTooMuch {
            let text = "the answer comes faster than it is read, and \(limit) bytes of it are kept at most"
            finish(throwing: TransportFailure(.responseTooLarge, text))
        }
    }

    /// Ends the exchange at once; what was not read is dropped.
    func finish(throwing error: any Error) {
        lock.withLock { if state.end == nil { state.pieces = [] } }
        end(.failure(error))
        cancel()
    }

    /// Gives the connection up. Foundation on Linux does so in a queue that an endless answer keeps busy, and waits for it: not
    /// on a thread that tasks run on.
    private func cancel() {
        #if canImport(FoundationNetworking)
            DispatchQueue.global().async { [task, session] in
                task.cancel()
                withExtendedLifetime(session) {}
            }
        #else
            task.cancel()
        #endif
    }

    /// Ends the exchange as the session reports it.
    func complete(_ response: URLResponse?, _ error: (any Error)?) {
        if let error { return end(.failure(TransportFailure(error))) }
        let isHeadGiven = lock.withLock { state.isHeadGiven }
        if !isHeadGiven, let response { receive(response) }
        end(.success(()))
    }

    private func end(_ end: Result<Void, any Error>) {
        let (caller, reader) = lock.withLock {
            defer { (state.caller, state.reader) = (nil, nil) }
            state.end = state.end ?? end
            return (state.caller, state.reader)
        }
        if case .failure(let error) = end {
            caller?.resume(throwing: error)
            reader?.resume(throwing: error)
        } else {
            caller?.resume(throwing: TransportFailure(.connection, "the answer has no head"))
            reader?.resume(returning: nil)
        }
    }
}

extension Exchange {
    /// The body, which ends the exchange when it is released.
    private func body(of head: HTTPResponse) -> HTTPBody {
        let reading = Reading(exchange: self)
        let isEncoded = head.headerFields[.contentEncoding] != nil
        let hasNone = task.originalRequest?.httpMethod == "HEAD" || head.status == .noContent
        let length = isEncoded || hasNone ? nil : head.headerFields[.contentLength].flatMap { Int($0) }
        return HTTPBody(length: length, isReplayable: false) {
            { try await reading.exchange.next() }
        }
    }

    /// The next piece of the body; nil at the end.
    private func next() async throws -> Data? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { take($0) }
        } onCancel: {
            finish(throwing: CancellationError())
        }
    }

    private func take(_ reader: CheckedContinuation<Data?, any Error>) {
        let result: Result<Data?, any Error>? = lock.withLock {
            guard state.pieces.isEmpty else { return .success(takePieces()) }
            if let end = state.end { return end.map { nil } }
            state.reader = reader
            return nil
        }
        if let result { reader.resume(with: result) }
    }

    /// All that came since the last time, as one piece.
    private func takePieces() -> Data {
        defer {
            state.pieces = []
            state.byteCount = 0
        }
        #if !canImport(FoundationNetworking)
            if state.isSuspended {
                state.isSuspended = false
                task.resume()
            }
        #endif
        return state.pieces.count == 1 ? state.pieces[0] : Data(state.pieces.joined())
    }

    /// Makes the server wait where nobody reads. Foundation on Linux goes on receiving whatever it is told.
    private func suspendIfAhead() {
        #if !canImport(FoundationNetworking)
            if state.byteCount > 1 << 20, !state.isSuspended {
                state.isSuspended = true
                task.suspend()
            }
        #endif
    }

    /// Ends an exchange when nobody reads its body any more.
    private final class Reading: Sendable {
        let exchange: Exchange

        init(exchange: Exchange) { self.exchange = exchange }

        deinit { exchange.finish(throwing: CancellationError()) }
    }
}

extension TransportFailure {
    /// Tells why `URLSession` has no answer.
    init(_ error: any Error) {
        let code = (error as? URLError)?.code
        let text = error.localizedDescription
        if code.map(Self.untrusted.contains) ?? false || Self.isCertificateProblem(code, text) {
            self.init(.tls, "the TLS handshake failed: \(text)", mayHaveReachedServer: false, underlying: error)
        } else {
            let isUnreached = code.map(Self.unreached.contains) ?? false
            self.init(
                code == .timedOut ? .timeout : .connection, text, mayHaveReachedServer: !isUnreached, underlying: error)
        }
    }

    private static let unreached: Set<URLError.Code> = [.cannotConnectToHost, .cannotFindHost, .dnsLookupFailed]

    /// A server that could not prove who it is, before anything was sent.
    private static let untrusted: Set<URLError.Code> = [
        .serverCertificateUntrusted, .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot,
        .serverCertificateNotYetValid, .appTransportSecurityRequiresSecureConnection,
    ]

    /// Foundation on Linux has no code for a certificate that is not trusted, only libcurl's words.
    private static func isCertificateProblem(_ code: URLError.Code?, _ text: String) -> Bool {
        #if canImport(FoundationNetworking)
            code == .unknown
                && (text.hasPrefix("SSL certificate problem") || text.hasPrefix("SSL: no alternative cert"))
        #else
            false
        #endif
    }
}

extension HTTPResponse {
    /// The head of an answer; nil if the status has no three digits.
    init?(_ response: HTTPURLResponse) {
        guard (100...999).contains(response.statusCode) else { return nil }
        self.init(status: .init(code: response.statusCode))
        for (name, value) in response.allHeaderFields.prefix(1_000) {
            guard let name = (name as? String).flatMap({ HTTPField.Name($0) }), let value = value as? String else {
                continue
            }
            headerFields.append(HTTPField(name: name, value: value))
        }
    }
}
