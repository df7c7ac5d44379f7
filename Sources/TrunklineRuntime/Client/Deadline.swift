/// A limit in time for a piece of work.
enum Deadline {
    /// Does the work and cancels it when the time is over.
    ///
    /// - Throws: ``TransportFailure`` with reason `timeout`; `CancellationError` if the calling task is cancelled; what the
    ///   work throws.
    static func run<Value: Sendable>(
        _ limit: Duration?, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        guard let limit else { return try await work() }
        let sleep = min(limit, longest)
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: sleep)
                return nil
            }
            guard let value = try await group.next() ?? nil else {
                throw TransportFailure(.timeout, "no answer within \(limit)")
            }
            return value
        }
    }

    /// A year: `Task.sleep` need not represent more.
    private static let longest = Duration.seconds(365 * 86_400)
}
