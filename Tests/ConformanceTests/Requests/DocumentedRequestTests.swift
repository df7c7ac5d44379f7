import Foundation
import IdentityCall
import LoopbackServer
import Testing
import TopCalls
import TrunklineRuntime
import TrunklineURLSession
import Vapi

/// The client sends what the documented curl commands send.
@Suite(.timeLimit(.minutes(5))) struct DocumentedRequestTests {
    /// The requests of the five curl commands, with `key` as the key and the sample's id where the page has a template.
    static func documented(_ page: PageName) throws -> DocumentedRequest {
        let authorization = ["authorization": "Bearer key"]
        return switch page {
        case .getVirtualNumber: get("https://api.identitycall.ai/api/v1/public/virtual_numbers/7")
        case .listVirtualNumbers: get("https://api.identitycall.ai/api/v1/public/virtual_numbers")
        case .updateVirtualNumber:
            DocumentedRequest(
                method: "PATCH", url: "https://api.identitycall.ai/api/v1/public/virtual_numbers/7",
                headers: authorization.merging(["content-type": "application/json"]) { $1 },
                body: try Repository.exampleValue("identitycall/examples/update-virtual-number.request.json"))
        case .getTopCallsNumber: get("https://api.topcalls.ai/v1/phone-numbers/3c90c3cc-0d44-4b50-8888-8dd25736052a")
        case .getVapiNumber: get("https://api.vapi.ai/phone-number/id")
        }
        func get(_ url: String) -> DocumentedRequest {
            DocumentedRequest(method: "GET", url: url, headers: authorization, body: nil)
        }
    }

    @Test(arguments: PageName.allCases)
    func expectationIsThePages(_ name: PageName) throws {
        guard let page = try SharedPages.page(name) else { return }
        let request = page.request
        let expected = try Self.documented(name)
        let id = page.response["id"]?.string ?? ""
        #expect(request.method == expected.method)
        #expect(request.method == page.method)
        #expect(request.url.replacing("{phone_number_id}", with: id) == expected.url)
        #expect(request.body == expected.body)
        let headers = request.headers.mapValues { $0.replacing(/^Bearer \S+$/, with: "Bearer key") }
        #expect(headers == expected.headers)
    }

    @Test func getVirtualNumber() async throws {
        let api = try answer(
            IdentityCallClient.Server.production, "identitycall/examples/get-virtual-number.response.json")
        let client = IdentityCallClient(token: "key", server: .custom(api.url), transport: .urlSession())
        let number = try await client.virtualNumbers.get(id: 7)
        #expect(number.id == 7)
        try expect(api, sent: .getVirtualNumber, at: IdentityCallClient.Server.production)
    }

    @Test func listVirtualNumbers() async throws {
        let api = try answer(
            IdentityCallClient.Server.production, "identitycall/examples/list-virtual-numbers.response.json")
        let client = IdentityCallClient(token: "key", server: .custom(api.url), transport: .urlSession())
        let numbers = try await client.virtualNumbers.list()
        #expect(numbers.map(\.id) == [7, 8])
        try expect(api, sent: .listVirtualNumbers, at: IdentityCallClient.Server.production)
    }

    @Test func updateVirtualNumber() async throws {
        let api = try answer(
            IdentityCallClient.Server.production, "identitycall/examples/update-virtual-number.response.json")
        let client = IdentityCallClient(token: "key", server: .custom(api.url), transport: .urlSession())
        let number = try await client.virtualNumbers.update(
            id: 7,
            .init(name: "US Sales Line - Primary", active: true, recording: true, routingStrategy: .roundRobin))
        #expect(number.name == "US Sales Line - Primary")
        try expect(api, sent: .updateVirtualNumber, at: IdentityCallClient.Server.production)
    }

    @Test func getTopCallsNumber() async throws {
        let api = try answer(TopCallsClient.Server.production, "topcalls/examples/get-phone-number.response.json")
        let client = TopCallsClient(token: "key", server: .custom(api.url), transport: .urlSession())
        let number = try await client.phoneNumbers.get(id: "3c90c3cc-0d44-4b50-8888-8dd25736052a")
        #expect(number.source == .topcalls)
        try expect(api, sent: .getTopCallsNumber, at: TopCallsClient.Server.production)
    }

    @Test func getVapiNumber() async throws {
        let api = try answer(VapiClient.Server.unitedStates, "vapi/examples/get-phone-number.response.json")
        let client = VapiClient(token: "key", server: .custom(api.url), transport: .urlSession())
        let number = try await client.phoneNumbers.get(id: "id")
        #expect(number.id == "string")
        try expect(api, sent: .getVapiNumber, at: VapiClient.Server.unitedStates)
    }

    private func answer(_ server: some APIServer, _ example: String) throws -> LoopbackAPI {
        try LoopbackAPI(in: server, 200, Repository.exampleValue(example))
    }

    /// Compares what arrived with the curl command, the host aside.
    private func expect(_ api: LoopbackAPI, sent page: PageName, at server: some APIServer) throws {
        let request = try api.request()
        let expected = try Self.documented(page)
        let origin = try #require(URL(string: server.url)?.host)
        #expect(request.method == expected.method)
        #expect("https://\(origin)\(request.target)" == expected.url)
        #expect(try request.json == expected.body)
        for (name, value) in expected.headers { #expect(request.header(name) == value) }
        #expect(request.header("Accept") == "application/json")
        if expected.body == nil { #expect(request.header("Content-Type") == nil) }
    }
}
