import Foundation
import LoopbackServer
import Testing
import TopCalls
import TrunklineRuntime
import TrunklineURLSession

/// The one error body of TopCalls, whatever the status.
@Suite(.timeLimit(.minutes(5))) struct TopCallsErrorTests {
    private static let problem: JSONValue = [
        "status": 400, "title": "Invalid request body", "detail": "Phone number must be in E.164 format",
        "errors": [["path": "phone_number", "message": "must be in E.164 format"]],
    ]

    private func error(_ answer: Answer) async throws -> APIError {
        let api = try LoopbackAPI(in: TopCallsClient.Server.production) { _ in answer }
        let client = TopCallsClient(token: "key", server: .custom(api.url), transport: .urlSession())
        return try #require(await #expect(throws: APIError.self) { try await client.phoneNumbers.get(id: "x") })
    }

    @Test(arguments: ["application/json", "application/problem+json", "application/problem+json; charset=utf-8"])
    func problemOfAnyMediaType(_ type: String) async throws {
        let text = Self.problem.description
        let error = try await error(
            .respond(Answer.message(400, text, headers: ["Content-Type: \(type)", "Request-Id: req_1"])))
        #expect(error.kind == .documentedStatus)
        #expect(error.status == .badRequest)
        #expect(error.operationID == "getPhoneNumber")
        #expect(error.message == "Phone number must be in E.164 format")
        #expect(error.requestID == "req_1")
        #expect(String(decoding: error.rawBody, as: UTF8.self) == text)
        let problem = try #require(error.body(as: Problem.self))
        #expect(problem.status == 400)
        #expect(problem.title == "Invalid request body")
        #expect(problem.errors?.map(\.path) == ["phone_number"])
        #expect(try JSONValue(parsing: JSONCodec.encode(problem)) == Self.problem)
    }

    @Test func problemWithoutDetailSaysItsTitle() async throws {
        let error = try await error(.json(404, #"{"status": 404, "title": "Not found"}"#))
        #expect(error.message == "Not found")
        #expect(error.body(as: Problem.self)?.detail == nil)
    }

    @Test func problemOfTheStandardKeepsTypeAndInstance() async throws {
        let error = try await error(
            .json(403, #"{"type": "https://example.com/scope", "title": "Forbidden", "instance": "/v1/x"}"#))
        let problem = try #require(error.body(as: Problem.self))
        #expect(problem.otherMembers.names == ["type", "instance"])
    }

    @Test func statusThatIsNoNumberLeavesTheBodyUntyped() async throws {
        let text = #"{"status": "bad", "detail": "No"}"#
        let error = try await error(.json(400, text))
        #expect(error.body(as: Problem.self) == nil)
        #expect(error.message == "No")
        #expect(String(decoding: error.rawBody, as: UTF8.self) == text)
    }
}
