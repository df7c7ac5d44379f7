/// A limit in time for a piece of work.
struct Deadline: Sendable {
    private let timeout: Duration?
    /// What is left of the call's time.
    private let left: Duration?

    /// A limit of an attempt, or what is left of the call's where that is less.
    init(timeout: Duration?, deadline: ContinuousClock.Instant?) {
        self.timeout = timeout
        left = deadline.map { $0 - .now }
    }

    /// How long the work may take; nil for no limit.
    var limit: Duration? {
        guard let timeout, let left else { return timeout ?? left }
        return min(timeout, left)
    }

    private var failure: TransportFailure {
        let isTimeout = limit != left
        return TransportFailure(
            .timeout, isTimeout ? "no answer within \(limit ?? .zero)" : "the call was not over at its deadline")
    }

    /// Does the work and cancels it when the time is over.
    ///
    /// - Throws: ``TransportFailure`` with reason `timeout`; `CancellationError` if the calling task is cancelled; what the
    ///   work throws.
    func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        guard let limit else { return try await work() }
        guard limit > .zero else { throw failure }
        let alarm = Alarm(.now + min(limit, Self.longest))
        do {
            let value = try await Self.inTaskOfItsOwn { try await alarm.guarding(work) }
            // What came in the moment in which it was cancelled may hang on a connection that is closed by now.
            guard alarm.isOver else { return value }
        } catch {
            guard alarm.isOver else { throw error }
        }
        throw Task.isCancelled ? CancellationError() : failure
    }

    /// Does work in a child task, which begins in the thread that it is called from, where the system can do that: no other
    /// has to wake up.
    private static func inTaskOfItsOwn<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        #if compiler(>=6.2)
            if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
                return try await withThrowingTaskGroup(of: Value.self) { group in
                    group.addImmediateTask(operation: work)
                    guard let value = try await group.next() else { throw CancellationError() }
                    return value
                }
            }
        #endif
        async let value = work()
        return try await value
    }

    /// The instant after a while; nil where it is so far away that it makes no difference.
    static func instant(after duration: Duration?) -> ContinuousClock.Instant? {
        duration.flatMap { $0 < longest ? .now + $0 : nil }
    }

    /// A year: `Task.sleep` need not represent more.
    private static let longest = Duration.seconds(365 * 86_400)
}
