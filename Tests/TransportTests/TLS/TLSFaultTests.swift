#if AsyncHTTPClient
    import LoopbackServer
    import Testing
    import TrunklineRuntime
    import Vapi

    /// Servers that cannot prove who they are, and TLS that ends too early: an order is never sent to either twice.
    @Suite(.enabled(if: TestAuthority.shared != nil), .timeLimit(.minutes(5))) struct TLSFaultTests {
        /// A handshake that one side refuses.
        struct Refusal: Sendable, CustomTestStringConvertible {
            let testDescription: String
            let handshake: TLSTunnel.Handshake
            /// What the error has to say.
            let text: String
            var transport: any Transport = .asyncHTTPClient()
        }

        static var refusals: [Refusal] {
            guard let authority = TestAuthority.shared, let carrier = Carrier.asyncHTTPClientOverTLS else { return [] }
            let (valid, trusting) = (TLSTunnel.Handshake.succeeds(authority.valid), carrier.make())
            return [
                Refusal(testDescription: "untrusted authority", handshake: valid, text: "not trusted"),
                Refusal(
                    testDescription: "wrong host name", handshake: .succeeds(authority.wrongHost),
                    text: "for another host", transport: trusting),
                Refusal(
                    testDescription: "expired certificate", handshake: .succeeds(authority.expired),
                    text: "not valid now", transport: trusting),
                Refusal(
                    testDescription: "server without TLS", handshake: .isPlainHTTP, text: "WRONG_VERSION_NUMBER",
                    transport: trusting),
                // Foundation on Linux cannot be told from code what to trust: it refuses all that are made here. When one
                // of these fails, the suite can run with it over TLS, too.
                Refusal(
                    testDescription: "untrusted authority, URLSession", handshake: valid, text: "certificate",
                    transport: .urlSession()),
                Refusal(
                    testDescription: "wrong host name, URLSession", handshake: .succeeds(authority.wrongHost),
                    text: "certificate", transport: .urlSession()),
                Refusal(
                    testDescription: "expired certificate, URLSession", handshake: .succeeds(authority.expired),
                    text: "certificate", transport: .urlSession()),
            ]
        }

        @Test(arguments: refusals) func handshakeThatIsRefusedIsNotTriedAgain(_ refusal: Refusal) async throws {
            let server = try LoopbackServer { _ in .json(200, "[]") }
            let tunnel = try TLSTunnel(to: server.port, refusal.handshake)
            let client = client(tunnel, refusal.transport)
            for call in [{ _ = try await client.buy() }, { _ = try await client.phoneNumbers.list() }] {
                let error = await #expect(throws: APIError.self) { try await call() }
                #expect(error?.kind == .transport)
                #expect(error?.attempts == 1, "\(error.debugDescription) \(String(reflecting: error?.underlying))")
                #expect("\(error.debugDescription)".contains(refusal.text), "\(error.debugDescription)")
            }
            #expect(server.requests.isEmpty)
        }

        /// It cannot tell this from a connection that is lost later, so only what may be sent twice is tried again.
        @Test func serverWithoutTLSAndURLSession() async throws {
            let server = try LoopbackServer { _ in .json(200, "[]") }
            let client = client(try TLSTunnel(to: server.port, .isPlainHTTP), .urlSession())
            let error = await #expect(throws: APIError.self) { try await client.buy() }
            #expect(error?.kind == .transport)
            #expect(error?.attempts == 1)
            #expect(server.connectionCount == 0)
        }

        @Test func connectionCutInTheHandshakeIsTriedAgain() async throws {
            let server = try LoopbackServer { _ in .json(200, "[]") }
            let tunnel = try TLSTunnel(to: server.port, .isCut)
            let client = client(tunnel, .asyncHTTPClient())
            let error = await #expect(throws: APIError.self) { try await client.buy() }
            #expect(error?.kind == .transport)
            #expect(error?.attempts == 3, "\(error.debugDescription) \(String(reflecting: error?.underlying))")
            #expect(server.requests.isEmpty)
        }

        @Test(arguments: [any Transport].both) func handshakeThatIsNotAnswered(_ transport: any Transport) async throws
        {
            let server = try LoopbackServer { _ in .json(200, "[]") }
            let tunnel = try TLSTunnel(to: server.port, .isNotAnswered)
            let client = client(tunnel, transport, .init(timeout: .milliseconds(300)))
            let error = await #expect(throws: APIError.self) { try await client.buy() }
            #expect(error?.kind == .timeout)
            #expect(error?.attempts == 1)
        }

        /// Without a length, only TLS can tell an end from a cut (RFC 9112 §9.8).
        @Test(arguments: ["", "Content-Length: 100\r\n", "Transfer-Encoding: chunked\r\n"])
        func bodyThatTLSDoesNotEndIsCut(_ framing: String) async throws {
            let (server, authority) = try Self.server(framing)
            let tunnel = try TLSTunnel(to: server.port, .succeeds(authority.valid), ending: .withoutCloseNotify)
            let client = client(tunnel, .asyncHTTPClient(configuration: .trusting(authority)))
            let post = await #expect(throws: APIError.self) { try await client.buy() }
            #expect(post?.kind == .transport)
            #expect(post?.attempts == 1)
            #expect(server.requests.count == 1)
            let get = await #expect(throws: APIError.self) { try await client.phoneNumbers.list() }
            #expect(get?.kind == .transport)
            #expect(get?.attempts == 3)
        }

        @Test(arguments: [301, 302, 303, 307, 308]) func redirectFromHTTPSToHTTP(_ status: Int) async throws {
            let carrier = try #require(Carrier.asyncHTTPClientOverTLS)
            let other = try LoopbackServer { _ in .json(200, "[]") }
            let server = try LoopbackServer { _ in .empty(status, headers: ["Location: \(other.url)/stolen"]) }
            let client = try carrier.client(server)
            for call in [{ _ = try await client.buy() }, { _ = try await client.phoneNumbers.list() }] {
                let error = await #expect(throws: APIError.self) { try await call() }
                #expect(error?.status?.code == status)
            }
            #expect(other.connectionCount == 0)
            #expect(server.requests.count == 2)
        }

        @Test(arguments: [any Transport].both) func taskCancelledInTheHandshake(_ transport: any Transport) async throws
        {
            let server = try LoopbackServer { _ in .json(200, "[]") }
            let tunnel = try TLSTunnel(to: server.port, .isNotAnswered)
            let client = client(tunnel, transport)
            let task = Task { try await client.buy() }
            try await Task.sleep(for: .milliseconds(100))
            let start = ContinuousClock.now
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(ContinuousClock.now - start < .seconds(240))
            #expect(server.connectionCount == 0)
        }

        @Test func bodyThatTLSEndsIsWhole() async throws {
            let (server, authority) = try Self.server("")
            let tunnel = try TLSTunnel(to: server.port, .succeeds(authority.valid), ending: .withCloseNotify)
            let client = client(tunnel, .asyncHTTPClient(configuration: .trusting(authority)))
            #expect(try await client.phoneNumbers.list().isEmpty)
        }

        /// A server that answers with the beginning of a body, or with all of one that has no length.
        private static func server(_ framing: String) throws -> (LoopbackServer, TestAuthority) {
            let body = framing.hasPrefix("Transfer") ? "2\r\n[]\r\n" : "[]"
            let server = try LoopbackServer { request in
                let status = request.method == "POST" ? 201 : 200
                return .script { wire in
                    wire.write("HTTP/1.1 \(status) OK\r\nConnection: close\r\n\(framing)\r\n\(body)")
                }
            }
            return (server, try #require(TestAuthority.shared))
        }

        private func client(
            _ tunnel: TLSTunnel, _ transport: any Transport, _ configuration: ClientConfiguration = .quick
        ) -> VapiClient {
            VapiClient(
                token: "s3cr3t", server: .init(url: tunnel.url),
                transport: TunnelTransport(transport: transport, tunnel: tunnel), configuration: configuration)
        }
    }

    extension [any Transport] {
        fileprivate static var both: [any Transport] { [.urlSession(), .asyncHTTPClient()] }
    }
#endif
