import Foundation
import IdentityCall
import Testing
import TopCalls
import TrunklineRuntime
import Vapi

/// Models behave as plain Swift values do.
@Suite struct ModelTests {
    private func number(_ changes: (String, JSONValue)...) throws -> IdentityCall.VirtualNumber {
        let example = try Repository.exampleValue("identitycall/examples/get-virtual-number.response.json")
        let json = try changes.reduce(try #require(example["data"])) { try $0.replacing($1.0, with: $1.1) }
        return try JSONCodec.decode(from: json.data)
    }

    @Test func equalAfterARoundTrip() throws {
        let original = try number()
        let codec = try JSONCodec.decode(IdentityCall.VirtualNumber.self, from: JSONCodec.encode(original))
        let foundation = try JSONDecoder().decode(IdentityCall.VirtualNumber.self, from: JSONEncoder().encode(original))
        #expect(codec == original && foundation == original)
        #expect(Set([original, codec, foundation]).count == 1)
    }

    private static let differences: [(String, JSONValue)] = [
        ("/id", 8), ("/name", "Other"), ("/name", .null), ("/active", false), ("/routing_strategy", "x"),
        ("/stats/total_calls", 143), ("/operators/2/priority", 3), ("/operators", []),
        ("/recent_calls/0/created_at", "2026-04-14T16:22:06Z"), ("/new_member", 1),
    ]

    @Test(arguments: differences)
    func differentWhenAMemberDiffers(_ pointer: String, _ value: JSONValue) throws {
        let original = try number()
        let changed = try number((pointer, value))
        #expect(changed != original)
        #expect(Set([original, changed]).count == 2)
    }

    @Test func orderOfMembersMeansNothing() throws {
        let left: RecentCall = try JSONCodec.decode(from: Data(#"{"x": 1, "id": 7, "y": {"a": 1, "b": 2}}"#.utf8))
        let right: RecentCall = try JSONCodec.decode(from: Data(#"{"y": {"b": 2, "a": 1}, "id": 7, "x": 1.0}"#.utf8))
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left.otherMembers == right.otherMembers)
    }

    @Test func orderOfListsMatters() throws {
        let left: Vapi.Server = .init(encryptedPaths: ["a", "b"])
        #expect(left != Vapi.Server(encryptedPaths: ["b", "a"]))
        #expect(left == Vapi.Server(encryptedPaths: ["a", "b"]))
    }

    @Test func unionsCompareByVariantAndValue() throws {
        let transfer = HookAction.transfer(.init(destination: .sip(.init(sipURI: "sip:a@example.com"))))
        #expect(transfer == .transfer(.init(destination: .sip(.init(sipURI: "sip:a@example.com")))))
        #expect(transfer != .transfer(.init(destination: .sip(.init(sipURI: "sip:b@example.com")))))
        #expect(transfer != .say(.init(exact: "sip:a@example.com")))
        #expect(Message.string("a") != .customMessage(.init(content: "a")))
    }

    @Test func copiesAreIndependent() {
        var server = Vapi.Server(url: "https://example.com")
        let copy = server
        server.url = "https://example.org"
        server.otherMembers["x"] = 1
        #expect(copy.url == "https://example.com")
        #expect(copy.otherMembers.isEmpty)
        #expect(copy != server)
    }

    @Test func integersOf64BitsSurvive() throws {
        for id in [Int64.max, .min, (1 << 53) + 1] {
            let text = #"{"id":\#(id)}"#
            let preview: OperatorPreview = try JSONCodec.decode(from: Data(text.utf8))
            #expect(Int64(preview.id) == id)
            #expect(try String(decoding: JSONCodec.encode(preview), as: UTF8.self) == text)
            let foundation = try JSONDecoder().decode(OperatorPreview.self, from: Data(text.utf8))
            #expect(Int64(foundation.id) == id)
            #expect(try String(decoding: JSONEncoder().encode(foundation), as: UTF8.self) == text)
        }
    }

    @Test(arguments: ["9223372036854775808", "1.5", "1e400", "\"7\"", "true"])
    func numberThatIsNoIntegerIsAnError(_ text: String) {
        #expect(throws: DecodingIssue.self) {
            try JSONCodec.decode(OperatorPreview.self, from: Data(#"{"id": \#(text)}"#.utf8))
        }
    }

    @Test func integersWrittenAsDecimalsAreIntegers() throws {
        for text in ["60", "60.0", "6e1"] {
            let preview: OperatorPreview = try JSONCodec.decode(from: Data(#"{"id": \#(text)}"#.utf8))
            #expect(preview.id == 60)
        }
    }

    @Test func unknownNumbersKeepTheirText() throws {
        let text = #"{"id":7,"balance":123456789012345678901234567890.10}"#
        let preview: OperatorPreview = try JSONCodec.decode(from: Data(text.utf8))
        #expect(try String(decoding: JSONCodec.encode(preview), as: UTF8.self) == text)
    }

    @Test func unknownIntegersOf64BitsSurviveFoundation() throws {
        let text = #"{"id":7,"large":18446744073709551615,"small":-9223372036854775808,"ratio":0.1}"#
        let preview = try JSONDecoder().decode(OperatorPreview.self, from: Data(text.utf8))
        #expect(try JSONValue(parsing: JSONEncoder().encode(preview)) == JSONValue(parsing: text))
    }

    @Test func averagesMayBeFractions() throws {
        let changed = try number(("/stats/average_duration_seconds", 184.25))
        #expect(changed.stats.averageDurationSeconds == 184.25)
        #expect(try JSONCodec.convert(changed, to: JSONValue.self)["stats"]?["average_duration_seconds"] == 184.25)
    }

    @Test func constantsAreWrittenByInitialisers() throws {
        func text(_ value: some JSONCodable) throws -> String {
            try String(decoding: JSONCodec.encode(value), as: UTF8.self)
        }
        #expect(try text(NewPhoneNumber.vapi(.init())) == #"{"provider":"vapi"}"#)
        #expect(try text(NewVapiPhoneNumber(name: "a")) == #"{"name":"a","provider":"vapi"}"#)
        #expect(try text(SipDestination(sipURI: "sip:a@b")) == #"{"type":"sip","sipUri":"sip:a@b"}"#)
        #expect(try text(CustomMessage(content: "a")) == #"{"type":"custom-message","content":"a"}"#)
        #expect(try text(NoContextPlan()) == #"{"type":"none"}"#)
        #expect(
            try text(CallRingingFilter(startsWith: [])) == #"{"type":"startsWith","key":"number","startsWith":[]}"#)
    }

    @Test func numberThatIsNotFiniteCannotBeWritten() {
        let plan = TransferPlan(mode: .blindTransfer, timeout: .nan)
        let issue = #expect(throws: EncodingIssue.self) {
            try JSONCodec.encode(FallbackDestination.number(.init(number: "+1", transferPlan: plan)))
        }
        #expect(issue?.description.hasPrefix("transferPlan.timeout: ") == true)
        #expect(throws: EncodingError.self) { try JSONEncoder().encode(plan) }
    }
}
