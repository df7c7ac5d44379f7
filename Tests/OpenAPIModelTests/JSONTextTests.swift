import Testing

@testable import OpenAPIModel

@Suite struct JSONTextTests {
    @Test func valuesAndPlaces() {
        let parsed = Parsed("{\n  \"a\": [1, -2.5e3, \"x\\u00e9\\n\", true, null],\n  \"é\": {}\n}\n", path: "a.json")
        #expect(parsed.reports == [])
        #expect(parsed.kind("/a/0") == .integer)
        #expect(parsed.kind("/a/1") == .number)
        #expect(parsed.node("/a/2").flatMap(parsed.arena.string) == "xé\n")
        #expect(parsed.text("/a/2") == "\"x\\u00e9\\n\"")
        #expect(parsed.place("/é") == "3:8")
        #expect(parsed.kind("/é") == .mapping)
        #expect(parsed.text("") == "{\n  \"a\": [1, -2.5e3, \"x\\u00e9\\n\", true, null],\n  \"é\": {}\n}")
    }

    @Test(arguments: [
        ("{\"a\": 1,}", "1:9 json-syntax: expected a member name in double quotes"),
        ("[1 2]", "1:4 json-syntax: expected `,` or `]` after an element"),
        ("[01]", "1:3 json-syntax: a number cannot begin with a zero"),
        ("{\"a\" 1}", "1:6 json-syntax: expected `:` after the member name"),
        ("{'a': 1}", "1:2 json-syntax: expected a member name in double quotes"),
        ("[\"\\x\"]", "1:3 json-syntax: this escape sequence does not exist in JSON"),
        ("[1] x", "1:5 json-syntax: expected nothing after the value"),
        ("[NaN]", "1:2 json-syntax: expected a value"),
        ("[\"a", "1:4 json-syntax: the text ends in the middle of a string"),
        ("", "1:1 empty-file: the file is empty"),
        ("{\"a\": 1, \"a\": 2}", "1:10 duplicate-key: the key `a` stands here a second time; the first one is used"),
    ])
    func whatIsWrongIsToldWithItsPlace(text: String, report: String) {
        #expect(Parsed(text, path: "a.json").reports == [report])
    }
}
