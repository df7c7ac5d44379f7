import Foundation
import IdentityCall
import Testing
import TrunklineRuntime
import TrunklineTesting
import Vapi

/// What is left out, what is null and what has a value are three different texts.
@Suite struct PatchBodyTests {
    /// The body that an update of a Vapi number sends.
    private func body(_ update: PhoneNumberUpdateInput) async throws -> String {
        let answer = try Repository.example("vapi/examples/get-phone-number.response.json")
        let mock = MockTransport { _ in .json(200, String(decoding: answer, as: UTF8.self)) }
        _ = try await VapiClient(token: "key", transport: mock).phoneNumbers.update(id: "1", update)
        return String(decoding: try #require(mock.requests.first?.body?.data), as: UTF8.self)
    }

    /// The body that an update of an IdentityCall number sends.
    private func body(_ update: VirtualNumberUpdate) async throws -> String {
        let answer = try Repository.example("identitycall/examples/update-virtual-number.response.json")
        let mock = MockTransport { _ in .json(200, String(decoding: answer, as: UTF8.self)) }
        _ = try await IdentityCallClient(token: "key", transport: mock).virtualNumbers.update(id: 7, update)
        return String(decoding: try #require(mock.requests.first?.body?.data), as: UTF8.self)
    }

    @Test func vapiIDsAreOmittedClearedOrSet() async throws {
        #expect(try await body(PhoneNumberUpdateInput()) == "{}")
        #expect(try await body(PhoneNumberUpdateInput(assistantID: nil)) == "{}")
        #expect(try await body(PhoneNumberUpdateInput(assistantID: .null)) == #"{"assistantId":null}"#)
        #expect(try await body(PhoneNumberUpdateInput(assistantID: "a_1")) == #"{"assistantId":"a_1"}"#)
        #expect(
            try await body(PhoneNumberUpdateInput(assistantID: .null, squadID: "s_1", workflowID: .null))
                == #"{"assistantId":null,"squadId":"s_1","workflowId":null}"#)
    }

    @Test func aVariableSetsAnID() async throws {
        let assistant = "a_1"
        #expect(try await body(PhoneNumberUpdateInput(assistantID: .value(assistant))) == #"{"assistantId":"a_1"}"#)
    }

    @Test func identityCallSettingsAreOmittedOrSet() async throws {
        #expect(try await body(VirtualNumberUpdate()) == "{}")
        #expect(try await body(VirtualNumberUpdate(name: "Sales")) == #"{"name":"Sales"}"#)
        #expect(try await body(VirtualNumberUpdate(active: false)) == #"{"active":false}"#)
        #expect(
            try await body(VirtualNumberUpdate(routingStrategy: .roundRobin)) == #"{"routing_strategy":"round_robin"}"#)
    }

    @Test func nullThatTheSpecificationDoesNotKnowCanBeSent() async throws {
        var update = VirtualNumberUpdate(active: true)
        update.otherMembers["name"] = .null
        #expect(try await body(update) == #"{"active":true,"name":null}"#)
    }

    @Test func theThreeTextsAreReadAsThreeValues() throws {
        func read(_ text: String) throws -> PhoneNumberUpdateInput { try JSONCodec.decode(from: Data(text.utf8)) }
        #expect(try read("{}").assistantID == nil)
        #expect(try read(#"{"assistantId":null}"#).assistantID == .some(.null))
        #expect(try read(#"{"assistantId":"a_1"}"#).assistantID == .some(.value("a_1")))
        #expect(try Set([read("{}"), read(#"{"assistantId":null}"#), read(#"{"assistantId":"a_1"}"#)]).count == 3)
    }

    @Test func theThreeTextsSurviveFoundation() throws {
        for text in ["{}", #"{"assistantId":null}"#, #"{"assistantId":"a_1"}"#] {
            let update = try JSONDecoder().decode(PhoneNumberUpdateInput.self, from: Data(text.utf8))
            #expect(try String(decoding: JSONEncoder().encode(update), as: UTF8.self) == text)
        }
    }

    @Test func aChangedMemberWinsOverAKeptNull() async throws {
        var update: VirtualNumberUpdate = try JSONCodec.decode(from: Data(#"{"name": null, "x": 1}"#.utf8))
        #expect(update.name == nil)
        #expect(try await body(update) == #"{"name":null,"x":1}"#)
        update.name = "Sales"
        #expect(try await body(update) == #"{"name":"Sales","x":1}"#)
        update.name = nil
        #expect(try await body(update) == #"{"name":null,"x":1}"#)
    }

    @Test func clearingTakesAValueBack() async throws {
        var update = PhoneNumberUpdateInput(name: "Sales", assistantID: "a_1")
        update.assistantID = .null
        #expect(try await body(update) == #"{"name":"Sales","assistantId":null}"#)
        update.assistantID = nil
        #expect(try await body(update) == #"{"name":"Sales"}"#)
    }
}
