import Foundation
import IdentityCall
import Testing
import TopCalls
import TrunklineRuntime
import Vapi

/// Every documented answer decodes, means what the page says, and encodes back to equal JSON.
@Suite struct DocumentedResponseTests {
    @Test(arguments: try ResponseFixture.documented())
    func survivesTheCodec(_ fixture: ResponseFixture) throws {
        #expect(try fixture.codec(fixture.json) == fixture.json)
    }

    @Test(arguments: try ResponseFixture.documented())
    func survivesFoundation(_ fixture: ResponseFixture) throws {
        #expect(try fixture.foundation(fixture.json) == fixture.json)
    }

    @Test(arguments: try ResponseFixture.all())
    func whatThePagesDoNotShowSurvives(_ fixture: ResponseFixture) throws {
        #expect(try fixture.codec(fixture.json) == fixture.json)
        #expect(try fixture.foundation(fixture.json) == fixture.json)
    }

    @Test func theBytesOfTheFileDecode() throws {
        let data = try Repository.example("identitycall/examples/get-virtual-number.response.json")
        let number = try JSONCodec.decode(IdentityCall.VirtualNumber.self, from: data, at: "data")
        #expect(number.id == 7)
        #expect(number.phoneNumber == "+15551234567")
        #expect(number.name == "US Sales Line")
        #expect(number.countryCode == "US")
        #expect(number.active && number.recording && !number.aiReceptionistEnabled)
        #expect(number.routingStrategy == .priority)
        #expect(number.stats.totalCalls == number.stats.answeredCalls + number.stats.missedCalls)
        #expect(number.stats.averageDurationSeconds == 184)
        #expect(number.operators.map(\.priority) == [0, 1, 2])
        #expect(number.operators.map(\.initials) == ["AC", "BD", "CE"])
        #expect(number.availableOperators.map(\.name) == ["Eva Frank"])
        let call = try #require(number.recentCalls.first)
        #expect(call.callStatus == .answered)
        #expect(call.direction == .inbound)
        #expect(call.transcriptSummary == nil)
        #expect(call.createdAt?.date == Date(timeIntervalSince1970: 1_776_183_725))
    }

    @Test func theListHasBothNumbers() throws {
        let data = try Repository.example("identitycall/examples/list-virtual-numbers.response.json")
        let numbers = try JSONCodec.decode([IdentityCall.VirtualNumberSummary].self, from: data, at: "data")
        #expect(numbers.map(\.id) == [7, 8])
        #expect(numbers.map(\.operatorsCount) == [3, 1])
        #expect(numbers.map(\.aiReceptionistEnabled) == [false, true])
        #expect(numbers.last?.operators.first?.name == "Daiva Petrauskas")
    }

    @Test func theUpdatedNumberHasItsNewName() throws {
        let data = try Repository.example("identitycall/examples/update-virtual-number.response.json")
        let number = try JSONCodec.decode(IdentityCall.VirtualNumber.self, from: data, at: "data")
        #expect(number.name == "US Sales Line - Primary")
        #expect(number.routingStrategy == .roundRobin)
        #expect(number.operators.count == 1)
        #expect(number.availableOperators.isEmpty && number.recentCalls.isEmpty)
    }

    @Test func topCallsNumberHasEveryMember() throws {
        let data = try Repository.example("topcalls/examples/get-phone-number.response.json")
        let number = try JSONCodec.decode(TopCalls.PhoneNumber.self, from: data)
        let id = "3c90c3cc-0d44-4b50-8888-8dd25736052a"
        #expect(number.number == "+18005551234")
        #expect(number.source == .topcalls && number.status == .active)
        #expect([number.id, number.accountID] == [id, id])
        #expect([number.phoneNumberSid, number.voipCarrierSid, number.createdByUserID] == [id, id, id])
        #expect([number.carrierName, number.label, number.errorMessage] == ["<string>", "<string>", "<string>"])
        #expect(number.createdAt.description == "2023-11-07T05:31:56Z")
        #expect(number.updatedAt == number.createdAt)
        #expect(number.otherMembers.isEmpty)
    }

    @Test func vapiNumberIsRead() throws {
        let data = try Repository.example("vapi/examples/get-phone-number.response.json")
        guard case .byoPhoneNumber(let number) = try JSONCodec.decode(Vapi.PhoneNumber.self, from: data) else {
            return #expect(Bool(false), "the number is not one of byo-phone-number")
        }
        #expect(number.provider == "byo-phone-number")
        #expect(number.status == .active)
        #expect(number.server?.backoffPlan?.excludedStatusCodes == [400, 401, 403, 404])
        #expect(number.server?.headers?.isEmpty == true)
        guard case .number(let destination) = number.fallbackDestination else {
            return #expect(Bool(false), "the destination is not a number")
        }
        #expect(destination.message == .string("string"))
        #expect(destination.transferPlan?.mode == .blindTransfer)
        #expect(destination.transferPlan?.sipVerb == .refer)
        #expect(destination.transferPlan?.summaryPlan?.messages == [[:]])
        #expect(destination.transferPlan?.contextEngineeringPlan == .lastNMessages(.init(maxMessages: 1.1)))
    }

    @Test func emptyObjectForAMessageStaysOne() throws {
        let data = try Repository.example("vapi/examples/get-phone-number.response.json")
        let number = try JSONCodec.decode(Vapi.PhoneNumber.self, from: data)
        guard case .callRinging(let hook) = number.hooks?.first, case .transfer(let action) = hook.do.first else {
            return #expect(Bool(false), "the hook has no transfer")
        }
        let message = try #require(action.destination?.transferPlan?.fallbackPlan?.message)
        guard case .customMessage(let custom) = message else {
            return #expect(Bool(false), "the message is no object")
        }
        #expect(custom.type == nil)
        #expect(try String(decoding: JSONCodec.encode(message), as: UTF8.self) == "{}")
    }
}
