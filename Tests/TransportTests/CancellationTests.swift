import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime
import Vapi

/// A task that is cancelled ends at once with `CancellationError`, and its connection with it.
@Suite(.timeLimit(.minutes(5))) struct CancellationTests {
    /// Where a call is when it is cancelled.
    struct Point: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: String
    }

    static let points = [
        Point(testDescription: "accepted and silent", bytes: ""),
        Point(testDescription: "in the status line", bytes: "HTTP/1."),
        Point(testDescription: "in the headers", bytes: "HTTP/1.1 200 OK\r\nContent-Le"),
        Point(testDescription: "before the body", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"),
        Point(testDescription: "in the body", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{"),
        Point(testDescription: "in a chunk", bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n[{"),
        Point(testDescription: "in the body of an error", bytes: "HTTP/1.1 503 No\r\nContent-Length: 100\r\n\r\n{"),
    ]

    @Test(arguments: Carrier.all, points)
    func cancelledCall(_ carrier: Carrier, _ point: Point) async throws {
        let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer { _ in
            .script { wire in
                if !point.bytes.isEmpty { wire.write(point.bytes) }
                arrival.yield()
                wire.waitForClose()
            }
        }
        let client = try carrier.client(server)
        for isOrder in [true, false] {
            let task = Task {
                if isOrder { _ = try await client.buy() } else { _ = try await client.phoneNumbers.list() }
            }
            for await _ in arrivals.prefix(1) {}
            let start = ContinuousClock.now
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(ContinuousClock.now - start < .seconds(240))
        }
        #expect(await server.waitForClients())
        #expect(server.requests.count == 2)
    }

    /// Neither made nor refused: packets are lost on the way, or the server accepts no more.
    @Test(arguments: Carrier.all) func connectionThatIsNeverMade(_ carrier: Carrier) async throws {
        let port = try FullPort()
        let client = carrier.client("\(carrier.isTLS ? "https" : "http")://127.0.0.1:\(port.port)")
        let error = await #expect(throws: APIError.self) {
            try await client.phoneNumbers.list(options: .init(timeout: .milliseconds(300), retryPolicy: .never))
        }
        #expect(error?.kind == .timeout)
        let task = Task { try await client.buy() }
        try await Task.sleep(for: .milliseconds(100))
        let start = ContinuousClock.now
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(ContinuousClock.now - start < .seconds(240))
        withExtendedLifetime(port) {}
    }

    @Test(arguments: Carrier.all)
    func callOfACancelledTask(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { _ in .json(200, "[]") }
        let client = try carrier.client(server)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await client.buy()
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(server.connectionCount == 0)
    }

    @Test(arguments: Carrier.all)
    func waitForARetry(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { _ in .json(503, "{}", headers: ["Retry-After: 30"]) }
        let client = try carrier.client(server)
        let task = Task { try await client.phoneNumbers.list() }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(server.requests.count == 1)
    }
}
