import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime
import TrunklineTesting
import TrunklineURLSession

/// A parameter `color` in a segment of the path.
private struct ColorPath: APIOperation {
    var write: @Sendable (inout RequestEncoder) -> Void

    static let metadata = OperationMetadata("colorPath", .get, "/p/{color}/end")

    func encode(into request: inout RequestEncoder) { write(&request) }
    static func decode(_ response: ResponseDecoder) throws { try response.empty(200, 204) }
}

/// The values of OpenAPI's table of styles: `empty`, `string`, `array` and `object`.
private let empty: JSONValue = ""
private let string: JSONValue = "blue"
private let array: JSONValue = ["blue", "black", "brown"]
private let object: JSONValue = ["R": 100, "G": 200, "B": 150]

/// OpenAPI 3.2 §4.12.5 (Style Examples), row by row; what is not defined there says so.
@Suite struct ParameterStyleTests {
    private func request(_ operation: some APIOperation) async throws -> HTTPRequest {
        let mock = MockTransport { _ in .empty(204) }
        _ = try await TelephonyClient(token: "t", server: .init(url: "https://host"), transport: mock).send(operation)
        return try #require(mock.requests.first?.request)
    }

    private func query(_ write: @escaping @Sendable (inout RequestEncoder) -> Void) async throws -> String {
        let path = try await request(Probe(write: write)).path ?? ""
        return String(path.dropFirst("/things".count))
    }

    private func segment(_ write: @escaping @Sendable (inout RequestEncoder) -> Void) async throws -> String {
        let path = try await request(ColorPath(write: write)).path ?? ""
        return String(path.dropFirst("/p/".count).dropLast("/end".count))
    }

    private func refusal(_ operation: some APIOperation) async -> String? {
        let error = await #expect(throws: APIError.self) { _ = try await request(operation) }
        #expect(error?.kind == .invalidRequest)
        return error?.description
    }

    // MARK: The table

    private static let pathTable: [(PathStyle, Bool, JSONValue, String)] = [
        (PathStyle.matrix, false, empty, ";color"), (.matrix, false, string, ";color=blue"),
        (.matrix, false, array, ";color=blue,black,brown"), (.matrix, false, object, ";color=R,100,G,200,B,150"),
        (.matrix, true, empty, ";color"), (.matrix, true, string, ";color=blue"),
        (.matrix, true, array, ";color=blue;color=black;color=brown"), (.matrix, true, object, ";R=100;G=200;B=150"),
        (.label, false, string, ".blue"), (.label, false, array, ".blue,black,brown"),
        (.label, false, object, ".R,100,G,200,B,150"), (.label, true, string, ".blue"),
        (.label, true, array, ".blue.black.brown"), (.label, true, object, ".R=100.G=200.B=150"),
        (.simple, false, string, "blue"), (.simple, false, array, "blue,black,brown"),
        (.simple, false, object, "R,100,G,200,B,150"), (.simple, true, string, "blue"),
        (.simple, true, array, "blue,black,brown"), (.simple, true, object, "R=100,G=200,B=150"),
    ]

    @Test(arguments: pathTable)
    func path(_ style: PathStyle, _ explode: Bool, _ value: JSONValue, _ expected: String) async throws {
        #expect(try await segment { $0.path("color", value, style, explode: explode) } == expected)
    }

    /// `.` and nothing at all are the table's empty label and simple; no path can have such a segment.
    @Test(arguments: [PathStyle.label, .simple], [empty, [], [:], .null] as [JSONValue])
    func pathWithNothingInIt(_ style: PathStyle, _ value: JSONValue) async throws {
        let text = await refusal(ColorPath { $0.path("color", value, style) })
        #expect(text?.contains("{color}") == true)
    }

    private static let queryTable: [(QueryStyle, Bool, JSONValue, String)] = [
        (QueryStyle.form, false, empty, "?color="), (.form, false, string, "?color=blue"),
        (.form, false, array, "?color=blue,black,brown"), (.form, false, object, "?color=R,100,G,200,B,150"),
        (.form, true, empty, "?color="), (.form, true, string, "?color=blue"),
        (.form, true, array, "?color=blue&color=black&color=brown"), (.form, true, object, "?R=100&G=200&B=150"),
        (.spaceDelimited, false, array, "?color=blue%20black%20brown"),
        (.spaceDelimited, false, object, "?color=R%20100%20G%20200%20B%20150"),
        (.pipeDelimited, false, array, "?color=blue%7Cblack%7Cbrown"),
        (.pipeDelimited, false, object, "?color=R%7C100%7CG%7C200%7CB%7C150"),
        (.deepObject, true, object, "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        // Not in the table, but defined by what RFC 6570 says of lists and objects without elements.
        (.form, true, [], ""), (.form, false, [:], ""), (.form, true, .null, ""), (.deepObject, true, [:], ""),
        (.spaceDelimited, false, [], ""), (.pipeDelimited, false, [.null], ""),
        // Undefined; reported where code is generated.
        (.spaceDelimited, false, string, "?color=blue"), (.pipeDelimited, false, empty, "?color="),
        (.spaceDelimited, true, array, "?color=blue&color=black&color=brown"),
        (.pipeDelimited, true, object, "?R=100&G=200&B=150"), (.deepObject, true, string, "?color=blue"),
        (.deepObject, true, array, "?color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown"),
    ]

    @Test(arguments: queryTable)
    func query(_ style: QueryStyle, _ explode: Bool, _ value: JSONValue, _ expected: String) async throws {
        #expect(try await query { $0.query("color", value, style, explode: explode) } == expected)
    }

    @Test func styleDecidesWhetherItIsExploded() async throws {
        #expect(try await query { $0.query("color", array) } == "?color=blue&color=black&color=brown")
        #expect(try await query { $0.query("color", array, .pipeDelimited) } == "?color=blue%7Cblack%7Cbrown")
        #expect(try await query { $0.query("color", array, .spaceDelimited) } == "?color=blue%20black%20brown")
    }

    private static let headerTable: [(Bool, JSONValue, String?)] = [
        (false, empty, ""), (false, string, "blue"), (false, array, "blue,black,brown"),
        (false, object, "R,100,G,200,B,150"), (true, array, "blue,black,brown"), (true, object, "R=100,G=200,B=150"),
        (false, ["a b", "50%", "é"], "a b,50%,é"), (false, [], nil), (false, .null, nil),
    ]

    @Test(arguments: headerTable)
    func header(_ explode: Bool, _ value: JSONValue, _ expected: String?) async throws {
        let request = try await request(Probe { $0.header("X-Color", value, explode: explode) })
        #expect(request.headerFields[HTTPField.Name("X-Color")!] == expected)
    }

    private static let cookieTable: [(CookieStyle, Bool, JSONValue, String?)] = [
        (CookieStyle.form, false, empty, "color="), (.form, false, string, "color=blue"),
        (.form, false, array, "color=blue,black,brown"), (.form, false, object, "color=R,100,G,200,B,150"),
        (.form, true, empty, "color="), (.form, true, string, "color=blue"),
        (.form, true, array, "color=blue&color=black&color=brown"), (.form, true, object, "R=100&G=200&B=150"),
        (.form, true, "a b;c\"", "color=a%20b%3Bc%22"), (.form, true, [], nil),
        (.cookie, false, empty, "color="), (.cookie, false, string, "color=blue"),
        (.cookie, false, array, "color=blue,black,brown"), (.cookie, false, object, "color=R,100,G,200,B,150"),
        (.cookie, true, empty, "color="), (.cookie, true, string, "color=blue"),
        (.cookie, true, array, "color=blue; color=black; color=brown"), (.cookie, true, object, "R=100; G=200; B=150"),
        (.cookie, true, "a%2Cb!", "color=a%2Cb!"), (.cookie, true, .null, nil),
    ]

    @Test(arguments: cookieTable)
    func cookie(_ style: CookieStyle, _ explode: Bool, _ value: JSONValue, _ expected: String?) async throws {
        let request = try await request(Probe { $0.cookie("color", value, style, explode: explode) })
        #expect(request.headerFields[.cookie] == expected)
    }

    // MARK: Escapes

    private static let signs = ":/?#[]@!$&'()*+,;= %|\"<>\\^`{}é\u{0}%41%zz"

    @Test func everythingReservedIsEscaped() async throws {
        let escaped =
            "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%20%25%7C%22%3C%3E%5C%5E%60%7B%7D%C3%A9%00%2541%25zz"
        let signs = Self.signs
        for style in [QueryStyle.form, .spaceDelimited, .pipeDelimited, .deepObject] {
            #expect(try await query { $0.query("q", signs, style) } == "?q=" + escaped)
        }
        #expect(try await segment { $0.path("color", signs) } == escaped)
        #expect(try await segment { $0.path("color", signs, .label) } == "." + escaped)
        #expect(try await segment { $0.path("color", [signs], .matrix, explode: true) } == ";color=" + escaped)
    }

    @Test func reservedCharactersStayWhereTheyMay() async throws {
        let signs = Self.signs
        #expect(
            try await query { $0.query("q", signs, .form, allowReserved: true) }
                == "?q=:/?%23%5B%5D@!$&'()*+,;=%20%25%7C%22%3C%3E%5C%5E%60%7B%7D%C3%A9%00%41%25zz")
        #expect(
            try await segment { $0.path("color", signs, .simple, allowReserved: true) }
                == ":%2F%3F%23%5B%5D@!$&'()*+,;=%20%25%7C%22%3C%3E%5C%5E%60%7B%7D%C3%A9%00%41%25zz")
        #expect(
            try await query {
                $0.query("q", ["%", "%4", "100%25", "%é"], .form, allowReserved: true, allowEmptyValue: true)
            }
                == "?q=%25&q=%254&q=100%25&q=%25%C3%A9")
    }

    @Test func namesAreEscapedToo() async throws {
        let value: JSONValue = ["a&b": "1", "c[d]": "2"]
        #expect(try await query { $0.query("q q", value) } == "?a%26b=1&c%5Bd%5D=2")
        #expect(try await query { $0.query("q q", value, .form, explode: false) } == "?q%20q=a%26b,1,c%5Bd%5D,2")
        #expect(try await query { $0.query("q q", value, .deepObject) } == "?q%20q%5Ba%26b%5D=1&q%20q%5Bc%5Bd%5D%5D=2")
        #expect(try await segment { $0.path("color", value, .matrix, explode: true) } == ";a%26b=1;c%5Bd%5D=2")
    }

    // MARK: Values

    @Test func scalarsOfEveryKind() async throws {
        let value: JSONValue = [
            "t": true, "f": false, "i": -7, "d": 0.5, "l": 9_007_199_254_740_993, "n": .null, "e": "",
        ]
        #expect(try await query { $0.query("q", value) } == "?t=true&f=false&i=-7&d=0.5&l=9007199254740993&e=")
        #expect(
            try await segment { $0.path("color", value, .matrix, explode: true) }
                == ";t=true;f=false;i=-7;d=0.5;l=9007199254740993;e")
        #expect(try await query { $0.query("q", [1, nil, 2] as [Int?]) } == "?q=1&q=2")
        #expect(try await query { $0.query("q", Nullable<Int>.value(7)) } == "?q=7")
        #expect(try await query { $0.query("q", ["b": 2.0, "a": 1.25]) } == "?a=1.25&b=2")
        #expect(try await query { $0.query("q", VirtualNumber(id: 7, name: "é")) } == "?id=7&name=%C3%A9")
        #expect(try await query { $0.query("q", VirtualNumber(id: 7), .form, explode: false) } == "?q=id,7")
    }

    @Test func objectsInObjects() async throws {
        let value: JSONValue = ["a": ["b": ["c": 1, "d": "x y"]], "e": [["f": 2], 3], "g": .null, "h": true]
        #expect(
            try await query { $0.query("q", value, .deepObject) }
                == "?q%5Ba%5D%5Bb%5D%5Bc%5D=1&q%5Ba%5D%5Bb%5D%5Bd%5D=x%20y&q%5Be%5D%5B0%5D%5Bf%5D=2&q%5Be%5D%5B1%5D=3"
                + "&q%5Bh%5D=true")
        #expect(
            try await query { $0.query("q", ["a": ["b": 1], "e": [["f": 2], 3]] as JSONValue) }
                == "?a=%7B%22b%22%3A1%7D&e=%7B%22f%22%3A2%7D&e=3")
        #expect(try await segment { $0.path("color", [[1, 2], [3]]) } == "%5B1%2C2%5D,%5B3%5D")
    }

    @Test func emptyValuesThatAreAllowed() async throws {
        let none: [JSONValue] = [.null, [], [:]]
        for value in none {
            #expect(try await query { $0.query("q q", value, .form, allowEmptyValue: true) } == "?q%20q=")
        }
        #expect(try await query { $0.query("q", Nullable<Bool>.null, .form, allowEmptyValue: true) } == "?q=")
        #expect(try await query { $0.query("q", Nullable<Bool>?.none, .form, allowEmptyValue: true) } == "")
    }

    // MARK: Documents

    @Test func documentsInParameters() async throws {
        let value: JSONValue = ["a": "b c", "n": .null]
        let escaped = "%7B%22a%22%3A%22b%20c%22%2C%22n%22%3Anull%7D"
        #expect(try await segment { $0.path("color", json: value) } == escaped)
        #expect(try await query { $0.query("q", json: value) } == "?q=" + escaped)
        #expect(try await query { $0.query("q", json: "text") } == "?q=%22text%22")
        #expect(try await query { $0.query("q", json: JSONValue?.none) } == "")
        let request = try await request(
            Probe {
                $0.header("X-Q", json: value)
                $0.cookie("q", json: value)
                $0.cookie("more", 1)
            })
        #expect(request.headerFields[HTTPField.Name("X-Q")!] == #"{"a":"b c","n":null}"#)
        #expect(request.headerFields[.cookie] == "q=" + escaped + "; more=1")
    }

    @Test func wholeQueries() async throws {
        let value: JSONValue = ["foo": "a + b", "bar": true, "tags": ["x", "y"], "inner": ["z": 1]]
        #expect(
            try await query { $0.querystring(form: value) }
                == "?foo=a%20%2B%20b&bar=true&tags=x&tags=y&inner=%7B%22z%22%3A1%7D")
        #expect(
            try await query { $0.querystring(json: ["numbers": [1, 2], "flag": .null] as JSONValue) }
                == "?%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D")
        #expect(try await query { $0.querystring(text: "$.a[?@.b=1]") } == "?%24.a%5B%3F%40.b%3D1%5D")
        #expect(try await query { $0.querystring(form: JSONValue?.none) } == "")
    }

    // MARK: What cannot be sent

    @Test(arguments: ["a b", "a;b", "a\"b", "a\\b", "é", "a\nb", "a\0b"])
    func cookieThatCannotBeSent(_ value: String) async throws {
        let text = await refusal(Probe { $0.cookie("session", value, .cookie) })
        #expect(text?.contains("the cookie session") == true)
    }

    @Test(arguments: ["a b", "", "a;b", "é"])
    func cookieNameThatCannotBeSent(_ name: String) async throws {
        let text = await refusal(Probe { $0.cookie(name, 1, .cookie) })
        #expect(text?.contains("cookie name") == true)
    }

    @Test(arguments: [" a", "a ", "\ta", "a\t"])
    func headerThatWouldBeTrimmedIsRefused(_ value: String) async throws {
        let text = await refusal(Probe { $0.header("X-Name", value) })
        #expect(text?.contains("X-Name") == true)
    }

    @Test func bytesArriveAsWritten() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let client = TelephonyClient(token: "t", server: .init(url: server.url), transport: .urlSession())
        _ = try await client.send(ColorPath { $0.path("color", ["é", "/"], .matrix, explode: true) })
        _ = try await client.send(ColorPath { $0.path("color", object, .label, explode: true) })
        _ = try await client.send(
            Probe {
                $0.query("deep", ["a": ["b": "c d"]] as JSONValue, .deepObject)
                $0.query("reserved", Self.signs, .form, allowReserved: true)
                $0.cookie("session", "s1")
                $0.cookie("colors", array, .cookie)
            })
        #expect(
            server.requests.map(\.target) == [
                "/p/;color=%C3%A9;color=%2F/end", "/p/.R=100.G=200.B=150/end",
                "/things?deep%5Ba%5D%5Bb%5D=c%20d&reserved=:/?%23%5B%5D@!$&'()*+,;=%20%25%7C%22%3C%3E%5C%5E%60%7B%7D%C3%A9%00%41%25zz",
            ])
        #expect(server.requests.last?.header("Cookie") == "session=s1; colors=blue; colors=black; colors=brown")
    }
}
