import Foundation
import IdentityCall
import Testing
import TopCalls
import TrunklineRuntime
import Vapi

/// What the specifications do not know yet decodes and encodes back.
@Suite struct UnknownValueTests {
    /// A fixture with one value replaced, written and read; what came of it has to be equal.
    private func example(_ path: String, _ changes: (String, JSONValue)...) throws -> JSONValue {
        try changes.reduce(Repository.exampleValue(path)) { try $0.replacing($1.0, with: $1.1) }
    }

    @Test func unknownRoutingStrategyCallStatusAndDirection() throws {
        let json = try example(
            "identitycall/examples/get-virtual-number.response.json", ("/data/routing_strategy", "least_busy"),
            ("/data/recent_calls/0/call_status", "voicemail"), ("/data/recent_calls/0/direction", "outbound"))
        let number = try JSONCodec.decode(IdentityCall.VirtualNumber.self, from: json.data, at: "data")
        #expect(number.routingStrategy.rawValue == "least_busy")
        #expect(!number.routingStrategy.isKnown)
        #expect(number.recentCalls.first?.callStatus == CallStatus(rawValue: "voicemail"))
        #expect(number.recentCalls.first?.direction?.rawValue == "outbound")
        #expect(try ["data": JSONValue(parsing: JSONCodec.encode(number))] == json)
    }

    @Test func unknownSourceAndStatus() throws {
        let json = try example(
            "topcalls/examples/get-phone-number.response.json", ("/source", "ported"), ("/status", "suspended"))
        let number = try JSONCodec.decode(TopCalls.PhoneNumber.self, from: json.data)
        #expect(number.source == .init(rawValue: "ported") && !number.source.isKnown)
        #expect(number.status.rawValue == "suspended" && !number.status.isKnown)
        #expect(try JSONValue(parsing: JSONCodec.encode(number)) == json)
    }

    @Test func unknownEnumerationValuesOfVapi() throws {
        let json = try example(
            "vapi/examples/get-phone-number.response.json", ("/status", "ported"),
            ("/fallbackDestination/transferPlan/mode", "cold-transfer"),
            ("/fallbackDestination/transferPlan/sipVerb", "invite"), ("/server/backoffPlan/type", "linear"))
        let number = try JSONCodec.decode(Vapi.PhoneNumber.self, from: json.data)
        #expect(number.status?.rawValue == "ported")
        #expect(number.fallbackDestination?.transferPlan?.mode.rawValue == "cold-transfer")
        #expect(number.fallbackDestination?.transferPlan?.sipVerb?.rawValue == "invite")
        #expect(number.server?.backoffPlan?.type.rawValue == "linear")
        #expect(try JSONValue(parsing: JSONCodec.encode(number)) == json)
    }

    @Test func closedEnumerationIsAnError() throws {
        let json: JSONValue = ["routing_strategy": "least_busy"]
        let issue = #expect(throws: DecodingIssue.self) {
            try JSONCodec.decode(VirtualNumberUpdate.self, from: json.data)
        }
        #expect(issue?.pathText == "routing_strategy")
        #expect(issue?.description.contains(#""priority", "round_robin", "simultaneous""#) == true)
    }

    @Test func unknownProviderKeepsWhatAllHave() throws {
        let json = try example(
            "vapi/examples/get-phone-number.response.json", ("/provider", "plivo"), ("/plivoAuthId", "MA1"))
        let number = try JSONCodec.decode(Vapi.PhoneNumber.self, from: json.data)
        guard case .unknown(let other) = number else { return #expect(Bool(false), "plivo is known") }
        #expect(other.tag == "plivo")
        #expect(other.json == json)
        #expect(other.json["plivoAuthId"] == "MA1")
        #expect(number.id == "string" && number.orgID == "string")
        #expect(number.status == .active)
        #expect(number.createdAt.description == "2024-01-15T09:30:00Z")
        #expect(number.server?.timeoutSeconds == 20)
        #expect(number.hooks?.count == 1)
        #expect(try JSONValue(parsing: JSONCodec.encode(number)) == json)
        #expect(try JSONDecoder().decode(Vapi.PhoneNumber.self, from: JSONEncoder().encode(number)) == number)
    }

    @Test func unknownDestination() throws {
        let json: JSONValue = ["type": "assistant", "assistantName": "Night", "description": "The night shift"]
        let destination = try JSONCodec.decode(FallbackDestination.self, from: json.data)
        guard case .unknown(let other) = destination else { return #expect(Bool(false), "assistant is known") }
        #expect(other.tag == "assistant")
        #expect(destination.description == "The night shift")
        #expect(try JSONValue(parsing: JSONCodec.encode(destination)) == json)
    }

    @Test func unknownHookActionPlanAndNewNumber() throws {
        let hook: JSONValue = ["on": "call.queued", "do": [["type": "wait"]]]
        guard case .unknown(let other) = try JSONCodec.decode(PhoneNumberHook.self, from: hook.data) else {
            return #expect(Bool(false), "call.queued is known")
        }
        #expect(other.tag == "call.queued" && other.json == hook)
        #expect(try roundTrip(hook, PhoneNumberHook.self) == hook)
        for json: JSONValue in [["type": "hangup", "after": 1.5], ["after": 2], "hangup", .null] {
            #expect(try roundTrip(json, HookAction.self) == json)
            #expect(try roundTrip(json, ContextEngineeringPlan.self) == json)
            #expect(try roundTrip(json, NewPhoneNumber.self) == json)
        }
    }

    @Test func messageOfAnUnknownKind() throws {
        for json: JSONValue in [["one", "two"], 7, true] {
            guard case .unknown(let other) = try JSONCodec.decode(Message.self, from: json.data) else {
                return #expect(Bool(false), "\(json) is known")
            }
            #expect(other.json == json)
            #expect(try roundTrip(json, Message.self) == json)
        }
    }

    private func roundTrip<Value: JSONCodable>(_ json: JSONValue, _ type: Value.Type) throws -> JSONValue {
        try JSONValue(parsing: JSONCodec.encode(JSONCodec.decode(type, from: json.data)))
    }
}
