import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime
import TrunklineTesting
import TrunklineURLSession

private enum Strategy: String, ClosedEnumeration {
    case roundRobin = "round robin"
}

@Suite struct ParameterTests {
    /// The path and query that a probe asks a server for.
    private func target(_ operation: some APIOperation, server: String = "https://host") async throws -> String? {
        let mock = MockTransport { _ in .empty(204) }
        _ = try await TelephonyClient(token: "t", server: .init(url: server), transport: mock).send(operation)
        return mock.requests.first?.request.path
    }

    @Test(arguments: [
        ("plain-._~", "plain-._~"), ("a/b", "a%2Fb"), ("a b", "a%20b"), ("+1555", "%2B1555"), ("50%", "50%25"),
        ("%2F", "%252F"), ("a?b#c", "a%3Fb%23c"), ("a,b;c", "a%2Cb%3Bc"), ("é", "%C3%A9"), ("日", "%E6%97%A5"),
        ("👩‍👩", "%F0%9F%91%A9%E2%80%8D%F0%9F%91%A9"), ("...", "..."), ("\n", "%0A"), ("{id}", "%7Bid%7D"),
        ("!$&'()*:=@[]\"", "%21%24%26%27%28%29%2A%3A%3D%40%5B%5D%22"),
    ])
    func pathParameterIsEscaped(_ value: String, _ expected: String) async throws {
        #expect(try await target(PathProbe(value: value)) == "/things/\(expected)/calls")
    }

    @Test func pathParameterOfOtherTypes() async throws {
        #expect(try await target(PathProbe(value: 7)) == "/things/7/calls")
        #expect(try await target(PathProbe(value: ["a,b", "c"])) == "/things/a%2Cb,c/calls")
        #expect(try await target(PathProbe(value: Strategy.roundRobin)) == "/things/round%20robin/calls")
    }

    @Test(arguments: ["", ".", ".."])
    func pathParameterThatMovesThePathIsRefused(_ value: String) async throws {
        let error = await #expect(throws: APIError.self) { try await target(PathProbe(value: value)) }
        #expect(error?.kind == .invalidRequest)
        #expect(error?.attempts == 0)
        #expect(error?.description.contains("{id}") == true)
    }

    @Test func pathParameterWithoutElementsIsRefused() async throws {
        let error = await #expect(throws: APIError.self) { try await target(PathProbe(value: [String]())) }
        #expect(error?.kind == .invalidRequest)
    }

    @Test(arguments: [
        ("+15551234567", "%2B15551234567"), ("a b", "a%20b"), ("a&b=c", "a%26b%3Dc"), ("", ""), ("100%", "100%25"),
        ("2026-01-02T03:04:05+02:00", "2026-01-02T03%3A04%3A05%2B02%3A00"), ("~-._", "~-._"), ("ü/?", "%C3%BC%2F%3F"),
    ])
    func queryParameterIsEscaped(_ value: String, _ expected: String) async throws {
        #expect(try await target(Probe { $0.query("q", value) }) == "/things?q=\(expected)")
    }

    @Test func queryParametersOfAllTypes() async throws {
        let probe = Probe {
            $0.query("filter[status]", "on")
            $0.query("flag", true)
            $0.query("whole", 2.0)
            $0.query("half", -0.5)
            $0.query("large", 1e300)
            $0.query("id", Int64.max)
            $0.query("single", Float(3))
            $0.query("strategy", Strategy.roundRobin)
        }
        let expected = [
            "filter%5Bstatus%5D=on", "flag=true", "whole=2", "half=-0.5", "large=1e%2B300", "id=9223372036854775807",
            "single=3", "strategy=round%20robin",
        ]
        #expect(try await target(probe) == "/things?" + expected.joined(separator: "&"))
    }

    @Test func queryParametersThatAreArraysOrAbsent() async throws {
        let probe = Probe {
            $0.query("id", [1, 2])
            $0.query("name", ["a,b", "c"], .form, explode: false)
            $0.query("absent", String?.none)
            $0.query("nothing", [Int]())
        }
        #expect(try await target(probe) == "/things?id=1&id=2&name=a%2Cb,c")
        #expect(try await target(Probe { $0.query("absent", Int?.none) }) == "/things")
    }

    @Test(arguments: [Double.nan, .infinity])
    func numberThatIsNotFiniteIsRefused(_ value: Double) async throws {
        let error = await #expect(throws: APIError.self) { try await target(Probe { $0.query("limit", value) }) }
        #expect(error?.kind == .invalidRequest)
        #expect(error?.description.contains("limit") == true)
    }

    @Test func headersArriveAsWritten() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let client = TelephonyClient(token: "t", server: .init(url: server.url), transport: .urlSession())
        let probe = Probe {
            $0.header("X-Account", "a, b; c=\"d\"")
            $0.header("X-List", [1, 2, 3])
            $0.header("X-Absent", String?.none)
            $0.header("X-Empty-List", [String]())
        }
        _ = try await client.send(probe)
        let request = try #require(server.requests.first)
        #expect(request.header("X-Account") == "a, b; c=\"d\"")
        #expect(request.header("x-list") == "1,2,3")
        #expect(request.header("X-Absent") == nil)
        #expect(request.header("X-Empty-List") == nil)
        #expect(request.header("Accept") == "application/json")
        #expect(request.header("Cookie") == nil)
    }

    @Test(arguments: ["a\r\nX-Admin: 1", "a\nb", "a\rb", "a\0b", "a\u{7F}", "\u{1B}[2J"])
    func headerInjectionIsRefused(_ value: String) async throws {
        let mock = MockTransport { _ in .empty(204) }
        let client = TelephonyClient(token: "t", transport: mock)
        let error = await #expect(throws: APIError.self) {
            try await client.send(Probe { $0.header("X-Account", value) })
        }
        #expect(error?.kind == .invalidRequest)
        #expect(mock.requests.isEmpty)
    }

    @Test(arguments: ["X: Y", "", ":path", "é", "X\r\n"])
    func headerNameThatIsNoTokenIsRefused(_ name: String) async throws {
        let error = await #expect(throws: APIError.self) { try await target(Probe { $0.header(name, "z") }) }
        #expect(error?.kind == .invalidRequest)
    }

    @Test func theFirstProblemIsReported() async throws {
        let probe = Probe {
            $0.header("first", "\n")
            $0.query("second", Double.nan)
        }
        let error = await #expect(throws: APIError.self) { try await target(probe) }
        #expect(error?.description.contains("first") == true)
    }

    @Test(arguments: [
        ("https://host/api/v1/public", "/api/v1/public/things"), ("https://host", "/things"),
        ("https://host/", "/things"),
        ("HTTP://host:8080/a%20b//", "/a%20b/things"), ("http://[::1]:80/x", "/x/things"),
    ])
    func basePathIsKept(_ server: String, _ expected: String) async throws {
        #expect(try await target(Probe { _ in }, server: server) == expected)
    }

    @Test func serverOfOnesOwn() async throws {
        let mock = MockTransport { _ in .empty(204) }
        let url = try #require(URL(string: "http://localhost:8080/proxy/"))
        _ = try await TelephonyClient(token: "t", server: .custom(url), transport: mock).send(Probe { _ in })
        let request = try #require(mock.requests.first).request
        #expect(request.scheme == "http")
        #expect(request.authority == "localhost:8080")
        #expect(request.path == "/proxy/things")
    }

    @Test(arguments: [
        "", "/api", "host/api", "ftp://host", "https://", "https:///api", "https://user:secret@host",
        "https://host/?a=1",
        "https://host#x", "https://{region}.host", "https://ho st", "https://:80",
    ])
    func serverThatIsNoUsableURLIsRefused(_ server: String) async throws {
        let error = await #expect(throws: APIError.self) { try await target(Probe { _ in }, server: server) }
        #expect(error?.kind == .invalidRequest)
        #expect(error?.description.contains("secret") == false)
    }

    @Test func targetArrivesByteForByte() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let base = TelephonyClient.Server(url: server.url + "/api/v1")
        let client = TelephonyClient(token: "t", server: base, transport: .urlSession())
        _ = try await client.send(PathProbe(value: "+1/é %41..;"))
        _ = try await client.send(Probe { $0.query("a[b]", ["+ ", "&"]) })
        #expect(
            server.requests.map(\.target) == [
                "/api/v1/things/%2B1%2F%C3%A9%20%2541..%3B/calls", "/api/v1/things?a%5Bb%5D=%2B%20&a%5Bb%5D=%26",
            ])
    }

    @Test func bodyIsJSON() async throws {
        let server = try LoopbackServer { _ in .json(200, #"{"data": {"id": 7}}"#) }
        let client = TelephonyClient(token: "t", server: .init(url: server.url), transport: .urlSession())
        _ = try await client.send(UpdateVirtualNumber(id: 7, body: VirtualNumber(id: 7, name: nil)))
        let request = try #require(server.requests.first)
        #expect(request.method == "PATCH")
        #expect(request.header("Content-Type") == "application/json")
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"id":7}"#)
    }
}
