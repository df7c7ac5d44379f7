import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime
import TrunklineTesting
import TrunklineURLSession

@Suite struct CredentialTests {
    private let secret = "idc_s3cr3tS3cr3t"

    /// Everything that prints a value.
    private func printed(_ value: some Any) -> String {
        var text = "\(value) " + String(reflecting: value) + String(describing: Optional(value))
        dump(value, to: &text)
        dump([value], to: &text)
        return text
    }

    @Test func secretIsNeverPrinted() async throws {
        let mock = MockTransport { _ in .json(500, "{}") }
        let client = TelephonyClient(token: secret, transport: mock)
        let error = await #expect(throws: APIError.self) { try await client.virtualNumbers.get(id: 7) }
        #expect(!printed(Credentials.bearer(secret)).contains(secret))
        #expect(!printed(client).contains(secret))
        #expect(!printed(client.virtualNumbers).contains(secret))
        #expect(!printed(try #require(error)).contains(secret))
        #expect(!printed(try #require(mock.requests.first)).contains(secret))
        #expect(printed(Credentials.bearer(secret)).contains("bearer <redacted>"))
    }

    @Test func secretThatTheServerRepeatsIsStruckOut() async throws {
        let mock = MockTransport { [secret] _ in .json(401, "{\"error\": \"unknown key \(secret)!\"}") }
        let error = await #expect(throws: APIError.self) {
            try await TelephonyClient(token: secret, transport: mock).virtualNumbers.get(id: 7)
        }
        #expect(error?.message == "unknown key <redacted>!")
    }

    @Test func operationsThatAskForItAreAuthorised() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let client = TelephonyClient(token: secret, server: .init(url: server.url), transport: .urlSession())
        _ = try await client.send(PurchaseNumber())
        _ = try await client.send(Probe { _ in })
        #expect(server.requests.map { $0.header("Authorization") } == ["Bearer \(secret)", nil])
    }

    @Test(arguments: ["", "key\n", "key with space", "ключ", "a\r\nX-Admin: 1"])
    func tokenThatIsNoneIsReportedWithoutBeingPrinted(_ token: String) async throws {
        let mock = MockTransport { _ in .empty(204) }
        let error = await #expect(throws: APIError.self) {
            try await TelephonyClient(token: token, transport: mock).send(PurchaseNumber())
        }
        #expect(error?.kind == .invalidRequest)
        #expect(mock.requests.isEmpty)
        #expect(token.isEmpty || error?.description.contains(token) == false)
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func redirectIsAnAnswerAndTakesNoCredentialsAway(_ status: Int) async throws {
        let other = try LoopbackServer { _ in .json(200, "{}") }
        let location = "Location: \(other.url)/stolen"
        let server = try LoopbackServer { request in
            request.target == "/again" ? .json(200, "{}") : .json(status, #"{"error": "moved"}"#, headers: [location])
        }
        let client = TelephonyClient(token: secret, server: .init(url: server.url), transport: .urlSession())
        for operation in [true, false] {
            let error = await #expect(throws: APIError.self) {
                if operation {
                    _ = try await client.send(PurchaseNumber())
                } else {
                    _ = try await client.virtualNumbers.get(id: 7)
                }
            }
            #expect(error?.status?.code == status)
            #expect(error?.headers[.location] == "\(other.url)/stolen")
            #expect(error?.message == "moved")
        }
        #expect(other.requests.isEmpty)
        #expect(server.requests.count == 2)
    }

    @Test(arguments: ["Bearer realm=\"api\"", "Basic realm=\"api\"", "Digest realm=\"api\", nonce=\"n\""])
    func challengeIsAnAnswer(_ challenge: String) async throws {
        let server = try LoopbackServer { _ in
            .json(401, #"{"error": "Invalid key"}"#, headers: ["WWW-Authenticate: \(challenge)"])
        }
        let client = TelephonyClient(token: secret, server: .init(url: server.url), transport: .urlSession())
        let error = await #expect(throws: APIError.self) { try await client.virtualNumbers.get(id: 7) }
        #expect(error?.status == .unauthorized)
        #expect(error?.message == "Invalid key")
        #expect(server.requests.count == 1)
    }

    @Test func cookiesAreNotKept() async throws {
        let server = try LoopbackServer { _ in .empty(204, headers: ["Set-Cookie: session=1; Path=/"]) }
        let client = TelephonyClient(token: secret, server: .init(url: server.url), transport: .urlSession())
        for _ in 1...2 { _ = try await client.send(Probe { _ in }) }
        #expect(server.requests.count == 2)
        #expect(server.requests.allSatisfy { $0.header("Cookie") == nil })
    }
}
