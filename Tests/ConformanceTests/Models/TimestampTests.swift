import Foundation
import IdentityCall
import Testing
import TopCalls
import TrunklineRuntime

/// Instants keep how they were written.
@Suite struct TimestampTests {
    private func call(_ text: String) throws -> RecentCall {
        try JSONCodec.decode(from: Data(#"{"id": 1, "created_at": "\#(text)"}"#.utf8))
    }

    @Test(arguments: [
        "2026-04-14T16:22:05Z", "2026-04-14T16:22:05.1Z", "2026-04-14T16:22:05.120Z", "2026-04-14T16:22:05.123456789Z",
        "2026-04-14T18:22:05+02:00", "2026-04-14T09:22:05.50-07:00", "2026-04-14T16:22:05+00:00",
        "2026-04-14T16:22:05-00:00", "1969-12-31T23:59:59.999Z", "2024-02-29T00:00:00Z", "0001-01-01T00:00:00Z",
    ])
    func fractionAndOffsetAreKept(_ text: String) throws {
        let call = try call(text)
        #expect(call.createdAt?.description == text)
        #expect(try JSONCodec.convert(call, to: JSONValue.self)["created_at"] == .string(text))
        let foundation = try JSONDecoder().decode(RecentCall.self, from: JSONEncoder().encode(call))
        #expect(foundation == call)
    }

    @Test func offsetAndFractionChangeTheInstant() throws {
        let plain = try #require(try call("2026-04-14T16:22:05Z").createdAt)
        let shifted = try #require(try call("2026-04-14T18:22:05+02:00").createdAt)
        let later = try #require(try call("2026-04-14T16:22:05.25Z").createdAt)
        #expect(plain.date == shifted.date)
        #expect(plain != shifted)
        #expect(later.date.timeIntervalSince(plain.date) == 0.25)
    }

    @Test(arguments: [
        "", "2026-04-14", "2026-04-14T16:22:05", "2026-13-01T00:00:00Z", "2025-02-29T00:00:00Z", "2026-04-14T24:00:00Z",
        "2026-04-14T16:22:05.Z", "1776183725",
    ])
    func otherTextsAreErrorsThatNameTheMember(_ text: String) {
        let issue = #expect(throws: DecodingIssue.self) { try call(text) }
        #expect(issue?.pathText == "created_at")
    }

    @Test func dateMakesATimestamp() throws {
        #expect(Timestamp(Date(timeIntervalSince1970: 1_776_183_725)).description == "2026-04-14T16:22:05Z")
        #expect(Timestamp(Date(timeIntervalSince1970: 0.5)).description == "1970-01-01T00:00:00.500Z")
    }
}
