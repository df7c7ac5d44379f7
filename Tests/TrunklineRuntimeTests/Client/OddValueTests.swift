import Foundation
import Testing
import TrunklineTesting

@testable import TrunklineRuntime

/// What a caller or a server may say without meaning it: nothing of it ends the program.
@Suite struct OddValueTests {
    private static let longest = Duration.seconds(Int64.max)

    @Test(arguments: [longest, .zero - longest, .zero, .nanoseconds(1)], [longest, .zero - longest, .zero])
    func delaysNeverOverflow(base: Duration, maximum: Duration) {
        let policy = RetryPolicy(maximumAttempts: .max, baseDelay: base, maximumDelay: maximum)
        for attempt in [Int.min, 0, 1, 2, 64, Int.max] {
            let longest = policy.longestDelay(after: attempt)
            #expect(longest >= .zero && longest <= max(.zero, maximum))
            #expect(policy.delay(after: attempt) >= .zero)
        }
    }

    @Test(arguments: [longest, .zero - longest, .zero]) func timeLimitsNeverOverflow(limit: Duration) async throws {
        let mock = MockTransport()
        mock.on(PurchaseNumber.self, .empty(204))
        let client = TelephonyClient(
            token: "t", transport: mock, configuration: .init(timeout: limit, deadline: limit, retryPolicy: .never))
        if limit > .zero {
            _ = try await client.send(PurchaseNumber())
        } else {
            // An answer that is there at once may be there before a limit that is over.
            _ = try? await client.send(PurchaseNumber())
        }
        _ = try? await client.send(PurchaseNumber(), options: .init(timeout: limit, deadline: limit))
    }

    @Test(arguments: [Int.min, -1, 0, Int.max]) func responseLimitMayBeAnything(limit: Int) async throws {
        for status in [200, 404] {
            let mock = MockTransport { _ in
                let pieces = AsyncStream {
                    $0.yield(Data("no".utf8)); $0.finish()
                }
                return TransportResponse(
                    HTTPResponse(status: .init(code: status)), body: HTTPBody(pieces, length: .max))
            }
            let client = TelephonyClient(
                token: "t", transport: mock, configuration: .init(retryPolicy: .never, responseLimit: limit))
            await #expect(throws: APIError.self) { try await client.virtualNumbers.get(id: 7) }
        }
    }

    @Test(arguments: [Int.min, -1, Int.max]) func lengthsMayBeAnything(length: Int) async throws {
        let body = HTTPBody(
            AsyncStream {
                $0.yield(Data("ab".utf8)); $0.finish()
            }, length: length)
        #expect(body.length == (length < 0 ? nil : length))
        #expect(try await body.collect(upTo: .max) == Data("ab".utf8))
    }

    @Test(arguments: [Int.min, 0, Int.max]) func quotasMayBeAnything(retries: Int) async throws {
        let mock = MockTransport { _ in .empty(503) }
        let client = TelephonyClient(
            token: "t", transport: mock,
            configuration: .init(retryPolicy: .init(baseDelay: .zero), retryQuota: retries))
        await #expect(throws: APIError.self) { try await client.virtualNumbers.get(id: 7) }
        #expect(mock.requests.count == (retries > 0 ? 3 : 1))
    }

    @Test(arguments: ["99999999999999999999", "-1", "0", "Sun, 06 Nov 9999 08:49:37 GMT", "Sun, 99 Nov -1 x", ""])
    func waitsThatServersAskForMayBeAnything(text: String) {
        let wait = RetryAfter.wait([.retryAfter: text, .date: "Mon, 01 Jan 0001 00:00:00 GMT"])
        #expect(wait.map { $0 >= .zero && $0 <= .seconds(365 * 86_400) } ?? true)
    }

    @Test func mockMayWaitForEver() async throws {
        let mock = MockTransport()
        mock.on(PurchaseNumber.self, .empty(204).delayed(by: Self.longest).delayed(by: Self.longest))
        let task = Task { try await TelephonyClient(token: "t", transport: mock).send(PurchaseNumber()) }
        while mock.requests.isEmpty { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
