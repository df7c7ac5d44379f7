import Foundation
import Testing
import TrunklineRuntime

/// RFC 3339, section 5.6: what is read, what it means, and that it is written as it came.
@Suite struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-04-14T18:22:05Z", 1_776_190_925),
        ("2026-04-14T18:22:05+02:00", 1_776_183_725),
        ("2026-04-14T18:22:05-05:30", 1_776_210_725), ("1985-04-12T23:20:50.52Z", 482_196_050),
        ("1996-12-19T16:39:57-08:00", 851_042_397), ("1990-12-31T23:59:60Z", 662_687_999),
        ("1990-12-31T15:59:60-08:00", 662_687_999), ("1937-01-01T12:00:27.87+00:20", -1_041_337_173),
        ("2026-04-14t18:22:05z", 1_776_190_925), ("2026-04-14 18:22:05Z", 1_776_190_925),
        ("2000-02-29T00:00:00Z", 951_782_400),
        ("2026-04-14T18:22:05-00:00", 1_776_190_925), ("0000-01-01T00:00:00Z", -62_167_219_200),
        ("9999-12-31T23:59:59.999999999Z", 253_402_300_799), ("1969-12-31T23:59:59.5Z", -1),
        ("2026-04-14T18:22:05.120+23:59", 1_776_104_585),
    ])
    func textsMeanInstantsAndAreKept(text: String, seconds: Int64) throws {
        let timestamp = try #require(Timestamp(text))
        #expect(timestamp.seconds == seconds)
        #expect(timestamp.description == text)
        let json = Data("\"\(text)\"".utf8)
        let decoded: Timestamp = try JSONCodec.decode(from: json)
        #expect(decoded == timestamp)
        #expect(try JSONCodec.encode(decoded) == json)
        #expect(try JSONDecoder().decode([Timestamp].self, from: Data("[\"\(text)\"]".utf8)) == [timestamp])
    }

    @Test(arguments: [
        "", "2026-04-14", "2026-04-14T18:22Z", "2026-04-14T18:22:05", "2026-4-14T18:22:05Z", "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z",
        "2026-04-00T00:00:00Z",
        "2026-04-14T24:00:00Z", "2026-04-14T18:60:00Z", "2026-04-14T18:22:61Z", "2026-04-14T18:22:05.Z",
        "2026-04-14T18:22:05,5Z",
        "2026-04-14T18:22:05+2:00", "2026-04-14T18:22:05+0200", "2026-04-14T18:22:05+24:00",
        "2026-04-14T18:22:05+02:60",
        " 2026-04-14T18:22:05Z", "2026-04-14T18:22:05Z ", "2026-04-14T18:22:05ZZ", "+2026-04-14T18:22:05Z",
        "２026-04-14T18:22:05Z",
        "2026-04-14T18:22:05.5", "2026/04/14T18:22:05Z",
    ])
    func otherTextsAreRefused(text: String) {
        #expect(Timestamp(text) == nil)
        #expect(throws: DecodingIssue.self) { try JSONCodec.decode(Timestamp.self, from: Data("\"\(text)\"".utf8)) }
    }

    @Test func fractionsAreKeptToTheNanosecond() throws {
        let timestamp = try #require(Timestamp("2026-04-14T18:22:05.123456789Z"))
        #expect(timestamp.nanoseconds == 123_456_789)
        #expect(try #require(Timestamp("2026-04-14T18:22:05.10Z")).description == "2026-04-14T18:22:05.10Z")
        #expect(
            try #require(Timestamp("2026-04-14T18:22:05.1234567899Z")).description == "2026-04-14T18:22:05.123456789Z")
    }

    @Test func datesGoInAndOut() throws {
        let date = Date(timeIntervalSince1970: 1_776_190_925.25)
        #expect(Timestamp(date).description == "2026-04-14T18:22:05.250Z")
        #expect(Timestamp(date).date == date)
        #expect(Timestamp(Date(timeIntervalSince1970: -0.5)).description == "1969-12-31T23:59:59.500Z")
        #expect(Timestamp(Date(timeIntervalSince1970: 60)).description == "1970-01-01T00:01:00Z")
        #expect(Timestamp(.distantFuture).date == .distantFuture)
        for extreme in [Double.greatestFiniteMagnitude, -.greatestFiniteMagnitude] {
            #expect(Timestamp(Timestamp(Date(timeIntervalSince1970: extreme)).description) != nil)
        }
    }

    @Test func anEscapedTextIsTheSameTimestamp() throws {
        let timestamp: Timestamp = try JSONCodec.decode(from: Data(#""2026-04-14T18:22:05\u005a""#.utf8))
        #expect(timestamp == Timestamp("2026-04-14T18:22:05Z"))
    }

    @Test func everyDayOfFourCenturiesIsWrittenAsItIsRead() throws {
        for day in stride(from: Int64(-80_000), to: 80_000, by: 37) {
            let date = Date(timeIntervalSince1970: Double(day * 86_400))
            let text = Timestamp(date).description
            #expect(Timestamp(text)?.seconds == day * 86_400, "\(text)")
        }
    }
}
