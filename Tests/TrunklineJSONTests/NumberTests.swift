import Testing

@testable import TrunklineJSON

/// Numbers keep their text and mean one value each.
@Suite struct NumberTests {
    private func number(_ text: String) throws -> JSONNumber { try #require(JSONNumber(text: text)) }

    @Test(arguments: ["0", "-0", "1.10", "1E5", "123456789012345678901234567890", "0.1e-400", "-1e+9999"])
    func theTextIsKept(text: String) throws {
        #expect(try JSONValue(parsing: "[\(text)]").description == "[\(text)]")
        #expect(try number(text).text == text)
    }

    @Test(arguments: [
        ["1", "1.0", "10e-1", "0.1e1", "1e0", "1E+0", "1000e-3"],
        ["0", "-0", "0.0", "0e99", "-0.000e-7"],
        ["-120", "-1.2e2", "-0.12E3", "-12e1"],
        ["1e400", "10e399", "0.1e401"],
    ])
    func spellingsOfOneValueAreEqual(texts: [String]) throws {
        let first = try number(texts[0])
        for text in texts {
            #expect(try number(text) == first, "\(text)")
            #expect(try number(text).hashValue == first.hashValue, "\(text)")
        }
    }

    @Test(arguments: [
        ("1", "2"), ("1", "-1"), ("1", "1.0000000000000000000001"), ("9007199254740993", "9007199254740992"),
        ("1e400", "1e401"),
    ])
    func differentValuesAreNot(left: String, right: String) throws {
        #expect(try number(left) != number(right))
    }

    @Test(arguments: [
        ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min), ("60.0", 60), ("6e1", 60),
        ("9007199254740993", 9_007_199_254_740_993), ("-0", 0), ("0.0e5", 0), ("1200e-2", 12),
    ])
    func integersAreExact(text: String, value: Int64) throws {
        #expect(try number(text).integer(Int64.self) == value)
    }

    @Test(arguments: ["9223372036854775808", "-9223372036854775809", "1.5", "1e19", "1e-1", "1e999999999999999999999"])
    func whatIsNoInteger(text: String) throws {
        #expect(try number(text).integer(Int64.self) == nil)
    }

    @Test func widthsAreChecked() throws {
        #expect(try number("18446744073709551615").integer(UInt64.self) == .max)
        #expect(try number("-1").integer(UInt64.self) == nil)
        #expect(try number("2147483648").integer(Int32.self) == nil)
        #expect(try JSONValue(parsing: "18446744073709551615").int == nil)
    }

    @Test func hugeExponentsCostNothing() throws {
        let clock = ContinuousClock()
        let time = try clock.measure {
            for text in ["1e999999999", "1e-999999999", "-1e99999999999999999999", "0e999999999999999999999"] {
                let value = try number(text)
                _ = value.double
                _ = value.integer(Int.self)
                _ = value == 1
                _ = value.hashValue
            }
        }
        #expect(time < .seconds(1))
    }

    @Test func manyDigitsCostLittle() throws {
        let digits = String(repeating: "1234567890", count: 100_000)
        let clock = ContinuousClock()
        let time = try clock.measure {
            let value = try number(digits)
            #expect(value.integer(Int.self) == nil)
            #expect(value == (try number(digits + ".0")))
        }
        #expect(time < .seconds(5))
    }

    @Test(arguments: [
        ("1e308", 1e308), ("0.1", 0.1), ("-2.5e-3", -0.0025), ("5e-324", Double.leastNonzeroMagnitude), ("1e-400", 0),
        ("123456789.123456789", 123456789.123456789), ("3.0", 3),
    ])
    func doublesAreNearest(text: String, value: Double) throws {
        #expect(try number(text).double == value)
        #expect(try JSONValue(parsing: text).double == value)
    }

    @Test func doublesBeyondTheRangeAreNone() throws {
        #expect(try number("1e400").double == nil)
        #expect(try number("-1e400").double == nil)
        #expect(JSONNumber(Double.nan) == nil)
        #expect(JSONNumber(-Double.infinity) == nil)
        #expect(JSONNumber(0.5)?.text == "0.5")
        #expect(JSONNumber(3.0)?.text == "3")
        #expect(JSONNumber(-0.0)?.text == "-0.0")
    }

    @Test(arguments: ["", " 1", "1 ", "1\n", "[1]", "true", "1,", "\"1\"", "NaN", "Infinity", "1 2"])
    func otherTextsAreNoNumbers(text: String) {
        #expect(JSONNumber(text: text) == nil)
    }
}
