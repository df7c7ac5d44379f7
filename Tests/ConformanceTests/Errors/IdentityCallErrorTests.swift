import Foundation
import IdentityCall
import LoopbackServer
import Testing
import TrunklineRuntime
import TrunklineURLSession

/// The documented errors of IdentityCall come out typed, with the server's words.
@Suite(.timeLimit(.minutes(5))) struct IdentityCallErrorTests {
    private let place = IdentityCallClient.Server.production

    /// The error of a call that is answered by an error.
    private func error(
        _ status: Int, _ body: JSONValue, of call: (VirtualNumbers) async throws -> Void
    ) async throws -> APIError {
        let api = try LoopbackAPI(in: place, status, body, headers: ["X-Request-ID: req_8f2c"])
        let client = IdentityCallClient(
            token: "key", server: .custom(api.url), transport: .urlSession(), configuration: .init(retryPolicy: .never))
        let error = await #expect(throws: APIError.self) { try await call(client.virtualNumbers) }
        let found = try #require(error)
        #expect(found.status?.code == status)
        #expect(found.kind == ((200..<300).contains(status) ? .undocumentedStatus : .documentedStatus))
        #expect(found.requestID == "req_8f2c")
        #expect(try JSONValue(parsing: found.rawBody) == body)
        #expect(found.attempts == 1)
        return found
    }

    @Test func unauthorizedList() async throws {
        let error = try await error(401, ["error": "Unauthorized"]) { _ = try await $0.list() }
        #expect(error.operationID == "listVirtualNumbers")
        #expect(error.message == "Unauthorized")
        #expect(error.body(as: ErrorBody.self)?.error == "Unauthorized")
        #expect(error.description == "listVirtualNumbers: 401 Unauthorized: Unauthorized (request id req_8f2c)")
    }

    @Test func forbiddenList() async throws {
        let error = try await error(403, ["error": "Forbidden"]) { _ = try await $0.list() }
        #expect(error.status == .forbidden)
        #expect(error.message == "Forbidden")
        #expect(error.body(as: ErrorBody.self)?.error == "Forbidden")
    }

    @Test func numberNotFound() async throws {
        let error = try await error(404, ["error": "Resource not found"]) { _ = try await $0.get(id: 99) }
        #expect(error.operationID == "getVirtualNumber")
        #expect(error.status == .notFound)
        #expect(error.message == "Resource not found")
        #expect(error.body(as: ErrorBody.self)?.errors == nil)
    }

    @Test func numberToUpdateNotFound() async throws {
        let error = try await error(404, ["error": "Resource not found"]) { _ = try await $0.update(id: 99, .init()) }
        #expect(error.operationID == "updateVirtualNumber")
        #expect(error.message == "Resource not found")
    }

    @Test func validationErrorOfOneMessage() async throws {
        let body: JSONValue = ["error": "Routing strategy is not included in the list"]
        let error = try await error(422, body) { _ = try await $0.update(id: 7, .init(name: "")) }
        #expect(error.status == .unprocessableContent)
        #expect(error.message == "Routing strategy is not included in the list")
        #expect(error.body(as: ErrorBody.self)?.error == error.message)
    }

    @Test func validationErrorOfSeveralMessages() async throws {
        let body: JSONValue = ["errors": ["Name is too long", "Active must be a boolean"]]
        let error = try await error(422, body) { _ = try await $0.update(id: 7, .init(name: "")) }
        #expect(error.message == "Name is too long; Active must be a boolean")
        let typed = try #require(error.body(as: ErrorBody.self))
        #expect(typed.error == nil)
        #expect(typed.errors == ["Name is too long", "Active must be a boolean"])
    }

    @Test func validationErrorWithoutMessages() async throws {
        let error = try await error(422, ["errors": []]) { _ = try await $0.update(id: 7, .init(name: "")) }
        #expect(error.message == nil)
        #expect(error.body(as: ErrorBody.self)?.errors == [])
        #expect(error.description == "updateVirtualNumber: 422 Unprocessable Content (request id req_8f2c)")
    }

    @Test func errorBodyKeepsWhatIsNotModelled() async throws {
        let body: JSONValue = ["error": "Forbidden", "required_permission": "read"]
        let error = try await error(403, body) { _ = try await $0.list() }
        let typed = try #require(error.body(as: ErrorBody.self))
        #expect(typed.otherMembers["required_permission"] == "read")
        #expect(try JSONValue(parsing: JSONCodec.encode(typed)) == body)
    }

    @Test(arguments: [418, 429, 500, 503])
    func statusThatNoPageListsIsTheDefault(_ status: Int) async throws {
        let error = try await error(status, ["error": "No luck"]) { _ = try await $0.get(id: 7) }
        #expect(error.message == "No luck")
        #expect(error.body(as: ErrorBody.self)?.error == "No luck")
    }

    @Test func errorPageOfAProxyIsKeptRaw() async throws {
        let page = "<html><h1>Bad Gateway</h1></html>"
        let api = try LoopbackAPI(in: place) { _ in
            .respond(Answer.message(502, page, headers: ["Content-Type: text/html", "CF-Ray: 7d1"]))
        }
        let client = IdentityCallClient(token: "key", server: .custom(api.url), transport: .urlSession())
        let error = await #expect(throws: APIError.self) { try await client.virtualNumbers.list() }
        #expect(error?.status == .badGateway)
        #expect(error?.body(as: ErrorBody.self) == nil)
        #expect(error?.message == nil)
        #expect(error?.requestID == "7d1")
        #expect(error.map { String(decoding: $0.rawBody, as: UTF8.self) } == page)
    }

    @Test func successThatIsNotDocumentedIsNoSuccess() async throws {
        let body: JSONValue = ["data": []]
        let error = try await error(202, body) { _ = try await $0.list() }
        #expect(error.status == .accepted)
        #expect(error.body(as: ErrorBody.self) == nil)
        #expect(error.message == nil)
    }
}
