import Testing

@testable import TrunklineJSON

/// What a text means, and where it goes wrong.
@Suite struct ReadingTests {
    private func fault(_ text: String, limits: JSONLimits = .init()) -> String? {
        do throws(JSONSyntaxError) {
            _ = try JSONValue(parsing: text, limits: limits)
            return nil
        } catch {
            return "\(error.line):\(error.column) \(error.reason)"
        }
    }

    @Test(arguments: [
        ("", "1:1 the text is empty"),
        (" \n ", "2:2 the text is empty"),
        ("{\"a\": }", "1:7 expected a value"),
        ("[1,\n 2,\n ]", "3:2 expected a value"),
        ("{\"a\": 1,}", "1:9 expected a member name in double quotes"),
        ("{'a': 1}", "1:2 expected a member name in double quotes"),
        ("{\"a\" 1}", "1:6 expected `:` after the member name"),
        ("{\"a\": 1 \"b\": 2}", "1:9 expected `,` or `}` after a member"),
        ("[1 2]", "1:4 expected `,` or `]` after an element"),
        ("[1, 2", "1:6 the text ends in the middle of a value"),
        ("\"a", "1:3 the text ends in the middle of a string"),
        ("tru", "1:1 the text ends in the middle of a value"),
        ("trUe", "1:1 expected a value"),
        ("[1] 2", "1:5 expected nothing after the value"),
        ("\"a\nb\"", "1:3 a control character in a string has to be escaped"),
        ("\"a\\xb\"", "1:3 this escape sequence does not exist in JSON"),
        ("\"\\u12g4\"", "1:2 this escape sequence does not exist in JSON"),
        ("[NaN]", "1:2 expected a value"),
    ])
    func faultsHaveAPlace(text: String, fault: String) {
        #expect(self.fault(text) == fault)
    }

    @Test(arguments: ["01", "-", "-01", "1.", ".5", "1e", "1e+", "+1", "0x1", "1.e1", "--1"])
    func numbersAreStrict(text: String) {
        #expect(fault("[\(text)]") != nil)
        #expect(JSONNumber(text: text) == nil)
    }

    @Test(arguments: [
        "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800x\"", "\"\\ud800\\n\"", "\"\\ud800\\ud800\"", "\"\\ud800\\u",
    ])
    func surrogatesComeInPairs(text: String) {
        #expect(fault(text) != nil)
    }

    @Test func escapesMeanCharacters() throws {
        let text = #""\"\\\/\b\f\n\r\t\u0041\u00e9\u2028\ud83d\ude00""#
        #expect(try JSONValue(parsing: text).string == "\"\\/\u{8}\u{C}\n\r\tAé\u{2028}😀")
        #expect(try JSONValue(parsing: #""\u0000""#).string == "\0")
    }

    @Test func bytesHaveToBeUTF8() {
        let bad: [[UInt8]] = [
            [0xFF], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xE2, 0x82],
        ]
        for bytes in bad {
            #expect(throws: JSONSyntaxError.self, "\(bytes)") {
                try JSONValue(parsing: [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")])
            }
        }
    }

    @Test func depthIsLimited() throws {
        let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(fault(nested(128)) == nil)
        #expect(fault(nested(129)) == "1:129 arrays and objects are nested deeper than the limit")
        #expect(fault("[[1]]", limits: .init(depth: 1)) == "1:2 arrays and objects are nested deeper than the limit")
        #expect(fault("[1]", limits: .init(depth: 1)) == nil)
        #expect(fault("1", limits: .init(depth: 0)) == nil)
        // A million brackets cost time, not stack.
        #expect(fault(String(repeating: "[{\"a\":", count: 500_000)) != nil)
    }

    @Test func sizeIsLimited() {
        #expect(fault("[1]", limits: .init(bytes: 3)) == nil)
        #expect(fault("[1] ", limits: .init(bytes: 3)) == "1:1 the text is longer than the limit")
    }

    @Test func theFirstOfTwoNamesCounts() throws {
        let value = try JSONValue(parsing: #"{"a": 1, "b": 2, "a": 3}"#)
        #expect(value["a"] == 1)
        guard case .object(let members) = value else { return #expect(Bool(false), "no object") }
        #expect(members.names == ["a", "b", "a"])
        #expect(value.description == #"{"a":1,"b":2,"a":3}"#)
    }

    @Test func theOrderOfMembersMeansNothing() throws {
        let left = try JSONValue(parsing: #"{"a": 1, "b": [true, null]}"#)
        let right = try JSONValue(parsing: #"{"b": [true, null], "a": 1.0}"#)
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(try left != JSONValue(parsing: #"{"a": 1, "b": [null, true]}"#))
        #expect(try left != JSONValue(parsing: #"{"a": 1}"#))
    }

    @Test func pointersLeadToValues() throws {
        let value = try JSONValue(parsing: #"{"a": [{"b/c": 1}, {"m~n": 2}], "": 3}"#)
        #expect(value.value(at: "/a/0/b~1c") == 1)
        #expect(value.value(at: "/a/1/m~0n") == 2)
        #expect(value.value(at: "/") == 3)
        #expect(value.value(at: "") == value)
        for wrong in ["a", "/a/2", "/a/-1", "/a/b", "/b", "/a/0/b~1c/d"] {
            #expect(value.value(at: wrong) == nil, "\(wrong)")
        }
    }
}
