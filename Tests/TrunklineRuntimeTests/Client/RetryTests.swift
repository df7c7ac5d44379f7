import Foundation
import LoopbackServer
import Testing
import TrunklineTesting
import TrunklineURLSession

@testable import TrunklineRuntime

/// Sends a method that is declared with an idempotency key or without, with a body.
private struct Placing: APIOperation {
    static let metadata = OperationMetadata(
        "placing", .post, "/calls", idempotencyKey: "Idempotency-Key", errors: [.status(503)])

    var key: String?

    func encode(into request: inout RequestEncoder) {
        request.header("Idempotency-Key", key)
        request.json(VirtualNumber(id: 7))
    }
    static func decode(_ response: ResponseDecoder) throws { try response.empty(204) }
}

/// Which calls are made again, counted by a real server.
@Suite(.timeLimit(.minutes(5))) struct RetryTests {
    private static let quick = RetryPolicy(baseDelay: .milliseconds(1))

    private func client(_ url: String, _ configuration: ClientConfiguration? = nil) -> TelephonyClient {
        TelephonyClient(
            token: "t", server: .init(url: url), transport: .urlSession(),
            configuration: configuration ?? .init(retryPolicy: Self.quick))
    }

    /// A server that answers so often with a status before it has a success.
    private func server(
        _ status: Int, times: Int = .max, headers: [String] = [], success: String = #"{"data": {"id": 7}}"#
    ) throws -> LoopbackServer {
        let count = Locked(0)
        return try LoopbackServer { request in
            let number = count.withLock { count in
                count += 1
                return count
            }
            let isOver = number > times
            if isOver, request.method == "POST" || request.method == "PUT" { return .empty(204) }
            return isOver ? .json(200, success) : .json(status, "{}", headers: headers)
        }
    }

    @Test(arguments: [408, 429, 502, 503, 504])
    func statusThatMayPassIsTriedAgain(_ status: Int) async throws {
        let server = try server(status, times: 2)
        #expect(try await client(server.url).virtualNumbers.get(id: 7).id == 7)
        #expect(server.requests.count == 3)
    }

    @Test(arguments: [400, 401, 403, 404, 409, 500, 501])
    func statusThatWillStayIsNotTriedAgain(_ status: Int) async throws {
        let server = try server(status)
        let error = await #expect(throws: APIError.self) { try await client(server.url).virtualNumbers.get(id: 7) }
        #expect(error?.attempts == 1)
        #expect(server.requests.count == 1)
    }

    @Test func attemptsAreCountedInTheError() async throws {
        let server = try server(503)
        let error = await #expect(throws: APIError.self) { try await client(server.url).virtualNumbers.get(id: 7) }
        #expect(error?.status == .serviceUnavailable)
        #expect(error?.attempts == 3)
        #expect(server.requests.count == 3)
    }

    @Test func postAndPatchArePlacedOnce() async throws {
        for status in [408, 429, 502, 503, 504] {
            let server = try server(status)
            let client = client(server.url)
            await #expect(throws: APIError.self) { try await client.send(PurchaseNumber()) }
            await #expect(throws: APIError.self) {
                try await client.send(UpdateVirtualNumber(id: 7, body: VirtualNumber(id: 7)))
            }
            #expect(server.requests.map(\.method) == ["POST", "PATCH"])
        }
    }

    @Test func putIsSentAgainWithItsBody() async throws {
        let server = try server(503, times: 1)
        _ = try await client(server.url).send(ReplaceNumber(body: VirtualNumber(id: 7)))
        #expect(server.requests.map(\.method) == ["PUT", "PUT"])
        #expect(server.requests.allSatisfy { String(decoding: $0.body, as: UTF8.self) == #"{"id":7}"# })
    }

    @Test func postWithADeclaredKeyIsSentAgainWithTheSameKey() async throws {
        let server = try server(503, times: 2)
        _ = try await client(server.url).send(Placing())
        let keys = server.requests.map { $0.header("Idempotency-Key") }
        #expect(keys.count == 3)
        #expect(Set(keys).count == 1)
        #expect(keys.first??.count == 36)
    }

    @Test func callersKeyIsTaken() async throws {
        let server = try server(503, times: 2)
        let client = client(server.url)
        _ = try await client.send(Placing(key: "mine"))
        _ = try await client.send(Placing(key: "mine"), options: .init(idempotencyKey: "the call's"))
        #expect(
            server.requests.map { $0.header("Idempotency-Key") } == ["mine", "mine", "mine", "the call's"])
    }

    @Test func keyThatIsNotDeclaredMakesNoRetry() async throws {
        let server = try server(503)
        await #expect(throws: APIError.self) {
            try await client(server.url).send(PurchaseNumber(), options: .init(idempotencyKey: "mine"))
        }
        #expect(server.requests.map { $0.header("Idempotency-Key") } == ["mine"])
        let error = await #expect(throws: APIError.self) {
            try await client(server.url).send(PurchaseNumber(), options: .init(idempotencyKey: "a\r\nX-Admin: 1"))
        }
        #expect(error?.kind == .invalidRequest)
        #expect(server.requests.count == 1)
    }

    @Test func lostConnectionIsTriedAgain() async throws {
        let count = Locked(0)
        let server = try LoopbackServer { _ in
            let number = count.withLock { count in
                count += 1
                return count
            }
            return number < 3 ? .close : .json(200, #"{"data": {"id": 7}}"#)
        }
        #expect(try await client(server.url).virtualNumbers.get(id: 7).id == 7)
        #expect(server.requests.count == 3)
        count.withLock { $0 = 0 }
        let error = await #expect(throws: APIError.self) { try await client(server.url).send(PurchaseNumber()) }
        #expect(error?.attempts == 1)
        #expect(server.requests.count == 4)
    }

    @Test func postToARefusedConnectionIsTriedAgain() async throws {
        let port = try ClosedPort()
        let error = await #expect(throws: APIError.self) { try await client(port.url).send(PurchaseNumber()) }
        #expect(error?.kind == .transport)
        #expect(error?.attempts == 3)
        withExtendedLifetime(port) {}
    }

    @Test func timeoutOfAnAttemptIsTriedAgain() async throws {
        let count = Locked(0)
        let server = try LoopbackServer { _ in
            let isFirst = count.withLock { count in
                count += 1
                return count == 1
            }
            return isFirst ? .hold : .json(200, #"{"data": {"id": 7}}"#)
        }
        #expect(try await client(server.url).virtualNumbers.get(id: 7, options: .init(timeout: .seconds(3))).id == 7)
        #expect(server.requests.count == 2)
        count.withLock { $0 = 0 }
        let error = await #expect(throws: APIError.self) {
            try await client(server.url).send(PurchaseNumber(), options: .init(timeout: .milliseconds(50)))
        }
        #expect(error?.kind == .timeout)
        #expect(server.requests.map(\.method) == ["GET", "GET", "POST"])
    }

    @Test func oneLineChangesThePolicyOfAClientOrACall() async throws {
        let server = try server(503)
        let never = client(server.url, .init(retryPolicy: .never))
        await #expect(throws: APIError.self) { try await never.virtualNumbers.get(id: 7) }
        #expect(server.requests.count == 1)
        let five = RetryPolicy(maximumAttempts: 5, baseDelay: .zero)
        await #expect(throws: APIError.self) {
            try await never.virtualNumbers.get(id: 7, options: .init(retryPolicy: five))
        }
        #expect(server.requests.count == 6)
        await #expect(throws: APIError.self) {
            try await client(server.url).virtualNumbers.get(id: 7, options: .init(retryPolicy: .never))
        }
        #expect(server.requests.count == 7)
    }

    @Test func retryAfterInSecondsIsWaitedFor() async throws {
        let server = try server(429, times: 1, headers: ["Retry-After: 1"])
        let start = ContinuousClock.now
        _ = try await client(server.url).virtualNumbers.get(id: 7)
        #expect(ContinuousClock.now - start >= .seconds(1))
    }

    @Test func retryAfterAsADateIsWaitedFor() async throws {
        let headers = ["Date: Sun, 06 Nov 1994 08:49:37 GMT", "Retry-After: Sun, 06 Nov 1994 08:49:38 GMT"]
        let server = try server(503, times: 1, headers: headers)
        let start = ContinuousClock.now
        _ = try await client(server.url).virtualNumbers.get(id: 7)
        #expect(ContinuousClock.now - start >= .seconds(1))
    }

    @Test func waitThatIsTooLongIsNotBegun() async throws {
        let server = try server(429, headers: ["Retry-After: 36000"])
        for (configuration, options) in [
            (ClientConfiguration(deadline: .seconds(600)), RequestOptions()),
            (ClientConfiguration(), RequestOptions(deadline: .seconds(600))),
            (ClientConfiguration(retryPolicy: .init(maximumRetryAfter: .seconds(600))), RequestOptions()),
        ] {
            let error = await #expect(throws: APIError.self) {
                try await client(server.url, configuration).virtualNumbers.get(id: 7, options: options)
            }
            #expect(error?.status == .tooManyRequests)
            #expect(error?.attempts == 1)
        }
    }

    @Test func deadlineEndsTheWholeCall() async throws {
        let server = try LoopbackServer { _ in .hold }
        let error = await #expect(throws: APIError.self) {
            try await client(server.url).virtualNumbers.get(
                id: 7, options: .init(timeout: .milliseconds(60), deadline: .milliseconds(150)))
        }
        #expect(error?.kind == .timeout)
        #expect((1...3).contains(error?.attempts ?? 0))
        let short = await #expect(throws: APIError.self) {
            try await client(server.url).virtualNumbers.get(id: 7, options: .init(deadline: .milliseconds(50)))
        }
        #expect(short?.description == "getVirtualNumber: the call was not over at its deadline")
    }

    @Test func cancelledWaitIsNoRetry() async throws {
        let server = try server(503, headers: ["Retry-After: 30"])
        let task = Task { try await client(server.url).virtualNumbers.get(id: 7) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(server.requests.count == 1)
    }

    @Test func quotaEndsRetriesOfAllCalls() async throws {
        let server = try server(503)
        let client = client(server.url, .init(retryPolicy: Self.quick, retryQuota: 5))
        for _ in 0..<10 {
            await #expect(throws: APIError.self) { try await client.virtualNumbers.get(id: 7) }
        }
        #expect(server.requests.count == 15)
    }

    @Test func successesFillTheQuota() {
        let quota = RetryQuota(retries: 2)
        #expect([quota.take(), quota.take(), quota.take()] == [true, true, false])
        for _ in 0..<4 { quota.giveBack(afterRetry: false) }
        #expect(!quota.take())
        quota.giveBack(afterRetry: false)
        #expect(quota.take())
        for _ in 0..<3 { quota.giveBack(afterRetry: true) }
        #expect([quota.take(), quota.take(), quota.take()] == [true, true, false])
    }

    @Test func bodyThatCanBeReadOnceIsSentOnce() async throws {
        struct Upload: APIOperation {
            let body: HTTPBody
            static let metadata = OperationMetadata("upload", .put, "/files/7")
            func encode(into request: inout RequestEncoder) { request.body(body, contentType: "audio/wav") }
            static func decode(_ response: ResponseDecoder) throws { try response.empty(204) }
        }
        let server = try server(503)
        for (isReplayable, count) in [(false, 1), (true, 3)] {
            let pieces = AsyncStream { continuation in
                continuation.yield(Data("abc".utf8))
                continuation.finish()
            }
            let body = HTTPBody(pieces, isReplayable: isReplayable)
            let error = await #expect(throws: APIError.self) {
                try await client(server.url).send(Upload(body: body))
            }
            #expect(error?.attempts == count)
        }
        #expect(server.requests.count == 4)
        #expect(String(decoding: server.requests.first?.body ?? Data(), as: UTF8.self) == "abc")
    }
}

/// The arithmetic of waiting.
@Suite struct RetryDelayTests {
    @Test func longestWaitDoublesUpToAMaximum() {
        let policy = RetryPolicy(baseDelay: .seconds(1), maximumDelay: .seconds(5))
        #expect((1...5).map(policy.longestDelay) == [.seconds(1), .seconds(2), .seconds(4), .seconds(5), .seconds(5)])
        #expect(RetryPolicy(maximumAttempts: .max).longestDelay(after: .max) == .seconds(20))
        #expect(RetryPolicy(baseDelay: .seconds(-1)).longestDelay(after: 3) == .zero)
        #expect(RetryPolicy(baseDelay: .seconds(Int64.max), maximumDelay: .seconds(Int64.max)).delay(after: 1) >= .zero)
    }

    @Test func waitIsAnyPartOfTheLongest() {
        let waits = (0..<1_000).map { _ in RetryPolicy(baseDelay: .seconds(1)).delay(after: 1) }
        #expect(waits.allSatisfy { $0 >= .zero && $0 <= .seconds(1) })
        #expect(waits.contains { $0 < .milliseconds(250) })
        #expect(waits.contains { $0 > .milliseconds(750) })
    }

    @Test(arguments: [
        ("0", 0), ("120", 120), ("99999999999999999999", 31_536_000), ("-1", nil), ("1.5", nil), ("", nil),
        ("soon", nil),
        ("Sun, 06 Nov 1994 08:50:37 GMT", 60), ("Sunday, 06-Nov-94 08:50:37 GMT", 60), ("Sun Nov  6 08:50:37 1994", 60),
        ("Sun, 06 Nov 1994 08:00:00 GMT", 0), ("Sun, 06 Nov 9999 08:50:37 GMT", 31_536_000),
        ("Sun, 31 Feb 1994 08:50:37 GMT", nil), ("Sun, 06 Nov 1994 08:50:37 PST", nil),
        ("Sun, 06 Nov 99999999 08:50:37 GMT", nil),
    ])
    func whatAServerAsksFor(_ text: String, _ seconds: Int?) {
        var headers: HTTPFields = [.date: "Sun, 06 Nov 1994 08:49:37 GMT"]
        headers[.retryAfter] = text
        #expect(RetryAfter.wait(headers) == seconds.map { .seconds($0) })
        headers[.date] = nil
        #expect(RetryAfter.wait(headers, now: Date(timeIntervalSince1970: 784_111_777)) == seconds.map { .seconds($0) })
    }
}
