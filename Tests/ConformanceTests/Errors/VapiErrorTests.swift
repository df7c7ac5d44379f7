import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime
import TrunklineURLSession
import Vapi

/// The default error of Vapi, for every operation.
@Suite(.timeLimit(.minutes(5))) struct VapiErrorTests {
    private static let calls: [(String, @Sendable (PhoneNumbers) async throws -> Void)] = [
        ("getPhoneNumber", { _ = try await $0.get(id: "pn_1") }),
        ("listPhoneNumbers", { _ = try await $0.list() }),
        ("listPhoneNumbersPaginated", { _ = try await $0.listPage() }),
        ("createPhoneNumber", { _ = try await $0.create(.vapi(.init())) }),
        ("updatePhoneNumber", { _ = try await $0.update(id: "pn_1", .init()) }),
        ("deletePhoneNumber", { _ = try await $0.delete(id: "pn_1") }),
    ]

    private func error(
        _ status: Int, _ body: JSONValue, of call: (PhoneNumbers) async throws -> Void
    ) async throws -> APIError {
        let api = try LoopbackAPI(
            in: VapiClient.Server.unitedStates, status, body, headers: ["X-Request-ID: req_1"])
        let client = VapiClient(token: "key", server: .custom(api.url), transport: .urlSession())
        return try #require(await #expect(throws: APIError.self) { try await call(client.phoneNumbers) })
    }

    @Test func everyOperationHasTheDefaultError() async throws {
        let body: JSONValue = ["message": "Couldn't Find Phone Number", "error": "Not Found", "statusCode": 404]
        for (operation, call) in Self.calls {
            let error = try await error(404, body, of: call)
            #expect(error.kind == .documentedStatus)
            #expect(error.operationID == operation)
            #expect(error.status == .notFound)
            #expect(error.message == "Couldn't Find Phone Number")
            #expect(error.requestID == "req_1")
            #expect(try JSONValue(parsing: error.rawBody) == body)
            let typed = try #require(error.body(as: ErrorBody.self))
            #expect(typed.statusCode == 404)
            #expect(typed.error == "Not Found")
        }
    }

    @Test func errorWithoutMessageSaysItsKind() async throws {
        let error = try await error(401, ["error": "Unauthorized", "statusCode": 401]) { _ = try await $0.list() }
        #expect(error.message == "Unauthorized")
    }

    @Test func listOfMessagesIsJoinedAndKept() async throws {
        let body: JSONValue = ["message": ["name is too long", "provider is unknown"], "statusCode": 400]
        let error = try await error(400, body) { _ = try await $0.create(.vapi(.init())) }
        #expect(error.message == "name is too long; provider is unknown")
        #expect(try JSONValue(parsing: error.rawBody) == body)
    }

    @Test func createdIsNoSuccessOfAnUpdate() async throws {
        let error = try await error(201, ["id": "pn_1"]) { _ = try await $0.update(id: "pn_1", .init()) }
        #expect(error.status == .created)
        #expect(error.message == nil)
    }

    @Test func answerThatIsNotThePromisedOneIsADecodingError() async throws {
        let error = try await error(200, [["provider": "vapi", "id": 7]]) { _ = try await $0.list() }
        #expect(error.kind == .decoding)
        #expect(error.status == .ok)
        let issue = try #require(error.underlying as? DecodingIssue)
        #expect(issue.description == "[0].id: expected a string, found the number 7")
    }
}
