import Testing

@testable import TrunklineRuntime

/// Limits in time for pieces of work.
@Suite(.timeLimit(.minutes(10))) struct DeadlineTests {
    private struct Broken: Error {}

    private func run<Value: Sendable>(
        _ timeout: Duration, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await Deadline(timeout: timeout, deadline: nil).run(work)
    }

    @Test func workThatIsDoneInTimeGivesItsValue() async throws {
        #expect(try await run(.seconds(60)) { 7 } == 7)
        await #expect(throws: Broken.self) { try await run(.seconds(60)) { throw Broken() } }
    }

    /// Limits in any order, set and taken back at once: each piece of work ends at its own.
    @Test func eachOfManyEndsAtItsOwnTime() async throws {
        let limits = (0..<400).map { _ in Int.random(in: 1...300) }
        let results = try await withThrowingTaskGroup(of: (limit: Int, took: Duration?).self) { group in
            for limit in limits {
                group.addTask {
                    let start = ContinuousClock.now
                    do {
                        try await run(.milliseconds(limit)) {
                            try await Task.sleep(for: limit.isMultiple(of: 2) ? .seconds(3_600) : .zero)
                        }
                        return (limit, nil)
                    } catch let failure as TransportFailure where failure.reason == .timeout {
                        return (limit, .now - start)
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for result in results where result.limit.isMultiple(of: 2) {
            #expect(try #require(result.took) >= .milliseconds(result.limit))
        }
        #expect(results.count == limits.count)
    }

    @Test func shortLimitAfterALongOneIsNotLate() async throws {
        async let long = run(.seconds(3_600)) { try await Task.sleep(for: .seconds(2)) }
        let start = ContinuousClock.now
        await #expect(throws: TransportFailure.self) {
            try await run(.milliseconds(20)) { try await Task.sleep(for: .seconds(3_600)) }
        }
        #expect(ContinuousClock.now - start < .seconds(240))
        try await long
    }

    /// The time was over first: what the value hangs on was told to end.
    @Test func valueThatComesAfterTheTimeIsATimeout() async throws {
        let failure = await #expect(throws: TransportFailure.self) {
            try await run(.milliseconds(20)) {
                try? await Task.sleep(for: .seconds(3_600))
                return 7
            }
        }
        #expect(failure?.reason == .timeout)
    }

    @Test func cancellationIsNoTimeout() async throws {
        let task = Task { try await run(.seconds(3_600)) { try await Task.sleep(for: .seconds(3_600)) } }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func timeThatIsOverBeginsNothing() async throws {
        let hasBegun = Locked(false)
        await #expect(throws: TransportFailure.self) { try await run(.zero) { hasBegun.withLock { $0 = true } } }
        #expect(!hasBegun.withLock { $0 })
    }
}
