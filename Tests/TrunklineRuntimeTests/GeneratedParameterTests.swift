import LoopbackServer
import ParameterStyles
import Testing
import TrunklineURLSession

/// The generated code of the golden `parameter-styles`, run against a server.
@Suite struct GeneratedParameterTests {
    private let server: LoopbackServer
    private let client: ExampleClient

    init() throws {
        server = try LoopbackServer { _ in .empty(204) }
        client = ExampleClient(server: .init(url: server.url), transport: .urlSession())
    }

    @Test func paths() async throws {
        let color = Color(r: 100, g: 200, b: 150)
        try await client.getSimple(plain: color, exploded: color, xColors: ["a", "b"], xColor: color)
        try await client.getLabel(plain: ["a", "b"], exploded: color)
        try await client.getMatrix(plain: 7, exploded: ["a", "b"], reserved: "a:b/c")
        #expect(
            server.requests.map(\.target) == [
                "/simple/R,100,G,200,B,150/R=100,G=200,B=150", "/label/.a,b/.R=100.G=200.B=150",
                "/matrix/;plain=7;exploded=a;exploded=b/a:b%2Fc",
            ])
        #expect(server.requests.first?.header("X-Colors") == "a,b")
        #expect(server.requests.first?.header("X-Color") == "R=100,G=200,B=150")
    }

    @Test func queries() async throws {
        let born = FilterBorn(after: Timestamp("2026-01-02T03:04:05Z"))
        try await client.getQuery(
            form: Color(r: 1, b: 2), joined: ["a", "b"], spaces: ["a", "b"], pipes: ["a": 1, "b": 2],
            deep: Filter(name: "n", born: born), reserved: "/a?b=c", anything: ["x": [1, "y"]], choice: 3,
            nullables: ["a", nil, "b"])
        try await client.getQuery()
        let expected = [
            "R=1&B=2", "joined=a,b", "spaces=a%20b", "pipes=a%7C1%7Cb%7C2", "deep%5Bname%5D=n",
            "deep%5Bborn%5D%5Bafter%5D=2026-01-02T03%3A04%3A05Z", "reserved=/a?b=c", "x=1&x=y", "choice=3",
            "nullables=a&nullables=b",
        ]
        #expect(server.requests.map(\.target) == ["/query?" + expected.joined(separator: "&"), "/query"])
    }

    @Test func cookies() async throws {
        try await client.getCookies(session: "a b", joined: ["c", "d"], colors: ["e", "f"])
        #expect(server.requests.first?.header("Cookie") == "session=a%20b; joined=c,d; colors=e; colors=f")
    }
}
