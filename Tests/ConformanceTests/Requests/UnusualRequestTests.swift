import Foundation
import IdentityCall
import Testing
import TrunklineRuntime
import TrunklineURLSession
import Vapi

/// Requests with what the specification does not know, or seldom sees.
@Suite(.timeLimit(.minutes(5))) struct UnusualRequestTests {
    private func sent(_ body: NewPhoneNumber) async throws -> JSONValue? {
        let answer = try Repository.exampleValue("vapi/examples/get-phone-number.response.json")
        let api = try LoopbackAPI(in: VapiClient.Server.unitedStates, 201, answer)
        let client = VapiClient(token: "key", server: .custom(api.url), transport: .urlSession())
        _ = try await client.phoneNumbers.create(body)
        return try api.request().json
    }

    @Test func providerThatIsNotKnownYetCanBeSent() async throws {
        let json: JSONValue = ["provider": "plivo", "number": "+1555", "plivoAuthId": "MA1"]
        #expect(try await sent(.unknown(.init(tag: "plivo", json: json))) == json)
    }

    @Test func destinationThatIsNotKnownYetCanBeSent() async throws {
        let json: JSONValue = ["type": "assistant", "assistantName": "Night"]
        let destination = try JSONCodec.convert(json, to: FallbackDestination.self)
        #expect(
            try await sent(.vapi(.init(fallbackDestination: destination)))
                == ["provider": "vapi", "fallbackDestination": json])
    }

    @Test func memberThatIsNotKnownYetCanBeSent() async throws {
        var number = NewVapiPhoneNumber(name: "Support")
        number.otherMembers["addedLater"] = ["a": [1, 2.5, .null]]
        #expect(
            try await sent(.vapi(number))
                == ["provider": "vapi", "name": "Support", "addedLater": ["a": [1, 2.5, .null]]])
    }

    @Test(arguments: ["Zoë 📞 \u{200F}עברית", "a \"quoted\" \\ text", "line\nbreak\ttab\u{0}nul", "é vs e\u{301}"])
    func anyTextArrives(_ name: String) async throws {
        let json = try await sent(.vapi(.init(name: name)))
        let text = try #require(json?["name"]?.string)
        #expect(Array(text.unicodeScalars) == Array(name.unicodeScalars))
    }

    @Test(arguments: [Int.max, 0, -1])
    func anyIDArrives(_ id: Int) async throws {
        let answer = try Repository.exampleValue("identitycall/examples/get-virtual-number.response.json")
        let api = try LoopbackAPI(in: IdentityCallClient.Server.production, 200, answer)
        let client = IdentityCallClient(token: "key", server: .custom(api.url), transport: .urlSession())
        _ = try await client.virtualNumbers.get(id: id)
        #expect(try api.request().target == "/api/v1/public/virtual_numbers/\(id)")
    }

    @Test func operationsAreValues() async throws {
        let answer = try Repository.exampleValue("identitycall/examples/get-virtual-number.response.json")
        let api = try LoopbackAPI(in: IdentityCallClient.Server.production, 200, answer, headers: ["X-Request-ID: r1"])
        let client = IdentityCallClient(token: "key", server: .custom(api.url), transport: .urlSession())
        var operation = GetVirtualNumber(id: 7)
        operation.id = 8
        let response = try await client.send(operation)
        #expect(response.value.id == 7)
        #expect(response.requestID == "r1")
        #expect(try JSONValue(parsing: response.rawBody) == answer)
        #expect(try api.request().path == "/api/v1/public/virtual_numbers/8")
    }
}
