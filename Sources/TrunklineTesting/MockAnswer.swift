public import TrunklineRuntime

/// What a ``MockTransport`` does with a request: an answer or a fault, at once or after a while.
public struct MockAnswer: Sendable {
    private let result: Result<TransportResponse, any Error>
    private let delay: Duration

    /// An answer.
    public static func response(_ response: TransportResponse) -> MockAnswer {
        MockAnswer(result: .success(response), delay: .zero)
    }

    /// An answer with JSON.
    ///
    /// - Parameters:
    ///   - status: The status, for example `200`.
    ///   - text: The body.
    ///   - headers: More header fields.
    public static func json(_ status: HTTPResponse.Status, _ text: String, headers: HTTPFields = [:]) -> MockAnswer {
        .response(.json(status, text, headers: headers))
    }

    /// An answer without a body.
    ///
    /// - Parameters:
    ///   - status: The status, for example `204`.
    ///   - headers: Header fields.
    public static func empty(_ status: HTTPResponse.Status, headers: HTTPFields = [:]) -> MockAnswer {
        .response(.empty(status, headers: headers))
    }

    /// No answer, for a reason that a real transport may have.
    public static func failure(_ failure: TransportFailure) -> MockAnswer { .failure(failure as any Error) }

    /// No answer, because a transport throws.
    public static func failure(_ error: any Error) -> MockAnswer {
        MockAnswer(result: .failure(error), delay: .zero)
    }

    /// The same after a while; a task that is cancelled meanwhile gets its `CancellationError`.
    public func delayed(by delay: Duration) -> MockAnswer {
        MockAnswer(result: result, delay: min(self.delay, .seconds(365 * 86_400)) + min(delay, .seconds(365 * 86_400)))
    }

    /// Waits, and answers.
    func give() async throws -> TransportResponse {
        // More than a year is for ever, and more than a clock may know.
        if delay > .zero { try await Task.sleep(for: min(delay, .seconds(365 * 86_400))) }
        return try result.get()
    }
}

extension TransportFailure {
    /// Nobody listens: nothing can have reached the server.
    public static var connectionRefused: TransportFailure {
        TransportFailure(.connection, "connection refused", mayHaveReachedServer: false)
    }

    /// The connection was lost, and nobody knows what the server has done.
    public static var connectionLost: TransportFailure { TransportFailure(.connection, "connection lost") }

    /// The transport's own patience was over.
    public static var timedOut: TransportFailure { TransportFailure(.timeout, "timed out") }
}
