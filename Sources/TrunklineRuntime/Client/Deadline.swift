/// A limit in time for a piece of work.
struct Deadline: Sendable {
    /// How long the work may take; nil for no limit.
    let limit: Duration?
    /// What a timeout says.
    let description: String

    /// A limit of an attempt, or what is left of the call's where that is less.
    init(timeout: Duration?, deadline: ContinuousClock.Instant?) {
        let left = deadline.map { $0 - .now }
        limit = [timeout, left].compactMap { $0 }.min()
        description =
            limit != nil && limit == left
            ? "the call was not over at its deadline" : timeout.map { "no answer within \($0)" } ?? ""
    }

    /// Does the work and cancels it when the time is over.
    ///
    /// - Throws: ``TransportFailure`` with reason `timeout`; `CancellationError` if the calling task is cancelled; what the
    ///   work throws.
    func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        guard let limit else { return try await work() }
        let sleep = min(limit, Self.longest)
        return try await withThrowingTaskGroup(of: Value?.self) { [description] group in
            defer { group.cancelAll() }
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: sleep)
                return nil
            }
            guard let value = try await group.next() ?? nil else {
                throw TransportFailure(.timeout, description)
            }
            return value
        }
    }

    /// The instant after a while; nil where it is so far away that it makes no difference.
    static func instant(after duration: Duration?) -> ContinuousClock.Instant? {
        duration.flatMap { $0 < longest ? .now + $0 : nil }
    }

    /// A year: `Task.sleep` need not represent more.
    private static let longest = Duration.seconds(365 * 86_400)
}
