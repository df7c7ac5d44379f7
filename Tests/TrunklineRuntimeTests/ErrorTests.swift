import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime
import TrunklineTesting
import TrunklineURLSession

@Suite struct ErrorTests {
    /// The error of a call whose answer is given.
    private func failure(_ response: TransportResponse, id: Int = 7) async -> APIError? {
        let client = TelephonyClient(token: "secret-token", transport: MockTransport { _ in response })
        return await #expect(throws: APIError.self) { try await client.virtualNumbers.get(id: id) }
    }

    @Test func documentedErrorIsTyped() async throws {
        let text = #"{"error": "Resource not found"}"#
        let server = try LoopbackServer { _ in .json(404, text, headers: ["X-Request-ID: 8f2c"]) }
        let client = TelephonyClient(token: "t", server: .init(url: server.url), transport: .urlSession())
        do {
            _ = try await client.virtualNumbers.get(id: 7)
            Issue.record("the call succeeded")
        } catch let error as APIError where error.status == .notFound {
            #expect(error.kind == .documentedStatus)
            #expect(error.operationID == "getVirtualNumber")
            #expect(error.message == "Resource not found")
            #expect(error.body(as: ErrorBody.self) == ErrorBody(error: "Resource not found"))
            #expect(error.requestID == "8f2c")
            #expect(error.rawBody == Data(text.utf8))
            #expect(error.headers[.contentType] == "application/json")
            #expect(error.attempts == 1)
            #expect(error.description == "getVirtualNumber: 404 Not Found: Resource not found (request id 8f2c)")
            #expect(error.localizedDescription == error.description)
        }
    }

    @Test func rangeIsLessThanStatusAndArrayOfMessagesIsJoined() async throws {
        let error = await failure(.json(422, #"{"errors": ["Name is blank", "Priority is taken"]}"#))
        #expect(error?.kind == .documentedStatus)
        #expect(error?.body(as: ValidationBody.self)?.errors.count == 2)
        #expect(error?.body(as: ErrorBody.self) == nil)
        #expect(error?.message == "Name is blank; Priority is taken")
    }

    @Test func defaultErrorIsTyped() async throws {
        let client = TelephonyClient(token: "t", transport: MockTransport { _ in .json(500, #"{"error": "oops"}"#) })
        let error = await #expect(throws: APIError.self) {
            try await client.send(UpdateVirtualNumber(id: 1, body: VirtualNumber(id: 1)))
        }
        #expect(error?.kind == .documentedStatus)
        #expect(error?.body(as: ErrorBody.self)?.error == "oops")
    }

    @Test func undocumentedStatusKeepsWhatWasSaid() async throws {
        let error = await failure(.json(500, #"{"error": "boom"}"#))
        #expect(error?.kind == .undocumentedStatus)
        #expect(error?.message == "boom")
        #expect(error?.body == nil)
        #expect(error?.description == "getVirtualNumber: 500 Internal Server Error: boom")
        let silent = await failure(.empty(302))
        #expect(silent?.kind == .undocumentedStatus)
        #expect(silent?.description == "getVirtualNumber: 302 Found: the specification does not document this status")
    }

    @Test func documentedErrorWithAnotherBodyStillComesOut() async throws {
        let page = TransportResponse(
            HTTPResponse(status: 404, headerFields: [.contentType: "text/html"]), body: Data("<html>".utf8))
        let error = await failure(page)
        #expect(error?.kind == .documentedStatus)
        #expect(error?.body == nil)
        #expect(error?.message == nil)
        #expect(error?.rawBody == Data("<html>".utf8))
        #expect(await failure(.empty(503))?.kind == .documentedStatus)
    }

    @Test(arguments: [
        #"{"error": 5}"#, #"{"error": ""}"#, #"{"errors": [1]}"#, "[]", "", "{", "\u{FF}", #"{"errors": []}"#,
    ])
    func bodyWithoutMessage(_ text: String) async throws {
        #expect(await failure(.json(404, text))?.message == nil)
    }

    @Test func decodingFailureNamesThePath() async throws {
        let error = await failure(.json(200, #"{"data": {"id": "seven"}}"#, headers: [.xRequestID: "r1"]))
        #expect(error?.kind == .decoding)
        #expect(error?.status == .ok)
        #expect(error?.underlying is DecodingIssue)
        #expect(error?.description.contains("id") == true)
        #expect(error?.requestID == "r1")
        #expect(error?.rawBody.isEmpty == false)
        #expect(await failure(.json(200, #"{"other": {"id": 7}}"#))?.kind == .decoding)
        #expect(await failure(.json(200, ""))?.kind == .decoding)
    }

    @Test(arguments: [
        ("application/json; charset=utf-8", true), ("application/problem+json", true), ("text/json", true),
        ("Application/JSON", true), ("text/plain", true), (nil, true), ("text/html", false), ("application/xml", false),
    ])
    func contentTypeOfASuccess(_ type: String?, _ isRead: Bool) async throws {
        var response = TransportResponse.json(200, #"{"data": {"id": 7}}"#)
        response.response.headerFields[.contentType] = type
        let answer = response
        let client = TelephonyClient(token: "t", transport: MockTransport { _ in answer })
        guard !isRead else {
            #expect(try await client.virtualNumbers.get(id: 7).id == 7)
            return
        }
        let error = await failure(answer)
        #expect(error?.kind == .decoding)
        #expect(error?.description == "getVirtualNumber: 200 OK: the body is '\(type ?? "")', not JSON")
    }

    @Test func rawBodyIsBounded() async throws {
        let error = await failure(.json(500, String(repeating: "x", count: 100_000)))
        #expect(error?.rawBody.count == APIError.rawBodyLimit)
    }

    @Test func descriptionIsOneShortLine() async throws {
        let text = #"{"error": "first\nsecond\#(String(repeating: "x", count: 2_000))"}"#
        let description = try #require(await failure(.json(404, text))?.description)
        #expect(description.hasPrefix("getVirtualNumber: 404 Not Found: first second"))
        #expect(description.count < 600)
    }

    @Test func errorOfAnOperationOfOnesOwnIsWrapped() async throws {
        struct Strange: APIOperation {
            static let metadata = OperationMetadata("strange", .get, "/strange")
            func encode(into request: inout RequestEncoder) {}
            static func decode(_ response: ResponseDecoder) throws -> Int { throw Odd() }
            struct Odd: Error {}
        }
        let client = TelephonyClient(token: "t", transport: MockTransport { _ in .empty(200) })
        let error = await #expect(throws: APIError.self) { try await client.send(Strange()) }
        #expect(error?.kind == .decoding)
        #expect(error?.underlying is Strange.Odd)
    }

    @Test func severalShapesOfSuccess() async throws {
        let mock = MockTransport()
        mock.on(PlaceCall.self, .json(200, #"{"id": 7}"#), .json(202, #"{"job": "j1"}"#), .empty(204), .empty(404))
        let client = TelephonyClient(token: "t", transport: mock)
        #expect(try await client.send(PlaceCall()).value == .ok(VirtualNumber(id: 7)))
        #expect(try await client.send(PlaceCall()).value == .accepted("j1"))
        #expect(try await client.send(PlaceCall()).value == .noContent)
        let error = await #expect(throws: APIError.self) { try await client.send(PlaceCall()) }
        #expect(error?.kind == .documentedStatus)
    }

    @Test func bodiesThatAreNotJSON() async throws {
        let mock = MockTransport()
        let noText = TransportResponse(HTTPResponse(status: 200), body: Data([0xFF]))
        let bytes = TransportResponse(HTTPResponse(status: 201), body: Data([0xFF]))
        mock.on(Transcribe.self, TransportResponse(HTTPResponse(status: 200), body: Data("hé".utf8)), bytes, noText)
        let client = TelephonyClient(token: "t", transport: mock)
        #expect(try await client.send(Transcribe(audio: Data([1, 2]))).value == .text("hé"))
        #expect(try await client.send(Transcribe()).value == .bytes(Data([0xFF])))
        let error = await #expect(throws: APIError.self) { try await client.send(Transcribe()) }
        #expect(error?.description == "transcribe: 200 OK: the body is not UTF-8 text")
        #expect(mock.requests.map(\.body?.data) == [Data([1, 2]), nil, nil])
        #expect(mock.requests.map { $0.request.headerFields[.contentType] } == ["audio/wav", nil, nil])
        #expect(mock.requests.first?.request.headerFields[.accept] == "text/plain")
    }

    @Test func wholeResponseIsThere() async throws {
        let mock = MockTransport { _ in
            .json(200, #"{"data": {"id": 7, "name": "Sales"}}"#, headers: [.xRequestID: "r2"])
        }
        let response = try await TelephonyClient(token: "t", transport: mock).send(GetVirtualNumber(id: 7))
        #expect(response.value == VirtualNumber(id: 7, name: "Sales"))
        #expect(response.status == .ok)
        #expect(response.requestID == "r2")
        #expect(response.rawBody.isEmpty == false)
    }
}

extension HTTPField.Name {
    static var xRequestID: Self { Self("X-Request-ID") ?? .age }
}
