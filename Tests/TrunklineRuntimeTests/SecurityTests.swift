import Foundation
import LoopbackServer
import SecuritySchemes
import Testing
import TrunklineTesting
import TrunklineURLSession

/// The generated code of the golden `security`, run: which credentials a request carries, and where.
@Suite struct SecurityTests {
    private let mock = MockTransport { _ in .empty(204) }

    private var sent: HTTPRequest? { mock.requests.last?.request }

    private func field(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { sent?.headerFields[$0] }
    }

    @Test func theFirstAlternativeThatCanBeMetIsTaken() async throws {
        try await ExampleClient(
            headerKey: "header-key", login: .init(username: "u", password: "p"), appID: "app", transport: mock
        ).getDefault()
        #expect(field("X-API-Key") == "header-key")
        #expect(field("Authorization") == nil)
        #expect(field("X-App") == nil)
    }

    @Test func credentialsThatGoTogetherAreSentTogether() async throws {
        let login = Credentials.Basic(username: "Aladdin", password: "open sesame")
        try await ExampleClient(login: login, appID: "app", transport: mock).getDefault()
        #expect(field("Authorization") == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
        #expect(field("X-App") == "app")
        let error = await #expect(throws: APIError.self) {
            try await ExampleClient(login: login, transport: mock).getDefault()
        }
        #expect(error?.kind == .invalidRequest)
        #expect(
            error?.description
                == "getDefault: the client has no credentials for this operation, which takes `headerKey` or `login` with "
                + "`app_id`")
        #expect(mock.requests.count == 1)
    }

    @Test func operationsOfTheirOwnMind() async throws {
        let client = ExampleClient(headerKey: "header-key", queryKey: "a b&c", transport: mock)
        try await client.getPublic()
        #expect(field("X-API-Key") == nil)
        try await client.getOptional()
        #expect(sent?.path == "/optional?key=a%20b%26c")
        try await ExampleClient(transport: mock).getOptional()
        #expect(sent?.path == "/optional")
        try await ExampleClient(transport: mock).getCertificate()
        #expect(sent?.path == "/certificate")
        try await client.getOther()
        #expect(field("X-API-Key") == "header-key")
    }

    @Test func otherPlaces() async throws {
        try await ExampleClient(custom: "result=abc, id=7", transport: mock).getOther()
        #expect(field("Authorization") == "HOBA result=abc, id=7")
        try await ExampleClient(sessionKey: "s1", openID: "token", transport: mock).getScopes()
        #expect(field("Cookie") == "session=s1")
        #expect(field("Authorization") == "Bearer token")
    }

    @Test func tokenIsFetchedWithTheFirstRequestThatNeedsIt() async throws {
        let tokens = Tokens()
        let client = ExampleClient(petsAuth: .init { await tokens.next() }, transport: mock)
        try await client.getPublic()
        #expect(await tokens.count == 0)
        for _ in 1...2 {
            try await client.getScopes()
            #expect(field("Authorization") == "Bearer token-1")
        }
        #expect(await tokens.count == 1)
    }

    @Test func tokensThatCannotBeHad() async throws {
        struct SignedOut: Error {}
        let client = ExampleClient(petsAuth: .init { throw SignedOut() }, transport: mock)
        let error = await #expect(throws: APIError.self) { try await client.getScopes() }
        #expect(error?.kind == .invalidRequest)
        #expect(error?.underlying is SignedOut)
        #expect(error?.attempts == 0)
        #expect(mock.requests.isEmpty)
        let cancelled = ExampleClient(petsAuth: .init { throw CancellationError() }, transport: mock)
        await #expect(throws: CancellationError.self) { try await cancelled.getScopes() }
    }

    @Test func timeoutEndsTheWaitForAToken() async throws {
        let client = ExampleClient(
            petsAuth: .init {
                try await Task.sleep(for: .seconds(60))
                return "token"
            }, transport: mock)
        let error = await #expect(throws: APIError.self) {
            try await client.getScopes(options: .init(timeout: .milliseconds(20)))
        }
        #expect(error?.kind == .timeout)
    }

    @Test func callersMayBringTheirOwn() async throws {
        let client = ExampleClient(transport: mock)
        try await client.getScopes(options: .init(headers: [.authorization: "Bearer mine"]))
        #expect(field("Authorization") == "Bearer mine")
        let other = ExampleClient(headerKey: "client's", transport: mock)
        let name = try #require(HTTPField.Name("X-API-Key"))
        try await other.getDefault(options: .init(headers: [name: "call's"]))
        #expect(field("X-API-Key") == "call's")
    }

    @Test(arguments: ["", "a\r\nX-Admin: 1", "a\0", " edge", "ключ"])
    func keysThatCannotBeSentAreNotPrinted(_ key: String) async throws {
        for client in [ExampleClient(headerKey: key, transport: mock), ExampleClient(custom: key, transport: mock)] {
            let error = await #expect(throws: APIError.self) {
                try await key.isEmpty ? client.getDefault() : client.getOther()
            }
            #expect(error?.kind == .invalidRequest)
            #expect(key.isEmpty || error?.description.contains(key) == false)
        }
        #expect(mock.requests.isEmpty)
    }

    @Test(arguments: [("a:b", "p"), ("u", "p\n"), ("u\r", "p")])
    func namesAndPasswordsThatCannotBeSent(_ username: String, _ password: String) async throws {
        let client = ExampleClient(
            login: .init(username: username, password: password), appID: "app", transport: mock)
        let error = await #expect(throws: APIError.self) { try await client.getDefault() }
        #expect(error?.kind == .invalidRequest)
    }

    @Test func allArriveAtAServer() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let client = ExampleClient(
            queryKey: "query/key", sessionKey: "s1", openID: "token", server: .init(url: server.url),
            transport: .urlSession())
        try await client.getOptional()
        try await client.getScopes()
        #expect(server.requests.map(\.target) == ["/optional?key=query%2Fkey", "/scopes"])
        #expect(server.requests.last?.header("Cookie") == "session=s1")
    }
}

private actor Tokens {
    private(set) var count = 0

    func next() -> String {
        count += 1
        return "token-\(count)"
    }
}
