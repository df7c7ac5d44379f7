import Testing

@testable import TrunklineJSON

/// What is written, and that it reads as the same.
@Suite struct WritingTests {
    @Test func controlCharactersQuotesAndBackslashesAreEscaped() {
        let text = "a\"b\\c/\u{0}\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F}\u{7F}é\u{2028}😀"
        #expect(
            JSONValue.string(text).description
                == "\"a\\\"b\\\\c/\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\u{7F}é\u{2028}😀\"")
    }

    @Test func everyPlaceOfAnEscapeIsFound() throws {
        // The writer looks at eight bytes at a time.
        for length in 0..<20 {
            for place in 0...length {
                var characters = Array(repeating: Character("x"), count: length)
                characters.insert("\"", at: place)
                let text = String(characters)
                #expect(try JSONValue(parsing: JSONValue.string(text).description).string == text)
            }
        }
    }

    @Test func valuesAreCompact() {
        let value: JSONValue = ["b": [1, 2.5, true, .null, "x"], "a": [:], "c": []]
        #expect(value.description == #"{"b":[1,2.5,true,null,"x"],"a":{},"c":[]}"#)
    }

    @Test func randomValuesReadAsTheyWereWritten() throws {
        var random = SeededGenerator(seed: 20_260_414)
        for round in 0..<2000 {
            let value = random.value(depth: 5)
            let text = value.description
            #expect(try JSONValue(parsing: text) == value, "round \(round): \(text)")
            #expect(try JSONValue(parsing: text).description == text, "round \(round): \(text)")
        }
    }

    @Test func randomBytesNeverStopTheReader() {
        var random = SeededGenerator(seed: 7)
        let alphabet = Array("{}[]\":,\\u0123eE+-.truefalsn \n\u{0}".utf8) + [0xC3, 0xA9, 0xFF, 0xF0]
        var accepted = 0
        for _ in 0..<50_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            guard let value = try? JSONValue(parsing: bytes) else { continue }
            accepted += 1
            #expect((try? JSONValue(parsing: value.description)) == value)
        }
        #expect(accepted > 100)
    }
}

/// Random values that are the same in every run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func value(depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &self) {
        case 0: .null
        case 1: .bool(.random(using: &self))
        case 2: .number(JSONNumber(Int64.random(in: .min ... .max, using: &self)))
        case 3: JSONNumber(Double(bitPattern: next())).map(JSONValue.number) ?? .null
        case 4, 5: .string(string())
        case 6: .array((0..<Int.random(in: 0..<5, using: &self)).map { _ in value(depth: depth - 1) })
        default: .object(members(depth: depth))
        }
    }

    private mutating func members(depth: Int) -> JSONMembers {
        var members = JSONMembers()
        for _ in 0..<Int.random(in: 0..<5, using: &self) { members[string()] = value(depth: depth - 1) }
        return members
    }

    private mutating func string() -> String {
        let scalars = (0..<Int.random(in: 0..<20, using: &self)).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0..<(Bool.random(using: &self) ? 0x80 : 0x11_0000), using: &self))
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
