import Foundation
import Testing
import TrunklineRuntime
import TrunklineTesting

/// Notes what it sees, and what comes back.
private struct Recorder: Middleware {
    let name: String
    let notes: Locked<[String]>

    func call(
        _ request: TransportRequest, context: MiddlewareContext, next: Next
    ) async throws -> TransportResponse {
        try await note("call", request, context, next)
    }

    func attempt(
        _ request: TransportRequest, context: MiddlewareContext, next: Next
    ) async throws -> TransportResponse {
        try await note("attempt \(context.attempt)", request, context, next)
    }

    private func note(
        _ what: String, _ request: TransportRequest, _ context: MiddlewareContext, _ next: Next
    ) async throws -> TransportResponse {
        let isAuthorised = request.request.headerFields[.authorization] != nil
        notes.withLock { $0.append("\(name) \(what) \(context.operation.id)\(isAuthorised ? " authorised" : "")") }
        let response = try await next(request)
        notes.withLock { $0.append("\(name) \(what) \(response.response.status.code)") }
        return response
    }
}

@Suite struct MiddlewareTests {
    private let quick = RetryPolicy(baseDelay: .milliseconds(1))

    private func client(_ mock: MockTransport, _ middleware: any Middleware...) -> TelephonyClient {
        TelephonyClient(
            token: "t", transport: mock, configuration: .init(retryPolicy: quick, middleware: middleware))
    }

    @Test func callsAndAttemptsAreSeenFromOutsideIn() async throws {
        let mock = MockTransport()
        mock.on(GetVirtualNumber.self, .empty(503), .json(200, #"{"data": {"id": 7}}"#))
        let notes = Locked<[String]>([])
        let client = client(mock, Recorder(name: "a", notes: notes), Recorder(name: "b", notes: notes))
        _ = try await client.virtualNumbers.get(id: 7)
        #expect(
            notes.withLock { $0 } == [
                "a call getVirtualNumber", "b call getVirtualNumber",
                "a attempt 1 getVirtualNumber authorised", "b attempt 1 getVirtualNumber authorised",
                "b attempt 1 503", "a attempt 1 503",
                "a attempt 2 getVirtualNumber authorised", "b attempt 2 getVirtualNumber authorised",
                "b attempt 2 200", "a attempt 2 200", "b call 200", "a call 200",
            ])
    }

    @Test func middlewareChangesRequestsAndAnswers() async throws {
        struct Signature: Middleware {
            func attempt(
                _ request: TransportRequest, context: MiddlewareContext, next: Next
            ) async throws -> TransportResponse {
                var request = request
                request.request.headerFields[.userAgent] = "signed \(context.attempt)"
                var response = try await next(request)
                response.body = HTTPBody(#"{"data": {"id": 8}}"#)
                return response
            }
        }
        let mock = MockTransport { _ in .json(200, #"{"data": {"id": 7}}"#) }
        #expect(try await client(mock, Signature()).virtualNumbers.get(id: 7).id == 8)
        #expect(mock.requests.map { $0.request.headerFields[.userAgent] } == ["signed 1"])
    }

    @Test func middlewareAnswersInPlaceOfAServer() async throws {
        struct Cache: Middleware {
            func call(
                _ request: TransportRequest, context: MiddlewareContext, next: Next
            ) async throws -> TransportResponse { .json(200, #"{"data": {"id": 9}}"#) }
        }
        let mock = MockTransport()
        #expect(try await client(mock, Cache()).virtualNumbers.get(id: 7).id == 9)
        #expect(mock.requests.isEmpty)
    }

    @Test func whatAMiddlewareThrowsIsBelowTheError() async throws {
        struct Refused: Error {}
        struct Refusal: Middleware {
            let isCall: Bool
            func call(
                _ request: TransportRequest, context: MiddlewareContext, next: Next
            ) async throws -> TransportResponse {
                if isCall { throw Refused() }
                return try await next(request)
            }
            func attempt(
                _ request: TransportRequest, context: MiddlewareContext, next: Next
            ) async throws -> TransportResponse { throw Refused() }
        }
        for isCall in [true, false] {
            let mock = MockTransport()
            let error = await #expect(throws: APIError.self) {
                try await client(mock, Refusal(isCall: isCall)).virtualNumbers.get(id: 7)
            }
            #expect(error?.underlying is Refused)
            #expect(error?.attempts == 0)
        }
    }

    @Test func middlewareSeesTheErrorOfACallAndTheFailureOfAnAttempt() async throws {
        struct Witness: Middleware {
            let seen: Locked<[String]>
            func call(
                _ request: TransportRequest, context: MiddlewareContext, next: Next
            ) async throws -> TransportResponse {
                do { return try await next(request) } catch {
                    seen.withLock { $0.append("\(type(of: error))") }
                    throw error
                }
            }
            func attempt(
                _ request: TransportRequest, context: MiddlewareContext, next: Next
            ) async throws -> TransportResponse {
                do { return try await next(request) } catch {
                    seen.withLock { $0.append("\(type(of: error))") }
                    throw error
                }
            }
        }
        let seen = Locked<[String]>([])
        let mock = MockTransport { _ in throw TransportFailure(.connection, "lost") }
        await #expect(throws: APIError.self) { try await client(mock, Witness(seen: seen)).send(PurchaseNumber()) }
        #expect(seen.withLock { $0 } == ["TransportFailure", "APIError"])
    }

    @Test func contextHasTheDeadlineAndTheTag() async throws {
        struct Tagged: APIOperation {
            static let metadata = OperationMetadata("tagged", .get, "/tagged", tag: "Calls")
            func encode(into request: inout RequestEncoder) {}
            static func decode(_ response: ResponseDecoder) throws { try response.empty(204) }
        }
        struct Witness: Middleware {
            let contexts: Locked<[MiddlewareContext]>
            func attempt(
                _ request: TransportRequest, context: MiddlewareContext, next: Next
            ) async throws -> TransportResponse {
                contexts.withLock { $0.append(context) }
                return try await next(request)
            }
        }
        let contexts = Locked<[MiddlewareContext]>([])
        let client = client(MockTransport { _ in .empty(204) }, Witness(contexts: contexts))
        _ = try await client.send(Tagged(), options: .init(deadline: .seconds(600)))
        _ = try await client.send(Tagged())
        let seen = contexts.withLock { $0 }
        #expect(seen.map(\.operation.tag) == ["Calls", "Calls"])
        #expect(seen.map { $0.deadline != nil } == [true, false])
        #expect(seen.first?.deadline.map { $0 <= .now + .seconds(600) } == true)
    }
}
