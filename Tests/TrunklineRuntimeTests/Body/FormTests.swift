import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime
import TrunklineTesting
import TrunklineURLSession

/// A request that writes its body as a test says.
struct BodyProbe: APIOperation {
    var write: @Sendable (inout RequestEncoder) -> Void

    static let metadata = OperationMetadata("bodyProbe", .post, "/things")

    func encode(into request: inout RequestEncoder) { write(&request) }
    static func decode(_ response: ResponseDecoder) throws { try response.empty(200, 204) }

    /// What arrives at a server.
    func received() async throws -> TransportRequest {
        let mock = MockTransport { _ in .empty(204) }
        _ = try await TelephonyClient(token: "t", transport: mock).send(self)
        return try #require(mock.requests.first)
    }
}

extension TransportRequest {
    /// The body as text.
    var text: String { String(decoding: body?.data ?? Data(), as: UTF8.self) }
}

@Suite struct FormTests {
    private func form(
        _ value: JSONValue, style: FormStyle = .content, fields: [String: FormStyle] = [:]
    ) async throws -> String {
        try await BodyProbe { $0.form(value, style: style, fields: fields) }.received().text
    }

    @Test(arguments: [
        ("plain-._~", "plain-._~"), ("a b", "a%20b"), ("a+b", "a%2Bb"), ("a&b=c", "a%26b%3Dc"), ("", ""),
        ("100%", "100%25"), ("%20", "%2520"), ("é日👩", "%C3%A9%E6%97%A5%F0%9F%91%A9"), ("\r\n\0", "%0D%0A%00"),
        (";#?/", "%3B%23%3F%2F"), ("*", "%2A"),
    ])
    func textIsEscaped(_ text: String, _ expected: String) async throws {
        #expect(try await form(["q": .string(text)]) == "q=\(expected)")
        #expect(try await form([text: "q"]) == "\(expected)=q")
    }

    @Test func scalarsAreTheirTexts() async throws {
        let value: JSONValue = ["a": 1, "b": -0.5, "c": true, "d": false, "e": .null, "f": "x"]
        #expect(try await form(value) == "a=1&b=-0.5&c=true&d=false&e=&f=x")
        let large = try JSONValue(parsing: #"{"n": 12345678901234567890, "m": 1e400}"#)
        #expect(try await form(large) == "n=12345678901234567890&m=1e400")
        #expect(try await form([:]) == "")
    }

    private static let value: JSONValue = [
        "list": ["a b", 2], "object": ["x": 1, "y": "&"], "none": [], "empty": [:],
    ]

    @Test(arguments: [
        (FormStyle.content, "list=a%20b&list=2&object=%7B%22x%22%3A1%2C%22y%22%3A%22%26%22%7D&empty=%7B%7D"),
        (.json, "list=%5B%22a%20b%22%2C2%5D&object=%7B%22x%22%3A1%2C%22y%22%3A%22%26%22%7D&none=%5B%5D&empty=%7B%7D"),
        (.form, "list=a%20b&list=2&x=1&y=%26"), (.commaSeparated, "list=a%20b,2&object=x,1,y,%26"),
        (.spaceSeparated, "list=a%20b%202&object=x%201%20y%20%26"),
        (.pipeSeparated, "list=a%20b%7C2&object=x%7C1%7Cy%7C%26"),
        (.deepObject, "list%5B0%5D=a%20b&list%5B1%5D=2&object%5Bx%5D=1&object%5By%5D=%26"),
    ])
    func listsAndObjects(_ style: FormStyle, _ expected: String) async throws {
        #expect(try await form(Self.value, style: style) == expected)
    }

    @Test func deepObjectsNest() async throws {
        let value: JSONValue = ["items": [["price": "p", "tags": ["a", "b"]], ["price": .null]], "m": ["k[": 1]]
        let expected = [
            "items%5B0%5D%5Bprice%5D=p", "items%5B0%5D%5Btags%5D%5B0%5D=a", "items%5B0%5D%5Btags%5D%5B1%5D=b",
            "items%5B1%5D%5Bprice%5D=", "m%5Bk%5B%5D=1",
        ]
        #expect(try await form(value, style: .deepObject) == expected.joined(separator: "&"))
    }

    @Test func aMemberMayHaveItsOwnStyle() async throws {
        let value: JSONValue = ["a": [1, 2], "b": [1, 2], "c": "x"]
        #expect(
            try await form(value, style: .deepObject, fields: ["a": .commaSeparated, "c": .json])
                == "a=1,2&b%5B0%5D=1&b%5B1%5D=2&c=%22x%22")
    }

    /// Reserved characters stay where a form can bear them; escapes are not escaped again.
    @Test func reservedCharactersMayStay() async throws {
        let value: JSONValue = ["a": ":/?#[]@!$&'()*+,;=%41%zz é"]
        #expect(
            try await form(value, style: .form.allowingReserved)
                == "a=:/?%23%5B%5D@!$%26'()*%2B,;=%41%25zz%20%C3%A9")
    }

    @Test func modelsAreForms() async throws {
        let request = try await BodyProbe { $0.form(VirtualNumber(id: 7, name: "a b")) }.received()
        #expect(request.text == "id=7&name=a%20b")
        #expect(request.request.headerFields[.contentType] == "application/x-www-form-urlencoded")
    }

    @Test func whatIsNoObjectIsRefused() async throws {
        for value: JSONValue in [[1], "a", .null] {
            let error = await #expect(throws: APIError.self) { try await form(value) }
            #expect(error?.kind == .invalidRequest)
        }
        let error = await #expect(throws: APIError.self) {
            try await BodyProbe { $0.form(["a": Double.nan]) }.received()
        }
        #expect(error?.kind == .invalidRequest)
        let lines = await #expect(throws: APIError.self) {
            try await BodyProbe { $0.stream([1, .nan], framing: .lines, contentType: "application/jsonl") }.received()
        }
        #expect(lines?.kind == .invalidRequest)
    }

    @Test func noBodyWhereThereIsNone() async throws {
        let probe = BodyProbe {
            $0.form(JSONValue?.none)
            $0.text(nil)
            $0.multipart(parts: nil)
            $0.multipart(value: JSONValue?.none)
            $0.stream(RequestStream<Int>?.none, framing: .lines, contentType: "application/jsonl")
        }
        let request = try await probe.received()
        #expect(request.body == nil)
        #expect(request.request.headerFields[.contentType] == nil)
    }

    @Test func bodiesArriveByteForByte() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let client = TelephonyClient(token: "t", server: .init(url: server.url), transport: .urlSession())
        _ = try await client.send(BodyProbe { $0.form(["q": ["+ é", "&"]] as JSONValue) })
        _ = try await client.send(BodyProbe { $0.text("a\nü", contentType: "text/csv; header=absent") })
        _ = try await client.send(
            BodyProbe { $0.stream([1, 2], framing: .lines, contentType: "application/x-ndjson") })
        _ = try await client.send(
            BodyProbe { $0.stream(["a"], framing: .sequence, contentType: "application/json-seq") })
        #expect(
            server.requests.map { String(decoding: $0.body, as: UTF8.self) } == [
                "q=%2B%20%C3%A9&q=%26", "a\nü", "1\n2\n", "\u{1E}\"a\"\n",
            ])
        #expect(
            server.requests.map { $0.header("Content-Type") } == [
                "application/x-www-form-urlencoded", "text/csv; header=absent", "application/x-ndjson",
                "application/json-seq",
            ])
    }
}
