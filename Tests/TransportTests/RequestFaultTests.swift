import Foundation
import LoopbackServer
import OperationServers
import Testing
import TrunklineRuntime
import Vapi

/// What callers hand over that must not change where a request goes.
@Suite(.timeLimit(.minutes(5))) struct RequestFaultTests {
    @Test(arguments: Carrier.all, ["a\r\nX-Admin: 1", "a\nb", "a\0b"])
    func headerInjection(_ carrier: Carrier, _ text: String) async throws {
        let server = try LoopbackServer { _ in .json(200, "[]") }
        let client = try carrier.client(server)
        let error = await #expect(throws: APIError.self) {
            try await client.phoneNumbers.list(options: .init(idempotencyKey: text))
        }
        #expect(error?.kind == .invalidRequest)
        #expect(error?.attempts == 0)
        #expect(server.requests.isEmpty)
        let name = try #require(HTTPField.Name("X-Note"))
        _ = try? await client.phoneNumbers.list(options: .init(headers: [name: text]))
        #expect(server.requests.allSatisfy { $0.header("X-Admin") == nil })
    }

    @Test(arguments: Carrier.all)
    func pathTraversal(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { _ in .json(404, "{}") }
        let client = try carrier.client(server)
        for id in ["", ".", ".."] {
            let error = await #expect(throws: APIError.self) { try await client.phoneNumbers.get(id: id) }
            #expect(error?.kind == .invalidRequest)
        }
        #expect(server.requests.isEmpty)
        let ids = ["../assistant", "a/b", "%2e%2e", "..%2f", "a?b=c", "a#b", "a\r\nb", "é", "a%00b", ";a=b"]
        for id in ids {
            await #expect(throws: APIError.self) { try await client.phoneNumbers.get(id: id) }
        }
        let targets = server.requests.map(\.target)
        #expect(
            targets
                == [
                    "..%2Fassistant", "a%2Fb", "%252e%252e", "..%252f", "a%3Fb%3Dc", "a%23b", "a%0D%0Ab", "%C3%A9",
                    "a%2500b",
                    "%3Ba%3Db",
                ].map { "/phone-number/" + $0 })
    }

    @Test(
        arguments: Carrier.all,
        [
            "ftp://example.com", "example.com", "http://", "http://user@127.0.0.1", "http://127.0.0.1?x", "http://a b",
            "http://127.0.0.1\r\nX-Admin: 1", "http://%31", "",
        ])
    func serverThatIsNone(_ carrier: Carrier, _ url: String) async throws {
        let error = await #expect(throws: APIError.self) { try await carrier.client(url).phoneNumbers.list() }
        #expect(error?.kind == .invalidRequest)
        #expect(error?.attempts == 0)
    }

    /// The variable is a part of a name of which the specification says the rest.
    @Test(arguments: Carrier.all, ["/", "#", "?", "\\", "%2F", "/x@", "\r\n"])
    func serverVariableThatLeavesTheHost(_ carrier: Carrier, _ end: String) async throws {
        let server = try LoopbackServer { _ in .json(200, "[]") }
        for start in ["", "user@"] {
            let client = ExampleClient(
                server: .test(region: "\(start)127.0.0.1:\(server.port)\(end)"), transport: carrier.make())
            let error = await #expect(throws: APIError.self) { try await client.getPets() }
            #expect(error?.kind == .invalidRequest)
            #expect(error?.attempts == 0)
        }
        #expect(server.connectionCount == 0)
    }
}
