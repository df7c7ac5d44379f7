import EventStreams
import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime

/// Streams over each transport: they arrive as they are sent, and nobody runs ahead.
@Suite(.timeLimit(.minutes(5))) struct StreamFaultTests {
    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"

    private func client(_ carrier: Carrier, _ server: LoopbackServer) throws -> ExampleClient {
        let line = try carrier.line(to: server)
        return ExampleClient(server: .init(url: line.url), transport: line.transport, configuration: .quick)
    }

    @Test(arguments: Carrier.all) func eventArrivesBeforeTheNextIsSent(_ carrier: Carrier) async throws {
        let isRead = Locked(false)
        let server = try LoopbackServer { _ in
            .script { wire in
                wire.write(Self.head)
                wire.chunk("data: 1\n\n")
                while !isRead.withLock({ $0 }), wire.pause(milliseconds: 5) {}
                wire.chunk("data: 2\n\n")
                wire.chunk("")
            }
        }
        var events: [String] = []
        for try await event in try await client(carrier, server).readRaw() {
            events.append(event.data)
            isRead.withLock { $0 = true }
        }
        #expect(events == ["1", "2"])
    }

    @Test(arguments: Carrier.all) func endlessEventStream(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { _ in
            .script { wire in
                wire.write(Self.head)
                var number = 0
                repeat {
                    number += 1
                    if number.isMultiple(of: 100), !wire.pause(milliseconds: 20) { return }
                } while wire.chunk("data: \(number)\n\n")
            }
        }
        var last = ""
        for try await event in try await client(carrier, server).readRaw() {
            last = event.data
            if last == "10000" { break }
        }
        #expect(last == "10000")
        #expect(await server.waitForClients())
    }

    @Test(arguments: Carrier.all) func cancelledReader(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { _ in
            .script { wire in
                wire.write(Self.head)
                wire.chunk("data: 1\n\n")
                wire.waitForClose()
            }
        }
        let (events, event) = AsyncStream.makeStream(of: Void.self)
        let client = try client(carrier, server)
        let task = Task { for try await _ in try await client.readRaw() { event.yield() } }
        for await _ in events.prefix(1) {}
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await server.waitForClients())
    }

    @Test(arguments: Carrier.all) func streamThatIsReleasedUnread(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { _ in
            .script { wire in
                wire.write(Self.head)
                while wire.chunk("data: 1\n\n"), wire.pause(milliseconds: 1) {}
            }
        }
        _ = try await client(carrier, server).readRaw()
        #expect(await server.waitForClients())
    }

    @Test(arguments: Carrier.all) func streamThatIsCut(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { _ in
            .script { wire in
                wire.write(Self.head)
                wire.chunk("data: 1\n\n")
                wire.write("ff\r\ndata: ")
            }
        }
        var count = 0
        let error = await #expect(throws: APIError.self) {
            for try await _ in try await client(carrier, server).readRaw() { count += 1 }
        }
        #expect(count == 1)
        #expect(error?.kind == .transport)
    }

    /// The server cannot send more than the buffers of both systems hold while nobody reads.
    @Test(arguments: Carrier.all) func serverWaitsForTheReader(_ carrier: Carrier) async throws {
        let sent = Locked(0)
        let server = try LoopbackServer { _ in
            .script { wire in
                wire.write(Self.head)
                let event = "data: " + String(repeating: "x", count: 1 << 16) + "\n\n"
                while sent.withLock({ $0 }) < 64 << 20, wire.chunk(event) { sent.withLock { $0 += event.utf8.count } }
                wire.chunk("")
            }
        }
        let stream = try await client(carrier, server).readRaw()
        // Until the server has sent too much, or nothing is taken for a while.
        var taken = -1
        while taken < 32 << 20, taken != sent.withLock({ $0 }) {
            taken = sent.withLock { $0 }
            try await Task.sleep(for: .seconds(3))
        }
        let isHeldBack = sent.withLock { $0 } < 32 << 20
        #expect(isHeldBack == carrier.hasBackPressure)
        var count = 0
        do { for try await _ in stream { count += 1 } } catch let error as APIError {
            #expect(!carrier.hasBackPressure)
            #expect(error.kind == .responseTooLarge)
        }
        #expect((count >= 1_000) == carrier.hasBackPressure)
    }
}
