import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime
import TrunklineURLSession

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite(.timeLimit(.minutes(5))) struct TransportTests {
    private func client(_ url: String, _ configuration: ClientConfiguration = .init()) -> TelephonyClient {
        TelephonyClient(
            token: "t", server: .init(url: url), transport: .urlSession(), configuration: configuration)
    }

    /// A server that answers the first request on a connection and closes without an answer when it is used again.
    private func serverWithDyingConnections() throws -> LoopbackServer {
        try LoopbackServer { $0.target == "/things" ? .empty(204) : .close }
    }

    @Test func requestThatMustNotArriveTwiceArrivesOnce() async throws {
        let server = try serverWithDyingConnections()
        let client = client(server.url)
        _ = try await client.send(Probe { _ in })
        let error = await #expect(throws: APIError.self) { try await client.send(PurchaseNumber()) }
        #expect(error?.kind == .transport)
        #expect(error?.attempts == 1)
        #expect(server.requests.filter { $0.method == "POST" }.count == 1)
    }

    @Test func requestWithABodyDoesNotHangOnADeadConnection() async throws {
        let server = try serverWithDyingConnections()
        let client = client(server.url, .init(retryPolicy: .never))
        _ = try await client.send(Probe { _ in })
        let patch = await #expect(throws: APIError.self) {
            try await client.send(UpdateVirtualNumber(id: 7, body: VirtualNumber(id: 7)))
        }
        let put = await #expect(throws: APIError.self) {
            try await client.send(ReplaceNumber(body: VirtualNumber(id: 7)))
        }
        #expect(patch?.kind == .transport)
        #expect(put?.kind == .transport)
        #expect(server.requests.map(\.method) == ["GET", "PATCH", "PUT"])
    }

    #if canImport(FoundationNetworking)
        /// Why the transport takes a fresh connection: here the layer below sends a POST twice. When this fails, the rule of
        /// `URLSessionTransport` can be thought over.
        @Test func sharedSessionSendsAPostTwice() async throws {
            let server = try serverWithDyingConnections()
            let session = URLSession(configuration: .ephemeral)
            defer { session.invalidateAndCancel() }
            let root = try #require(URL(string: server.url))
            _ = try await session.data(from: root.appendingPathComponent("things"))
            var post = URLRequest(url: root.appendingPathComponent("purchase"))
            post.httpMethod = "POST"
            await #expect(throws: (any Error).self) { try await session.data(for: post) }
            #expect(server.requests.filter { $0.method == "POST" }.count == 2)
        }
    #endif

    @Test func requestsThatMayArriveTwiceShareAConnection() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let client = client(server.url)
        for _ in 1...3 { _ = try await client.send(Probe { _ in }) }
        // A connection may come back a little after its answer.
        #expect(server.requests.count == 3)
        #expect(Set(server.requests.map(\.connection)).count < 3)
    }

    @Test func cancelledCallEndsAtOnce() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer { _ in
            arrived.yield()
            return .hold
        }
        let client = client(server.url)
        for post in [true, false] {
            let task = Task {
                if post {
                    _ = try await client.send(PurchaseNumber())
                } else {
                    _ = try await client.virtualNumbers.get(id: 7)
                }
            }
            for await _ in arrivals.prefix(1) {}
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        #expect(server.requests.count == 2)
    }

    @Test func callOfACancelledTaskSendsNothing() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let client = client(server.url)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await client.send(PurchaseNumber())
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        let transport = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            let request = HTTPRequest(
                method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/things", headerFields: [:])
            return try await URLSessionTransport().send(
                TransportRequest(request, operationID: "probe", isRepeatable: true))
        }
        await #expect(throws: CancellationError.self) { try await transport.value }
        #expect(server.requests.isEmpty)
    }

    @Test func callOutOfTimeIsATimeout() async throws {
        let server = try LoopbackServer { _ in .hold }
        let client = client(server.url)
        let error = await #expect(throws: APIError.self) {
            try await client.virtualNumbers.get(id: 7, options: .init(timeout: .milliseconds(50)))
        }
        #expect(error?.kind == .timeout)
        #expect(error?.status == nil)
        #expect(error?.description == "getVirtualNumber: no answer within 0.05 seconds")
        withExtendedLifetime(server) {}
    }

    @Test func callWithinItsTimeIsAnswered() async throws {
        let server = try LoopbackServer { _ in .json(200, #"{"data": {"id": 7}}"#) }
        let number = try await client(server.url).virtualNumbers.get(id: 7, options: .init(timeout: .seconds(50)))
        #expect(number.id == 7)
    }

    @Test func refusedConnectionIsATransportFailure() async throws {
        let port = try ClosedPort()
        let error = await #expect(throws: APIError.self) { try await client(port.url).virtualNumbers.get(id: 7) }
        #expect(error?.kind == .transport)
        #expect(error?.underlying is URLError)
        #expect(error?.status == nil)
        withExtendedLifetime(port) {}
    }

    @Test func answerThatIsCutShortIsATransportFailure() async throws {
        let server = try LoopbackServer { _ in
            .respondAndClose(Data("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\"".utf8))
        }
        let error = await #expect(throws: APIError.self) { try await client(server.url).virtualNumbers.get(id: 7) }
        #expect(error?.kind == .transport)
    }

    @Test(arguments: ["garbage\r\n\r\n", "HTTP/1.1 9999 X\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 000 X\r\n\r\n"])
    func answerThatIsNotHTTPIsAFailure(_ bytes: String) async throws {
        let server = try LoopbackServer { _ in .respondAndClose(Data(bytes.utf8)) }
        await #expect(throws: APIError.self) { try await client(server.url).virtualNumbers.get(id: 7) }
    }

    @Test func answerOverTheLimitIsRefused() async throws {
        let server = try LoopbackServer { request in
            let body = String(repeating: "x", count: request.target == "/things" ? 1_000 : 1_001)
            return .respond(Answer.message(200, body))
        }
        let client = client(server.url, .init(responseLimit: 1_000))
        #expect(try await client.send(Probe { _ in }).rawBody.count == 1_000)
        let error = await #expect(throws: APIError.self) { try await client.virtualNumbers.get(id: 7) }
        #expect(error?.kind == .responseTooLarge)
        #expect(error?.description == "getVirtualNumber: the body has more than 1000 bytes")
    }

    @Test func limitCountsBytesAfterDecompression() async throws {
        // A thousand times `x`, by gzip.
        let body = try #require(Data(base64Encoded: "H4sIAAAAAAACA6uoGAWjYBQMdwAA5slBO+gDAAA="))
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n"
        let server = try LoopbackServer { _ in .respond(Data(head.utf8) + body) }
        let response = try await client(server.url).send(Probe { _ in })
        #expect(response.rawBody == Data(repeating: UInt8(ascii: "x"), count: 1_000))
        let error = await #expect(throws: APIError.self) {
            try await client(server.url, .init(responseLimit: 999)).send(Probe { _ in })
        }
        #expect(error?.kind == .responseTooLarge)
    }

    @Test func longestTimeoutIsNoTrap() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        for seconds in [Int64.max, 1_000_000_000_000] {
            _ = try await client(server.url).send(PurchaseNumber(), options: .init(timeout: .seconds(seconds)))
        }
        for duration in [Duration.zero, .seconds(-1)] {
            await #expect(throws: APIError.self) {
                let silent = try LoopbackServer { _ in .hold }
                _ = try await client(silent.url).send(PurchaseNumber(), options: .init(timeout: duration))
            }
        }
    }

    @Test func largeBodyArrivesWhole() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let name = String(repeating: "é", count: 1 << 20)
        _ = try await client(server.url).send(ReplaceNumber(body: VirtualNumber(id: 7, name: name)))
        let body = try #require(server.requests.first).body
        #expect(body.count > 2 << 20)
        #expect(try JSONCodec.decode(VirtualNumber.self, from: body).name == name)
    }

    @Test func optionsReplaceHeaders() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let tag = try #require(HTTPField.Name("X-Tag"))
        var headers: HTTPFields = [.accept: "text/csv", tag: "a"]
        headers.append(HTTPField(name: tag, value: "b"))
        _ = try await client(server.url).send(PurchaseNumber(), options: .init(headers: headers))
        let request = try #require(server.requests.first)
        #expect(request.header("Accept") == "text/csv")
        #expect(request.header("X-Tag")?.filter { $0 != " " } == "a,b")
        #expect(request.header("Authorization") == "Bearer t")
    }

    @Test func manyCallsAtOnce() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let client = client(server.url)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<40 {
                group.addTask {
                    if index.isMultiple(of: 2) {
                        _ = try await client.send(PurchaseNumber())
                    } else {
                        _ = try await client.send(Probe { _ in })
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(server.requests.count == 40)
    }
}
