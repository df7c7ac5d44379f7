import Foundation
import IdentityCall
import Testing
import TrunklineRuntime
import TrunklineTesting

/// Methods of IdentityCall return what is inside `data`.
@Suite struct EnvelopeTests {
    private func client(_ mock: MockTransport) -> IdentityCallClient {
        IdentityCallClient(token: "key", transport: mock)
    }

    @Test func documentedAnswersAreTakenOut() async throws {
        let mock = MockTransport()
        func example(_ name: String) throws -> TransportResponse {
            .json(200, try Repository.exampleValue("identitycall/examples/\(name).response.json").description)
        }
        mock.on(GetVirtualNumber.self, try example("get-virtual-number"))
        mock.on(ListVirtualNumbers.self, try example("list-virtual-numbers"))
        mock.on(UpdateVirtualNumber.self, try example("update-virtual-number"))
        let numbers = client(mock).virtualNumbers
        #expect(try await numbers.get(id: 7).recentCalls.map(\.id) == [9981])
        #expect(try await numbers.list().map(\.name) == ["US Sales Line", "LT Support Line"])
        #expect(try await numbers.update(id: 7, .init(active: true)).routingStrategy == .roundRobin)
        #expect(mock.requests.map(\.operationID) == ["getVirtualNumber", "listVirtualNumbers", "updateVirtualNumber"])
    }

    @Test func membersBesideDataChangeNothing() async throws {
        let mock = MockTransport { _ in .json(200, #"{"meta": {"page": 1}, "data": [], "warnings": null}"#) }
        #expect(try await client(mock).virtualNumbers.list().isEmpty)
    }

    @Test func theWholeAnswerIsThereForTheAsking() async throws {
        let text = #"{"meta": {"page": 1}, "data": []}"#
        let mock = MockTransport { _ in .json(200, text, headers: [.eTag: "abc"]) }
        let response = try await client(mock).send(ListVirtualNumbers())
        #expect(response.value.isEmpty)
        #expect(response.status == .ok)
        #expect(response.headers[.eTag] == "abc")
        #expect(String(decoding: response.rawBody, as: UTF8.self) == text)
    }

    @Test(arguments: [
        ("{}", "data: the required member is missing"),
        (#"{"data": null}"#, "data: expected an array, found null"),
        (#"{"data": {}}"#, "data: expected an array, found an object"),
        (#"{"data": [{"id": "seven"}]}"#, #"data[0].id: expected an integer, found the string "seven""#),
        ("[]", "expected an object, found an array"),
    ])
    func answerWithoutTheListIsAnError(_ text: String, _ expected: String) async throws {
        let mock = MockTransport { _ in .json(200, text) }
        let error = await #expect(throws: APIError.self) { try await client(mock).virtualNumbers.list() }
        #expect(error?.kind == .decoding)
        #expect((error?.underlying as? DecodingIssue)?.description == expected)
        #expect(error.map { String(decoding: $0.rawBody, as: UTF8.self) } == text)
    }

    @Test func missingMemberIsNamedThroughTheClient() async throws {
        let json = try Repository.exampleValue("identitycall/examples/get-virtual-number.response.json")
            .removing([.member("data"), .member("operators"), .element(2), .member("id")])
        let mock = MockTransport { _ in .json(200, json.description) }
        let error = try #require(
            await #expect(throws: APIError.self) { try await client(mock).virtualNumbers.get(id: 7) })
        #expect(
            error.description == "getVirtualNumber: 200 OK: the body is not what the specification says: "
                + "data.operators[2].id: the required member is missing")
    }
}
