#if AsyncHTTPClient
    import AsyncHTTPClient
    import EventStreams
    import Foundation
    import LoopbackServer
    import Testing
    import TrunklineAsyncHTTPClient
    import TrunklineRuntime
    import Vapi

    /// Whose connections a transport uses, and how they end.
    @Suite(.timeLimit(.minutes(5))) struct AsyncHTTPClientTests {
        /// A server that answers when it is told to, and says when it was asked.
        private static func server(_ isOpen: Locked<Bool>, _ asked: AsyncStream<Void>.Continuation) throws
            -> LoopbackServer
        {
            try LoopbackServer { _ in
                .script { wire in
                    asked.yield()
                    while !isOpen.withLock({ $0 }), wire.pause(milliseconds: 5) {}
                    wire.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]")
                }
            }
        }

        @Test func shutdownWaitsForCallsUnderWay() async throws {
            let isOpen = Locked(false)
            let (asked, ask) = AsyncStream.makeStream(of: Void.self)
            let server = try Self.server(isOpen, ask)
            let transport = AsyncHTTPClientTransport()
            let client = VapiClient(token: "key", server: .init(url: server.url), transport: transport)
            async let numbers = client.phoneNumbers.list()
            for await _ in asked.prefix(1) {}
            async let end: Void = transport.shutdown(within: .seconds(60))
            try await Self.refuses(client)
            await #expect(throws: APIError.self) { try await client.buy() }
            isOpen.withLock { $0 = true }
            #expect(try await numbers.isEmpty)
            try await end
            #expect(await server.waitForClients())
            #expect(server.requests.filter { $0.header("User-Agent") != Self.probe }.count == 1)
        }

        /// The user agent of calls that may have been sent or not.
        private static let probe = "probe"

        /// Waits until calls are not taken any more.
        private static func refuses(_ client: VapiClient) async throws {
            while true {
                do {
                    _ = try await client.phoneNumbers.list(
                        options: .init(
                            headers: [.userAgent: Self.probe], timeout: .milliseconds(1), retryPolicy: .never))
                } catch let error as APIError where error.kind == .invalidRequest {
                    return
                } catch let error as APIError where error.kind == .timeout {
                    continue
                }
            }
        }

        @Test func shutdownEndsCallsThatTakeTooLong() async throws {
            let (asked, ask) = AsyncStream.makeStream(of: Void.self)
            let server = try Self.server(Locked(false), ask)
            let transport = AsyncHTTPClientTransport()
            let client = VapiClient(token: "key", server: .init(url: server.url), transport: transport)
            let call = Task { try await client.phoneNumbers.list(options: .init(retryPolicy: .never)) }
            for await _ in asked.prefix(1) {}
            try await transport.shutdown(within: .zero)
            await #expect(throws: APIError.self) { try await call.value }
            #expect(await server.waitForClients())
            let late = await #expect(throws: APIError.self) { try await client.buy() }
            #expect(late?.kind == .invalidRequest)
            #expect(late?.description.contains("shut down") == true)
            try await transport.shutdown()
        }

        /// Nothing was sent, so an order may be tried again.
        @Test func connectionThatTakesTooLong() async throws {
            let port = try FullPort()
            var configuration = HTTPClient.Configuration.trunkline
            configuration.timeout.connect = .milliseconds(100)
            let client = VapiClient(
                token: "key", server: .init(url: "http://127.0.0.1:\(port.port)"),
                transport: .asyncHTTPClient(configuration: configuration), configuration: .quick)
            let error = await #expect(throws: APIError.self) { try await client.buy() }
            #expect(error?.kind == .timeout, "\(error.debugDescription)")
            #expect(error?.attempts == 3)
            withExtendedLifetime(port) {}
        }

        @Test func clientOfTheCallerStaysOpen() async throws {
            let server = try LoopbackServer { _ in .json(200, "[]") }
            let client = HTTPClient(configuration: .trunkline)
            let transport = AsyncHTTPClientTransport(client: client)
            let vapi = VapiClient(token: "key", server: .init(url: server.url), transport: transport)
            #expect(try await vapi.phoneNumbers.list().isEmpty)
            try await transport.shutdown()
            await #expect(throws: APIError.self) { try await vapi.phoneNumbers.list() }
            let other = VapiClient(token: "key", server: .init(url: server.url), transport: .asyncHTTPClient(client))
            #expect(try await other.phoneNumbers.list().isEmpty)
            try await client.shutdown()
            let error = await #expect(throws: APIError.self) { try await other.phoneNumbers.list() }
            #expect(error?.kind == .invalidRequest)
        }

        @Test func clientThatFollowsRedirectsIsRefused() async throws {
            let server = try LoopbackServer { _ in .empty(302, headers: ["Location: http://127.0.0.1:1/stolen"]) }
            let vapi = VapiClient(
                token: "key", server: .init(url: server.url), transport: .asyncHTTPClient(HTTPClient.shared))
            let error = await #expect(throws: APIError.self) { try await vapi.phoneNumbers.list() }
            #expect(error?.kind == .invalidRequest)
            #expect(error?.description.contains("redirectConfiguration") == true)
            #expect(server.requests.isEmpty)
        }

        @Test func streamOutlivesItsTransport() async throws {
            let isOpen = Locked(false)
            let server = try LoopbackServer { _ in
                .script { wire in
                    wire.write(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\ndata: 1\n\n")
                    while !isOpen.withLock({ $0 }), wire.pause(milliseconds: 5) {}
                    wire.write("data: 2\n\n")
                }
            }
            let stream = try await ExampleClient(
                server: .init(url: server.url), transport: AsyncHTTPClientTransport()
            ).readRaw()
            var events: [String] = []
            for try await event in stream {
                events.append(event.data)
                try await Task.sleep(for: .milliseconds(50))
                isOpen.withLock { $0 = true }
            }
            #expect(events == ["1", "2"])
            #expect(await server.waitForClients())
        }
    }
#endif
