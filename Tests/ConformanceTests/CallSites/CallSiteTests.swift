import Foundation
import IdentityCall
import LoopbackServer
import Testing
import TopCalls
import TrunklineURLSession
import Vapi

/// The documentation's call sites, all modules imported at once.
@Suite(.timeLimit(.minutes(5))) struct CallSiteTests {
    private let key = "key"
    private let vapiNumber = #"""
        {"provider": "vapi", "id": "pn_1", "orgId": "org_1", "createdAt": "2026-04-14T16:22:05Z",
        "updatedAt": "2026-04-14T16:22:05Z", "status": "active"}
        """#

    private func server(_ status: Int, _ text: String) throws -> (LoopbackServer, URL) {
        let server = try LoopbackServer { _ in .json(status, text) }
        return (server, try #require(URL(string: server.url)))
    }

    private func text(_ example: String) throws -> String {
        String(decoding: try Repository.example(example), as: UTF8.self)
    }

    /// The first call site; returns what it prints.
    private func describe(_ text: String) async throws -> [String] {
        var lines: [String] = []
        func print(_ words: Any...) { lines.append(words.map { "\($0)" }.joined(separator: " ")) }
        let (server, url) = try server(200, text)
        let vapi = VapiClient(token: key, server: .custom(url), transport: .urlSession())
        switch try await vapi.phoneNumbers.get(id: "pn_1") {
        case .twilio(let number): print(number.twilioAccountSid)
        case .unknown(let other): print(other.tag ?? "-", other.json)
        case let number: print(number.id, number.status?.rawValue ?? "-")
        }
        #expect(server.requests.map(\.target) == ["/phone-number/pn_1"])
        return lines
    }

    @Test func providersAreToldApart() async throws {
        let twilio = vapiNumber.replacing(
            #""provider": "vapi""#, with: #""provider": "twilio", "number": "+1555", "twilioAccountSid": "AC1""#)
        let plivo = vapiNumber.replacing(#""vapi""#, with: #""plivo""#)
        #expect(try await describe(twilio) == ["AC1"])
        #expect(try await describe(vapiNumber) == ["pn_1 active"])
        let lines = try await describe(plivo)
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix(#"plivo {"provider":"plivo","id":"pn_1""#) == true)
    }

    @Test func vapiNumberIsCreatedAndUpdated() async throws {
        let text = vapiNumber
        let server = try LoopbackServer { .json($0.method == "POST" ? 201 : 200, text) }
        let url = try #require(URL(string: server.url))
        let vapi = VapiClient(token: key, server: .custom(url), transport: .urlSession())
        let created = try await vapi.phoneNumbers.create(.vapi(.init(name: "Support", numberDesiredAreaCode: "415")))
        _ = try await vapi.phoneNumbers.update(id: created.id, .init(name: "Sales", assistantID: .null))
        #expect(server.requests.map(\.method) == ["POST", "PATCH"])
        #expect(server.requests.map(\.target) == ["/phone-number", "/phone-number/pn_1"])
        #expect(server.requests.last?.text == #"{"name":"Sales","assistantId":null}"#)
    }

    @Test func virtualNumbersAreListed() async throws {
        let (server, url) = try server(200, text("identitycall/examples/list-virtual-numbers.response.json"))
        let identityCall = IdentityCallClient(token: key, server: .custom(url), transport: .urlSession())
        let numbers = try await identityCall.virtualNumbers.list()
        let summaries: [VirtualNumberSummary] = numbers
        #expect(summaries.map(\.countryCode) == ["US", "LT"])
        #expect(server.requests.map(\.target) == ["/virtual_numbers"])
    }

    @Test func virtualNumberIsUpdated() async throws {
        let (server, url) = try server(200, text("identitycall/examples/update-virtual-number.response.json"))
        let identityCall = IdentityCallClient(token: key, server: .custom(url), transport: .urlSession())
        let line = try await identityCall.virtualNumbers.update(id: 7, .init(routingStrategy: .roundRobin))
        #expect(line.routingStrategy == .roundRobin)
        #expect(server.requests.first?.text == #"{"routing_strategy":"round_robin"}"#)
    }

    @Test func missingNumberIsCaughtByItsStatus() async throws {
        var lines: [String] = []
        func print(_ words: String...) { lines.append(words.joined(separator: " ")) }
        let (server, url) = try server(404, #"{"error": "Resource not found"}"#)
        let identityCall = IdentityCallClient(token: key, server: .custom(url), transport: .urlSession())
        do {
            _ = try await identityCall.virtualNumbers.get(id: 99)
        } catch let error as APIError where error.status == .notFound {
            print(error.message ?? "", error.operationID)
        }
        #expect(lines == ["Resource not found getVirtualNumber"])
        #expect(server.requests.map(\.target) == ["/virtual_numbers/99"])
    }

    @Test func topCallsNumberIsFetched() async throws {
        let (server, url) = try server(200, text("topcalls/examples/get-phone-number.response.json"))
        let topCalls = TopCallsClient(token: key, server: .custom(url), transport: .urlSession())
        let number = try await topCalls.phoneNumbers.get(id: "3c90c3cc-0d44-4b50-8888-8dd25736052a")
        #expect(number.number == "+18005551234")
        #expect(server.requests.map(\.target) == ["/v1/phone-numbers/3c90c3cc-0d44-4b50-8888-8dd25736052a"])
    }

    @Test func clientsAreMadeWithoutAServer() {
        let vapi = VapiClient(token: key, transport: .urlSession())
        let identityCall = IdentityCallClient(token: key, transport: .urlSession())
        let topCalls = TopCallsClient(token: key, transport: .urlSession())
        for client in [vapi, identityCall, topCalls] as [any Sendable] { #expect(!"\(client)".contains(key)) }
        #expect(VapiClient.Server.unitedStates.url == "https://api.vapi.ai")
        #expect(VapiClient.Server.europe.url == "https://api.eu.vapi.ai")
        #expect(IdentityCallClient.Server.production.url == "https://api.identitycall.ai/api/v1/public")
        #expect(TopCallsClient.Server.production.url == "https://api.topcalls.ai")
    }
}
