import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime
import TrunklineURLSession
import Vapi

/// What servers do wrong, over each transport: a clear error, and an order that is placed once.
@Suite(.timeLimit(.minutes(5))) struct FaultTests {
    @Test(arguments: Carrier.all, Fault.all)
    func orderIsPlacedOnceAndTheErrorSaysWhy(_ carrier: Carrier, _ fault: Fault) async throws {
        guard !carrier.exceptions.contains(fault.name) else { return }
        let server = try LoopbackServer(fault.answer)
        let client = try carrier.client(server, fault.configuration)
        let post = await #expect(throws: APIError.self) { try await client.buy() }
        #expect(post?.kind == fault.kind, "\(post.debugDescription)")
        #expect(post?.attempts == 1)
        #expect(server.requests.map(\.method) == ["POST"])
        let get = await #expect(throws: APIError.self) { try await client.phoneNumbers.get(id: "pn_1") }
        #expect(get?.kind == fault.kind, "\(get.debugDescription)")
        #expect(get?.attempts == (fault.isRetried ? 3 : 1))
        #expect(server.requests.count == (fault.isRetried ? 4 : 2))
        #expect(get?.operationID == "getPhoneNumber")
        #expect("\(get.debugDescription)".contains("s3cr3t") == false)
    }

    @Test(arguments: Carrier.all) func refusedConnection(_ carrier: Carrier) async throws {
        let port = try ClosedPort()
        let client = carrier.client(port)
        for call in [client.buy, { try await client.phoneNumbers.get(id: "pn_1") }] {
            let error = await #expect(throws: APIError.self) { try await call() }
            #expect(error?.kind == .transport)
            #expect(error?.attempts == 3, "\(error.debugDescription) \(String(reflecting: error?.underlying))")
        }
        withExtendedLifetime(port) {}
    }

    @Test(arguments: Carrier.all) func serviceUnavailableForAWhile(_ carrier: Carrier) async throws {
        let count = Locked(0)
        let server = try LoopbackServer { _ in
            let number = count.withLock { count in
                count += 1
                return count
            }
            return .json(number < 3 ? 503 : 200, "[]")
        }
        #expect(try await carrier.client(server).phoneNumbers.list().isEmpty)
        #expect(server.requests.count == 3)
    }

    @Test(arguments: Carrier.all) func missingContentType(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { _ in .respond(Answer.message(200, "[]")) }
        #expect(try await carrier.client(server).phoneNumbers.list().isEmpty)
    }

    @Test(arguments: Carrier.all, [301, 302, 303, 307, 308])
    func redirectToAnotherHost(_ carrier: Carrier, _ status: Int) async throws {
        let other = try LoopbackServer { _ in .json(200, "[]") }
        let server = try LoopbackServer { _ in .empty(status, headers: ["Location: \(other.url)/stolen"]) }
        let client = try carrier.client(server)
        let get = await #expect(throws: APIError.self) { try await client.phoneNumbers.list() }
        let post = await #expect(throws: APIError.self) { try await client.buy() }
        for error in [get, post] {
            #expect(error?.status?.code == status)
            #expect(error?.headers[.location] == "\(other.url)/stolen")
        }
        #expect(other.requests.isEmpty)
        #expect(server.requests.count == 2)
    }

    @Test(arguments: Carrier.all) func orderOnADeadConnectionIsPlacedOnce(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { $0.method == "GET" ? .json(200, "[]") : .close }
        let client = try carrier.client(server)
        for _ in 1...5 {
            _ = try await client.phoneNumbers.list()
            await #expect(throws: APIError.self) { try await client.buy() }
        }
        #expect(server.requests.filter { $0.method == "POST" }.count == 5)
    }

    /// A kept connection that the server closes when it has been silent for a moment, as servers do.
    @Test(arguments: Carrier.all) func connectionThatIsClosedBetweenCallsIsNoFault(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { _ in .respondAndClose(Answer.message(200, "[]")) }
        let client = try carrier.client(server)
        for _ in 1...5 {
            #expect(try await client.phoneNumbers.list().isEmpty)
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(server.requests.count == 5)
    }

    #if canImport(FoundationNetworking) && compiler(>=6.2)
        /// Foundation on Linux ends the program. When this fails, the fault is no exception any more.
        @Test func connectionCutInTheHeadersEndsAProgramWithURLSession() async {
            await #expect(processExitsWith: .failure) {
                let server = try LoopbackServer { _ in .respondAndClose(Data("HTTP/1.1 200 OK\r\nContent-Le".utf8)) }
                let client = VapiClient(token: "key", server: .init(url: server.url), transport: .urlSession())
                _ = try? await client.phoneNumbers.list(options: .init(retryPolicy: .never))
            }
        }
    #endif
}
