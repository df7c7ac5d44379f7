import Foundation
import Testing
import TrunklineRuntime

/// Scalars, lists, maps and enumerations between JSON and Swift.
@Suite struct ScalarCodingTests {
    private func decode<Value: JSONCodable>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
        try JSONCodec.decode(from: Data(text.utf8))
    }

    private func text(_ value: some JSONCodable) throws -> String {
        String(decoding: try JSONCodec.encode(value), as: UTF8.self)
    }

    @Test(arguments: [
        ("9223372036854775807", Int64.max), ("-9223372036854775808", .min), ("60.0", 60), ("6e1", 60), ("0.0", 0),
        ("-0", 0),
        ("9007199254740993", 9_007_199_254_740_993), ("999999999999999999", 999_999_999_999_999_999),
        ("1000000000000000000", 1_000_000_000_000_000_000),
    ])
    func integersAreExact(text: String, value: Int64) throws {
        #expect(try decode(text, as: Int64.self) == value)
        #expect(try decode(text, as: Int.self) == Int(value))
        #expect(try decode(self.text(value), as: Int64.self) == value)
    }

    @Test func integersKeepToTheirWidth() throws {
        #expect(try decode("2147483647", as: Int32.self) == .max)
        #expect(try decode("18446744073709551615", as: UInt64.self) == .max)
        #expect(try text(UInt64.max) == "18446744073709551615")
        #expect(throws: DecodingIssue.self) { try decode("2147483648", as: Int32.self) }
        #expect(throws: DecodingIssue.self) { try decode("-1", as: UInt32.self) }
        #expect(throws: DecodingIssue.self) { try decode("9223372036854775808", as: Int.self) }
        #expect(throws: DecodingIssue.self) { try decode("1.5", as: Int.self) }
        #expect(throws: DecodingIssue.self) { try decode("\"1\"", as: Int.self) }
        #expect(throws: DecodingIssue.self) { try decode("true", as: Int.self) }
    }

    @Test(arguments: [
        0.1, -2.5e-3, 1e22, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 3, 123456789.12345679, 1e15,
        999999999999999.9,
    ])
    func doublesComeBack(value: Double) throws {
        #expect(try decode(text(value), as: Double.self) == value)
    }

    @Test func doublesBeyondTheRangeAreRefused() {
        #expect(throws: DecodingIssue.self) { try decode("1e400", as: Double.self) }
        #expect(throws: DecodingIssue.self) { try decode("1e39", as: Float.self) }
        #expect(throws: DecodingIssue.self) { try decode("null", as: Double.self) }
    }

    @Test func listsAndMapsTakeNulls() throws {
        #expect(try decode("[1, null]", as: [Int?].self) == [1, nil])
        #expect(try text([1, nil] as [Int?]) == "[1,null]")
        let map = try decode(#"{"b": null, "a": "x"}"#, as: [String: String?].self)
        #expect(map.count == 2)
        #expect(map["b"] == .some(nil))
        #expect(try text(map) == #"{"a":"x","b":null}"#)
        #expect(throws: DecodingIssue.self) { try decode("[1, null]", as: [Int].self) }
    }

    @Test func theFirstOfTwoMembersOfAMapCounts() throws {
        #expect(try decode(#"{"a": 1, "a": 2}"#, as: [String: Int].self) == ["a": 1])
    }

    @Test func nullableHasThreeStates() throws {
        #expect(try decode("null", as: Nullable<Int>.self) == .null)
        #expect(try decode("7", as: Nullable<Int>.self) == 7)
        #expect(try text(Nullable<String>.null) == "null")
        #expect(try text("x" as Nullable<String>) == "\"x\"")
        #expect((true as Nullable<Bool>).value == true)
        #expect((1.5 as Nullable<Double>).value == 1.5)
        #expect(Nullable<Int>.null.value == nil)
    }

    struct Mood: OpenEnumeration, Hashable, Codable {
        let rawValue: String
        static var happy: Self { Self(rawValue: "happy") }
        static var knownValues: [Self] { [.happy] }
    }

    enum Size: String, ClosedEnumeration { case small, large }

    @Test func enumerationsAreOpenOrClosed() throws {
        #expect(try decode("\"happy\"", as: Mood.self) == .happy)
        let unknown = try decode("\"sleepy\"", as: Mood.self)
        #expect((unknown.rawValue, unknown.isKnown, Mood.happy.isKnown) == ("sleepy", false, true))
        #expect(try text(unknown) == "\"sleepy\"")
        #expect(try decode("\"large\"", as: Size.self) == .large)
        #expect { try decode("\"huge\"", as: Size.self) } throws: {
            "\($0)" == #"expected one of "small", "large", found the string "huge""#
        }
    }

    @Test func unknownVariantsKeepEverything() throws {
        let variant = try decode(#"{"kind": "fish", "n": 1.10}"#, as: UnknownVariant.self)
        #expect(try text(variant) == #"{"kind":"fish","n":1.10}"#)
        #expect(variant == UnknownVariant(json: ["n": 1.1, "kind": "fish"]))
    }

    @Test func depthAndSizeAreLimited() {
        let deep = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
        #expect(throws: DecodingIssue.self) { try decode(deep, as: JSONValue.self) }
        #expect(throws: DecodingIssue.self) {
            try JSONCodec.decode(JSONValue.self, from: Data("[1]".utf8), limits: .init(bytes: 2))
        }
    }
}
