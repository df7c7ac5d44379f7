import Foundation
import TrunklineRuntime

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request and its answer: collects the body and resumes the caller exactly once.
final class Exchange: @unchecked Sendable {
    private enum State {
        case created
        case waiting(CheckedContinuation<TransportResponse, any Error>)
        case finished(any Error)
        case done
    }

    private let task: URLSessionTask
    private let limit: Int
    private let lock = NSLock()
    private var state = State.created
    private var body = Data()

    init(task: URLSessionTask, limit: Int) {
        self.task = task
        self.limit = limit
    }

    /// Sends the request, unless it was cancelled before.
    func start(_ continuation: CheckedContinuation<TransportResponse, any Error>) {
        let failure: (any Error)? = lock.withLock {
            if case .finished(let error) = state { return error }
            state = .waiting(continuation)
            return nil
        }
        if let failure { continuation.resume(throwing: failure) } else { task.resume() }
    }

    /// Ends the exchange without an answer, at once.
    func finish(throwing error: any Error) {
        take(orKeep: error)?.resume(throwing: error)
        task.cancel()
    }

    /// Keeps a part of the body, up to the limit.
    func receive(_ data: Data) {
        let isTooLarge = lock.withLock {
            guard body.count + data.count <= limit else { return true }
            body.append(data)
            return false
        }
        if isTooLarge {
            finish(throwing: TransportFailure(.responseTooLarge, "the answer has more than \(limit) bytes"))
        }
    }

    /// Ends the exchange as the session reports it.
    func complete(_ response: URLResponse?, _ error: (any Error)?) {
        let continuation = take(orKeep: CancellationError())
        if let error {
            continuation?.resume(throwing: TransportFailure(error))
        } else if let head = (response as? HTTPURLResponse).flatMap(HTTPResponse.init) {
            continuation?.resume(returning: TransportResponse(head, body: lock.withLock { body }))
        } else {
            continuation?.resume(throwing: TransportFailure(.connection, "the answer is not HTTP"))
        }
    }

    private func take(orKeep error: any Error) -> CheckedContinuation<TransportResponse, any Error>? {
        lock.withLock {
            switch state {
            case .created: state = .finished(error)
            case .waiting(let continuation):
                state = .done
                return continuation
            case .finished, .done: break
            }
            return nil
        }
    }
}

extension TransportFailure {
    /// Tells why `URLSession` has no answer.
    init(_ error: any Error) {
        let reason: Reason = (error as? URLError)?.code == .timedOut ? .timeout : .connection
        self.init(reason, error.localizedDescription, underlying: error)
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
