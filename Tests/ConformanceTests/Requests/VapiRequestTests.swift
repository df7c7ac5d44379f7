import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime
import TrunklineURLSession
import Vapi

/// The other operations of Vapi: method, path, query and body.
@Suite(.timeLimit(.minutes(5))) struct VapiRequestTests {
    private static let number: JSONValue = [
        "provider": "vapi", "id": "pn_1", "orgId": "org_1", "createdAt": "2026-04-14T16:22:05Z",
        "updatedAt": "2026-04-14T16:22:05Z",
    ]

    private func api(_ status: Int, _ body: JSONValue) throws -> LoopbackAPI {
        try LoopbackAPI(in: VapiClient.Server.unitedStates, status, body)
    }

    private func client(_ api: LoopbackAPI) -> VapiClient {
        VapiClient(token: "key", server: .custom(api.url), transport: .urlSession())
    }

    @Test func createSendsTheProviderAndWhatIsSet() async throws {
        let api = try api(201, Self.number)
        let created = try await client(api).phoneNumbers.create(
            .vapi(.init(name: "Support", numberDesiredAreaCode: "415")))
        #expect(created.id == "pn_1")
        let request = try api.request()
        #expect(request.method == "POST")
        #expect(request.target == "/phone-number")
        #expect(request.header("Authorization") == "Bearer key")
        #expect(request.header("Content-Type") == "application/json")
        #expect(try request.json == ["provider": "vapi", "name": "Support", "numberDesiredAreaCode": "415"])
    }

    @Test func createOfEveryProviderNamesIt() async throws {
        let bodies: [(NewPhoneNumber, JSONValue)] = [
            (.byoPhoneNumber(.init(credentialID: "cr_1")), ["provider": "byo-phone-number", "credentialId": "cr_1"]),
            (
                .twilio(.init(number: "+1555", twilioAccountSid: "AC1")),
                ["provider": "twilio", "number": "+1555", "twilioAccountSid": "AC1"]
            ),
            (
                .vonage(.init(number: "+1555", credentialID: "cr_1")),
                ["provider": "vonage", "number": "+1555", "credentialId": "cr_1"]
            ),
            (.vapi(.init()), ["provider": "vapi"]),
            (
                .telnyx(.init(number: "+1555", credentialID: "cr_1")),
                ["provider": "telnyx", "number": "+1555", "credentialId": "cr_1"]
            ),
        ]
        for (body, expected) in bodies {
            let api = try api(201, Self.number)
            _ = try await client(api).phoneNumbers.create(body)
            #expect(try api.request().json == expected)
        }
    }

    @Test func createSendsNestedUnions() async throws {
        let api = try api(201, Self.number)
        let plan = TransferPlan(mode: .blindTransfer, timeout: 30)
        let destination = FallbackDestination.number(
            .init(message: .string("One moment."), number: "+1555", transferPlan: plan))
        let hook = PhoneNumberHook.callRinging(
            .init(filters: [.init(startsWith: ["91"])], do: [.say(.init(exact: "We are closed."))]))
        _ = try await client(api).phoneNumbers.create(
            .vapi(.init(fallbackDestination: destination, hooks: [hook])))
        let expected: JSONValue = [
            "provider": "vapi",
            "fallbackDestination": [
                "type": "number", "message": "One moment.", "number": "+1555",
                "transferPlan": ["mode": "blind-transfer", "timeout": 30],
            ],
            "hooks": [
                [
                    "on": "call.ringing", "filters": [["type": "startsWith", "key": "number", "startsWith": ["91"]]],
                    "do": [["type": "say", "exact": "We are closed."]],
                ]
            ],
        ]
        #expect(try api.request().json == expected)
    }

    @Test func updateSendsOnlyWhatIsSet() async throws {
        let api = try api(200, Self.number)
        _ = try await client(api).phoneNumbers.update(id: "pn_1", .init(name: "Sales", assistantID: .null))
        let request = try api.request()
        #expect(request.method == "PATCH")
        #expect(request.target == "/phone-number/pn_1")
        #expect(try request.json == ["name": "Sales", "assistantId": .null])
    }

    @Test func listWithoutFiltersHasNoQuery() async throws {
        let api = try api(200, [Self.number])
        let numbers = try await client(api).phoneNumbers.list()
        #expect(numbers.map(\.id) == ["pn_1"])
        let request = try api.request()
        #expect(request.method == "GET")
        #expect(request.target == "/phone-number")
        #expect(request.body.isEmpty)
    }

    @Test func listSendsDatesWithTheirOffset() async throws {
        let api = try api(200, [])
        let morning = try #require(Timestamp("2026-04-14T09:30:00+02:00"))
        let noon = try #require(Timestamp("2026-04-14T12:00:00.250Z"))
        let numbers = try await client(api).phoneNumbers.list(limit: 10, createdAtGt: morning, updatedAtLe: noon)
        #expect(numbers.isEmpty)
        let expected =
            "limit=10&createdAtGt=2026-04-14T09%3A30%3A00%2B02%3A00&updatedAtLe=2026-04-14T12%3A00%3A00.250Z"
        #expect(try api.request().target == "/phone-number?" + expected)
    }

    @Test func everyFilterOfTheListHasItsName() async throws {
        let api = try api(200, [])
        let times = (1...8).compactMap { Timestamp("2026-01-0\($0)T00:00:00Z") }
        _ = try await client(api).phoneNumbers.list(
            createdAtGt: times[0], createdAtLt: times[1], createdAtGe: times[2], createdAtLe: times[3],
            updatedAtGt: times[4], updatedAtLt: times[5], updatedAtGe: times[6], updatedAtLe: times[7])
        let names = ["createdAt", "updatedAt"].flatMap { name in ["Gt", "Lt", "Ge", "Le"].map { name + $0 } }
        let expected = zip(names, 1...8).map { "\($0)=2026-01-0\($1)T00%3A00%3A00Z" }
        #expect(try api.request().query == expected.joined(separator: "&"))
    }

    @Test func listPageSendsSearchAndOrder() async throws {
        let api = try api(
            200, ["results": [Self.number], "metadata": ["itemsPerPage": 20, "totalItems": 41, "currentPage": 3]])
        let page = try await client(api).phoneNumbers.listPage(
            search: "+1 555&é", page: 3, sortOrder: .asc, sortBy: .createdAt, limit: 20)
        #expect(page.results.map(\.id) == ["pn_1"])
        #expect(page.metadata.totalItems == 41)
        let request = try api.request()
        #expect(request.method == "GET")
        #expect(request.path == "/v2/phone-number")
        #expect(request.query == "search=%2B1%20555%26%C3%A9&page=3&sortOrder=ASC&sortBy=createdAt&limit=20")
    }

    @Test func deleteNamesTheNumber() async throws {
        let api = try api(200, Self.number)
        let deleted = try await client(api).phoneNumbers.delete(id: "a/b")
        #expect(deleted.id == "pn_1")
        let request = try api.request()
        #expect(request.method == "DELETE")
        #expect(request.target == "/phone-number/a%2Fb")
    }
}
