import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime

/// Bodies that are sent piece by piece, over each transport.
@Suite(.timeLimit(.minutes(5))) struct UploadFaultTests {
    /// An operation whose body is whatever a test makes it.
    private struct Upload: APIOperation {
        let body: HTTPBody

        static let metadata = OperationMetadata("upload", .post, "/upload")
        func encode(into request: inout RequestEncoder) { request.body(body, contentType: "application/octet-stream") }
        static func decode(_ response: ResponseDecoder) throws -> Data { try response.data(200) }
    }

    /// An operation whose body is lines of JSON.
    private struct Lines<Item: JSONCodable>: APIOperation {
        let lines: RequestStream<Item>

        static var metadata: OperationMetadata { OperationMetadata("lines", .post, "/lines") }
        func encode(into request: inout RequestEncoder) {
            request.stream(lines, framing: .lines, contentType: "application/jsonl")
        }
        static func decode(_ response: ResponseDecoder) throws -> Data { try response.data(200) }
    }

    private struct Broken: Error {}

    private func client(_ carrier: Carrier, _ server: LoopbackServer) throws -> APIClient {
        let line = try carrier.line(to: server)
        return APIClient(server: UploadServer(url: line.url), transport: line.transport, configuration: .quick)
    }

    /// A body of pieces; counts those that were asked for.
    private func body(pieces: Int, length: Int? = nil, count: Locked<Int> = Locked(0)) -> HTTPBody {
        HTTPBody(length: length, isReplayable: false) {
            var left = pieces
            return {
                guard left > 0 else { return nil }
                left -= 1
                count.withLock { $0 += 1 }
                return Data(repeating: 0x78, count: 1 << 16)
            }
        }
    }

    @Test(arguments: Carrier.all, [nil, 10 << 16]) func uploadArrivesWhole(_ carrier: Carrier, _ length: Int?)
        async throws
    {
        let server = try LoopbackServer { .json(200, "\($0.body.count)") }
        let answer = try await client(carrier, server).send(Upload(body: body(pieces: 10, length: length)))
        #expect(answer.value == Data("655360".utf8))
        #expect(
            server.requests.first?.header("Content-Length").flatMap { Int($0) } == (carrier.streams ? length : 10 << 16)
        )
    }

    @Test(arguments: Carrier.all) func linesOfASequenceArriveInOrder(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { _ in .json(200, "{}") }
        let (numbers, continuation) = AsyncStream.makeStream(of: Int.self)
        for number in 1...1_000 { continuation.yield(number) }
        continuation.finish()
        _ = try await client(carrier, server).send(Lines(lines: .init(numbers)))
        let body = try #require(server.requests.first).body
        #expect(String(decoding: body, as: UTF8.self) == (1...1_000).map { "\($0)\n" }.joined())
    }

    /// The server gets no whole request, and the caller learns what was wrong.
    @Test(arguments: Carrier.all) func lineWithoutJSONEndsTheCall(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { _ in .json(200, "{}") }
        let (numbers, continuation) = AsyncStream.makeStream(of: Double.self)
        for number in [1, .nan, 2] { continuation.yield(number) }
        continuation.finish()
        let error = await #expect(throws: APIError.self) {
            try await client(carrier, server).send(Lines(lines: .init(numbers)))
        }
        #expect(error?.kind == .invalidRequest)
        #expect(server.requests.isEmpty)
    }

    /// A sequence is asked for no more than the buffers of both systems hold while the server does not read.
    @Test(arguments: Carrier.all.filter(\.streams)) func uploadWaitsForTheServer(_ carrier: Carrier) async throws {
        let silent = try SilentPort()
        let line = try carrier.line(toPort: silent.port)
        let count = Locked(0)
        let client = APIClient(
            server: UploadServer(url: line.url), transport: line.transport, configuration: .init(timeout: .seconds(1)))
        let error = await #expect(throws: APIError.self) {
            try await client.send(Upload(body: body(pieces: 2_048, count: count)))
        }
        #expect(error?.kind == .timeout)
        let pieces = count.withLock { $0 }
        #expect(pieces > 0)
        #expect(pieces < 1_024)
        withExtendedLifetime(silent) {}
    }

    @Test(arguments: Carrier.all) func uploadThatFailsIsNotSentAgain(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { _ in .json(200, "{}") }
        let pieces = HTTPBody(length: nil, isReplayable: false) {
            var isFirst = true
            return {
                guard isFirst else { throw Broken() }
                isFirst = false
                return Data("x".utf8)
            }
        }
        let error = await #expect(throws: APIError.self) {
            try await client(carrier, server).send(Upload(body: pieces))
        }
        #expect(error?.underlying is Broken, "\(String(reflecting: error?.underlying))")
        #expect(error?.attempts == 1)
        #expect(server.requests.isEmpty)
        #expect(await server.waitForClients())
    }

    /// Fewer or more bytes than were promised would be read as the next request, or waited for.
    @Test(arguments: Carrier.all, [9, 11]) func uploadOfAnotherLength(_ carrier: Carrier, _ promised: Int) async throws
    {
        let server = try LoopbackServer { _ in .json(200, "{}") }
        let client = try client(carrier, server)
        let body = body(pieces: 10, length: promised << 16)
        let error = await #expect(throws: APIError.self) { try await client.send(Upload(body: body)) }
        #expect(error?.kind == .invalidRequest, "\(error.debugDescription)")
        #expect(server.requests.count <= (promised < 10 ? 1 : 0))
        #expect(await server.waitForClients())
    }

    @Test(arguments: Carrier.all) func cancelledUpload(_ carrier: Carrier) async throws {
        let server = try LoopbackServer { _ in .json(200, "{}") }
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let endless = HTTPBody(length: nil, isReplayable: false) {
            {
                begin.yield()
                try await Task.sleep(for: .milliseconds(5))
                return Data("x".utf8)
            }
        }
        let client = try client(carrier, server)
        let task = Task { try await client.send(Upload(body: endless)) }
        for await _ in begun.prefix(3) {}
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await server.waitForClients())
        #expect(server.requests.isEmpty)
    }
}

/// Where uploads go.
private struct UploadServer: APIServer {
    let url: String
}
