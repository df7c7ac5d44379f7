import Foundation
import Testing
import TrunklineRuntime
import TrunklineTesting

@Suite struct MockTransportTests {
    @Test func answersByOperationAndRecords() async throws {
        let mock = MockTransport()
        mock.on(GetVirtualNumber.self, .json(200, #"{"data": {"id": 7}}"#))
        mock.on(PurchaseNumber.self) { request in
            #expect(request.operationID == "purchaseNumber")
            #expect(!request.isRepeatable)
            return .empty(201)
        }
        let client = TelephonyClient(token: "t", transport: mock)
        #expect(try await client.virtualNumbers.get(id: 7).id == 7)
        _ = try await client.send(PurchaseNumber(), options: .init(timeout: .seconds(9)))
        #expect(mock.requests.map(\.operationID) == ["getVirtualNumber", "purchaseNumber"])
        #expect(mock.requests.map(\.isRepeatable) == [true, false])
        #expect(mock.requests.map(\.timeout) == [.seconds(60), .seconds(9)])
        #expect(mock.requests.first?.request.headerFields[.authorization] == "Bearer t")
        #expect(mock.requests.first?.request.authority == "api.example.com")
        #expect(mock.requests.first?.request.path == "/api/v1/public/virtual_numbers/7")
    }

    @Test func answersInOrderAndRepeatsTheLast() async throws {
        let mock = MockTransport()
        mock.on(PurchaseNumber.self, .empty(503), .empty(204))
        let client = TelephonyClient(token: "t", transport: mock)
        await #expect(throws: APIError.self) { try await client.send(PurchaseNumber()) }
        for _ in 1...2 { _ = try await client.send(PurchaseNumber()) }
        #expect(mock.requests.count == 3)
    }

    @Test func faultsAndDelaysAreAnswers() async throws {
        let mock = MockTransport()
        mock.on(
            GetVirtualNumber.self, .failure(.connectionLost), .json(503, "{}"),
            .response(.json(200, ErrorBody(error: "x"))).delayed(by: .milliseconds(30)))
        mock.on(PurchaseNumber.self, .failure(.timedOut), .empty(204))
        let client = TelephonyClient(
            token: "t", transport: mock, configuration: .init(retryPolicy: .init(baseDelay: .milliseconds(1))))
        let start = ContinuousClock.now
        let error = await #expect(throws: APIError.self) { try await client.virtualNumbers.get(id: 7) }
        #expect(error?.kind == .decoding)
        #expect(error?.attempts == 3)
        #expect(ContinuousClock.now - start >= .milliseconds(30))
        let timeout = await #expect(throws: APIError.self) { try await client.send(PurchaseNumber()) }
        #expect(timeout?.kind == .timeout)
        #expect(mock.requests(of: GetVirtualNumber.self).count == 3)
        #expect(mock.requests(of: PurchaseNumber.self).count == 1)
        let refused = MockTransport()
        refused.on(PurchaseNumber.self, .failure(.connectionRefused), .empty(204))
        _ = try await TelephonyClient(token: "t", transport: refused).send(PurchaseNumber())
        #expect(refused.requests.count == 2)
        let slow = MockTransport()
        slow.on(PurchaseNumber.self, .empty(204).delayed(by: .seconds(60)))
        let task = Task { try await TelephonyClient(token: "t", transport: slow).send(PurchaseNumber()) }
        while slow.requests.isEmpty { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func bodiesOfRequestsAreValues() async throws {
        let mock = MockTransport()
        mock.on(UpdateVirtualNumber.self, .json(200, #"{"data": {"id": 7}}"#))
        let client = TelephonyClient(token: "t", transport: mock)
        let number = VirtualNumber(id: 7, name: "Sales")
        _ = try await client.send(UpdateVirtualNumber(id: 7, body: number))
        let request = try #require(mock.requests(of: UpdateVirtualNumber.self).first)
        #expect(try await request.json() == number)
        await #expect(throws: DecodingIssue.self) { try await request.json(as: [Int].self) }
    }

    @Test func laterAnswerReplacesAnEarlierOne() async throws {
        let mock = MockTransport()
        mock.on(PurchaseNumber.self, .empty(503))
        mock.on(PurchaseNumber.self) { _ in .empty(204) }
        _ = try await TelephonyClient(token: "t", transport: mock).send(PurchaseNumber())
        mock.on(PurchaseNumber.self, .empty(201))
        #expect(try await TelephonyClient(token: "t", transport: mock).send(PurchaseNumber()).status == .created)
    }

    @Test func unexpectedRequestIsAClearError() async throws {
        let mock = MockTransport()
        mock.on(PurchaseNumber.self, .empty(204))
        let error = await #expect(throws: APIError.self) {
            try await TelephonyClient(token: "t", transport: mock).virtualNumbers.get(id: 7)
        }
        #expect(error?.kind == .transport)
        #expect(error?.underlying is UnexpectedRequest)
        let text = "MockTransport has no answer for getVirtualNumber: GET /api/v1/public/virtual_numbers/7"
        #expect(error?.description == "getVirtualNumber: \(text); it has answers for: purchaseNumber")
    }

    @Test func handlerMayThrowWhatATransportThrows() async throws {
        let mock = MockTransport { _ in throw TransportFailure(.timeout, "too slow") }
        let error = await #expect(throws: APIError.self) {
            try await TelephonyClient(token: "t", transport: mock).send(PurchaseNumber())
        }
        #expect(error?.kind == .timeout)
        let cancelled = MockTransport { _ in throw CancellationError() }
        await #expect(throws: CancellationError.self) {
            try await TelephonyClient(token: "t", transport: cancelled).send(PurchaseNumber())
        }
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, true), (.head, true), (.put, true), (.delete, true), (.options, true), (.trace, true),
        (.post, false), (.patch, false), (.connect, false),
    ])
    func methodDecidesWhetherItMayArriveTwice(_ method: HTTPRequest.Method, _ expected: Bool) {
        #expect(OperationMetadata("x", method, "/x").isIdempotent == expected)
        #expect(OperationMetadata("x", method, "/x", idempotent: !expected).isIdempotent == !expected)
    }
}
