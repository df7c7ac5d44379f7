import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime
import TrunklineTesting
import TrunklineURLSession

/// Gives a token after another and counts them.
private actor Issuer {
    private(set) var count = 0

    func next() async throws -> String {
        count += 1
        let token = "t0k3n-number-\(count)"
        try await Task.sleep(for: .milliseconds(20))
        return token
    }
}

/// Where tokens come from, and what happens when they are no longer good.
@Suite(.timeLimit(.minutes(5))) struct TokenTests {
    private func client(_ token: Credentials.Token, _ url: String) -> TelephonyClient {
        TelephonyClient(token: token, server: .init(url: url), transport: .urlSession())
    }

    /// A server that accepts one token.
    private func server(accepting token: Locked<String>) throws -> LoopbackServer {
        try LoopbackServer { request in
            let isGood = request.header("Authorization") == "Bearer " + token.withLock { $0 }
            return isGood ? .json(200, #"{"data": {"id": 7}}"#) : .json(401, #"{"error": "expired"}"#)
        }
    }

    @Test func hundredCallsRefreshOnce() async throws {
        let issuer = Issuer()
        let good = Locked("t0k3n-number-1")
        let server = try server(accepting: good)
        let client = client(.provider { try await issuer.next() }, server.url)
        try await callAtOnce(100, client)
        #expect(await issuer.count == 1)
        good.withLock { $0 = "t0k3n-number-2" }
        try await callAtOnce(100, client)
        #expect(await issuer.count == 2)
    }

    private func callAtOnce(_ count: Int, _ client: TelephonyClient) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<count { group.addTask { _ = try await client.virtualNumbers.get(id: 7) } }
            try await group.waitForAll()
        }
    }

    @Test func refusedTokenIsRenewedOnce() async throws {
        let issuer = Issuer()
        let server = try server(accepting: Locked("another"))
        let client = client(.provider { try await issuer.next() }, server.url)
        let error = await #expect(throws: APIError.self) { try await client.virtualNumbers.get(id: 7) }
        #expect(error?.status == .unauthorized)
        #expect(error?.attempts == 2)
        #expect(
            server.requests.map { $0.header("Authorization") } == [
                "Bearer t0k3n-number-1", "Bearer t0k3n-number-2",
            ])
        _ = try? await client.send(PurchaseNumber(), options: .init(retryPolicy: .never))
        #expect(server.requests.map(\.method) == ["GET", "GET", "POST", "POST"])
    }

    @Test func tokenThatDoesNotChangeIsNotTriedAgain() async throws {
        let server = try server(accepting: Locked("another"))
        let error = await #expect(throws: APIError.self) {
            try await client(.init("t0k3n-static"), server.url).virtualNumbers.get(id: 7)
        }
        #expect(error?.attempts == 1)
        #expect(server.requests.count == 1)
    }

    @Test(arguments: [(Duration.seconds(3_600), 1), (.seconds(Int64.max), 1), (.zero, 3), (.seconds(-1), 3)])
    func tokenIsFetchedAgainWhenItExpires(_ validFor: Duration, _ count: Int) async throws {
        let issuer = Issuer()
        let mock = MockTransport { _ in .json(200, #"{"data": {"id": 7}}"#) }
        let token = Credentials.Token.expiring { .init(try await issuer.next(), validFor: validFor) }
        let client = TelephonyClient(token: token, transport: mock)
        for _ in 1...3 { _ = try await client.virtualNumbers.get(id: 7) }
        #expect(await issuer.count == count)
    }

    @Test func failedFetchEndsAllWhoWaitAndIsTriedAgainLater() async throws {
        struct SignedOut: Error {}
        let count = Locked(0)
        let mock = MockTransport { _ in .json(200, #"{"data": {"id": 7}}"#) }
        let token = Credentials.Token {
            let number = count.withLock { count in
                count += 1
                return count
            }
            try await Task.sleep(for: .milliseconds(50))
            if number == 1 { throw SignedOut() }
            return "t0k3n"
        }
        let client = TelephonyClient(token: token, transport: mock)
        let calls = (1...2).map { _ in Task { try await client.virtualNumbers.get(id: 7) } }
        var failures = 0
        for call in calls {
            do { _ = try await call.value } catch let error as APIError {
                failures += error.underlying is SignedOut ? 1 : 0
            }
        }
        #expect(failures >= 1)
        #expect(try await client.virtualNumbers.get(id: 7).id == 7)
    }

    @Test func cancelledWaitLeavesTheFetchToOthers() async throws {
        let issuer = Issuer()
        let mock = MockTransport { _ in .json(200, #"{"data": {"id": 7}}"#) }
        let token = Credentials.Token {
            try await Task.sleep(for: .milliseconds(300))
            return try await issuer.next()
        }
        let client = TelephonyClient(token: token, transport: mock)
        let cancelled = Task { try await client.virtualNumbers.get(id: 7) }
        try await Task.sleep(for: .milliseconds(20))
        async let other = client.virtualNumbers.get(id: 7)
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        #expect(try await other.id == 7)
        #expect(await issuer.count == 1)
    }

    @Test func tokenIsReadFromTheEnvironment() async throws {
        let name = "TRUNKLINE_TEST_TOKEN_\(UInt32.random(in: 0 ... .max))"
        let mock = MockTransport { _ in .json(200, #"{"data": {"id": 7}}"#) }
        let client = TelephonyClient(token: .environment(name), transport: mock)
        let error = await #expect(throws: APIError.self) { try await client.virtualNumbers.get(id: 7) }
        #expect(error?.kind == .invalidRequest)
        #expect(
            error?.description
                == "getVirtualNumber: the environment variable \(name), which has the token, is not set")
        setenv(name, "t0k3n-of-the-environment", 1)
        defer { unsetenv(name) }
        _ = try await client.virtualNumbers.get(id: 7)
        let request = try #require(mock.requests.first)
        #expect(request.request.headerFields[.authorization] == "Bearer t0k3n-of-the-environment")
    }

    @Test func noTokenIsPrinted() async throws {
        setenv("TRUNKLINE_TEST_SECRET", "s3cr3t-of-the-environment", 1)
        let tokens: [Credentials.Token] = [
            .init("s3cr3t-static"), .environment("TRUNKLINE_TEST_SECRET"), .provider { "s3cr3t-of-a-provider" },
            .expiring { .init("s3cr3t-that-expires", validFor: .seconds(60)) },
        ]
        for token in tokens {
            let transport = MockTransport { request in
                throw TransportFailure(.connection, "\(request.request.headerFields[.authorization] ?? "")")
            }
            let client = TelephonyClient(token: token, transport: transport)
            let error = await #expect(throws: APIError.self) { try await client.send(PurchaseNumber()) }
            var text = "\(token) \(client) \(try #require(error)) " + String(reflecting: token)
            for value in [token, client, try #require(error), transport.requests] as [Any] { dump(value, to: &text) }
            #expect(!text.contains("s3cr3t"), "\(text)")
        }
        let expiring = Credentials.ExpiringToken("s3cr3t", validFor: nil)
        #expect(!"\(expiring) \(String(reflecting: expiring))".contains("s3cr3t"))
    }
}
