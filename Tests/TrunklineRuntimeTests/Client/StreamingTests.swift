import EventStreams
import Foundation
import LoopbackServer
import Testing
import TrunklineTesting
import TrunklineURLSession

@testable import TrunklineRuntime

/// Downloads and uploads of any bytes.
private struct Recording: APIOperation {
    var upload: HTTPBody?
    static let metadata = OperationMetadata("recording", .get, "/recording", errors: [.status(404, ErrorBody.self)])
    func encode(into request: inout RequestEncoder) { request.body(upload, contentType: "audio/wav") }
    static func decode(_ response: ResponseDecoder) throws -> Data { try response.data(200) }
}

private struct Upload: APIOperation {
    var body: HTTPBody
    static let metadata = OperationMetadata("upload", .put, "/files/7")
    func encode(into request: inout RequestEncoder) { request.body(body, contentType: "audio/wav") }
    static func decode(_ response: ResponseDecoder) throws { try response.empty(204) }
}

/// Bodies in memory, of files and of sequences.
@Suite struct HTTPBodyTests {
    private func pieces(_ texts: String...) -> AsyncStream<Data> {
        AsyncStream { continuation in
            for text in texts { continuation.yield(Data(text.utf8)) }
            continuation.finish()
        }
    }

    private func temporaryFile() -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("trunkline-\(UInt64.random(in: 0 ... .max))")
    }

    @Test func piecesAreCollectedUpToALimit() async throws {
        #expect(try await HTTPBody(pieces("ab", "", "cd")).collect(upTo: 4) == Data("abcd".utf8))
        #expect(try await HTTPBody("abcd").collect(upTo: 4) == Data("abcd".utf8))
        for body in [HTTPBody(pieces("ab", "cd")), HTTPBody("abcd"), HTTPBody(pieces("abcd"), length: 4)] {
            let failure = await #expect(throws: TransportFailure.self) { try await body.collect(upTo: 3) }
            #expect(failure?.reason == .responseTooLarge)
        }
    }

    @Test func bodyOfASequenceIsReadOnce() async throws {
        let body = HTTPBody(pieces("ab"))
        #expect(!body.isReplayable)
        _ = try await body.collect(upTo: 9)
        await #expect(throws: HTTPBodyWasRead.self) { try await body.collect(upTo: 9) }
        #expect(HTTPBody("ab").isReplayable)
    }

    @Test func fileIsReadInPieces() async throws {
        let file = temporaryFile()
        defer { try? FileManager.default.removeItem(at: file) }
        let bytes = Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0) })
        try bytes.write(to: file)
        let body = try HTTPBody.file(file)
        #expect(body.length == 200_000)
        #expect(body.isReplayable)
        for _ in 1...2 { #expect(try await body.collect(upTo: .max) == bytes) }
        try Data("short".utf8).write(to: file)
        await #expect(throws: FileFailure.self) { try await body.collect(upTo: .max) }
        #expect(throws: FileFailure.self) { try HTTPBody.file(file.appendingPathComponent("none")) }
    }

    @Test func onlyAWholeBodyIsWrittenToAFile() async throws {
        struct Lost: Error {}
        let folder = temporaryFile()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("recording.wav")
        try await HTTPBody(pieces("ab", "cd")).write(to: file)
        let cut = AsyncThrowingStream<Data, any Error> { continuation in
            continuation.yield(Data("xy".utf8))
            continuation.finish(throwing: Lost())
        }
        await #expect(throws: Lost.self) { try await HTTPBody(cut).write(to: file) }
        #expect(try Data(contentsOf: file) == Data("abcd".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["recording.wav"])
    }

    @Test func progressIsReported() async throws {
        let reports = Locked<[[Int?]]>([])
        let body = HTTPBody(pieces("ab", "cde"), length: 5).reportingProgress { bytes, total in
            reports.withLock { $0.append([bytes, total]) }
        }
        _ = try await body.collect(upTo: 9)
        #expect(reports.withLock { $0 } == [[2, 5], [5, 5]])
    }
}

/// Bodies over a real connection, which arrive as they are sent.
@Suite(.timeLimit(.minutes(5))) struct StreamingTests {
    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"

    private func client(_ url: String, _ configuration: ClientConfiguration = .init()) -> ExampleClient {
        ExampleClient(server: .init(url: url), transport: .urlSession(), configuration: configuration)
    }

    @Test func eventArrivesBeforeTheNextIsSent() async throws {
        let isRead = Locked(false)
        let server = try LoopbackServer { _ in
            .script { wire in
                wire.write(Self.head)
                wire.chunk("data: {\"event\": \"a\"}\n\n")
                while !isRead.withLock({ $0 }), wire.pause(milliseconds: 5) {}
                wire.chunk("data: {\"event\": \"b\"}\n\n")
                wire.chunk("")
            }
        }
        var kinds: [String] = []
        for try await event in try await client(server.url).readRaw() {
            kinds.append(event.data)
            isRead.withLock { $0 = true }
        }
        #expect(kinds == [#"{"event": "a"}"#, #"{"event": "b"}"#])
    }

    @Test func releasedStreamClosesItsConnection() async throws {
        let server = try LoopbackServer { _ in
            .script { wire in
                wire.write(Self.head)
                while wire.chunk("data: 1\n\n"), wire.pause(milliseconds: 5) {}
            }
        }
        let client = client(server.url)
        for try await _ in try await client.readRaw() { break }
        #expect(await server.waitForClients())
    }

    @Test func cancelledReaderThrowsCancellationError() async throws {
        let server = try LoopbackServer { _ in
            .script { wire in
                wire.write(Self.head)
                wire.chunk("data: 1\n\n")
                wire.waitForClose()
            }
        }
        let (events, event) = AsyncStream.makeStream(of: Void.self)
        let client = client(server.url)
        let task = Task { for try await _ in try await client.readRaw() { event.yield() } }
        for await _ in events.prefix(1) {}
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await server.waitForClients())
    }

    @Test func deadlineEndsAStreamThatATimeoutDoesNot() async throws {
        let server = try LoopbackServer { _ in
            .script { wire in
                wire.write(Self.head)
                while wire.chunk("data: 1\n\n"), wire.pause(milliseconds: 5) {}
            }
        }
        let client = client(server.url, .init(timeout: .milliseconds(300)))
        let start = ContinuousClock.now
        let error = await #expect(throws: APIError.self) {
            for try await _ in try await client.readRaw(options: .init(deadline: .seconds(1))) {}
        }
        #expect(error?.kind == .timeout)
        #expect(ContinuousClock.now - start >= .seconds(1))
    }

    @Test func eventWithoutEndIsTooLarge() async throws {
        let server = try LoopbackServer { _ in
            .script { wire in
                wire.write(Self.head)
                while wire.chunk("data: " + String(repeating: "x", count: 1_000)), wire.pause(milliseconds: 1) {}
            }
        }
        let error = await #expect(throws: APIError.self) {
            for try await _ in try await client(server.url, .init(responseLimit: 20_000)).readRaw() {}
        }
        #expect(error?.kind == .responseTooLarge)
        #expect(error?.description == "readRaw: a value of the stream has more than 20000 bytes")
    }

    @Test func streamThatIsCutThrows() async throws {
        let server = try LoopbackServer { _ in
            .script { wire in
                wire.write(Self.head)
                wire.chunk("data: 1\n\n")
                wire.write("ff\r\ndata: ")
            }
        }
        var count = 0
        let error = await #expect(throws: APIError.self) {
            for try await _ in try await client(server.url).readRaw() { count += 1 }
        }
        #expect(count == 1)
        #expect(error?.kind == .transport)
        #expect(error?.attempts == 1)
    }

    @Test func errorOfAStreamingOperationIsRead() async throws {
        let server = try LoopbackServer { _ in .json(404, #"{"error": "no such chat"}"#) }
        let error = await #expect(throws: APIError.self) { try await client(server.url).readRaw() }
        #expect(error?.status == .notFound)
        #expect(error.map { String(decoding: $0.rawBody, as: UTF8.self) } == #"{"error": "no such chat"}"#)
    }

    @Test func answerThatIsNoStreamIsCollected() async throws {
        let server = try LoopbackServer { _ in .json(200, #"{"text": "hello"}"#) }
        guard case .json = try await client(server.url).chat() else {
            Issue.record("the answer is JSON")
            return
        }
    }

    // MARK: Any bytes

    private func telephony(_ url: String, _ configuration: ClientConfiguration = .init()) -> TelephonyClient {
        TelephonyClient(token: "t", server: .init(url: url), transport: .urlSession(), configuration: configuration)
    }

    @Test func bodyLargerThanTheLimitIsRefusedOrStreamed() async throws {
        let server = try LoopbackServer { _ in .respond(Answer.message(200, String(repeating: "x", count: 100_000))) }
        let client = telephony(server.url, .init(responseLimit: 50_000))
        let error = await #expect(throws: APIError.self) { try await client.send(Recording()) }
        #expect(error?.kind == .responseTooLarge)
        #expect(error?.attempts == 1)
        let answer = try await client.stream(Recording())
        #expect(answer.value.length == 100_000)
        var count = 0
        for try await piece in answer.value { count += piece.count }
        #expect(count == 100_000)
    }

    @Test func answerIsDownloadedToAFile() async throws {
        let server = try LoopbackServer { $0.target == "/recording" ? .respond(Answer.message(200, "abcdef")) : .close }
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("trunkline-\(UInt64.random(in: 0 ... .max)).wav")
        defer { try? FileManager.default.removeItem(at: file) }
        let reports = Locked<[Int?]>([])
        let answer = try await telephony(server.url).download(Recording(), to: file) { bytes, total in
            reports.withLock { $0 += [bytes, total] }
        }
        #expect(answer.status == .ok)
        #expect(try Data(contentsOf: file) == Data("abcdef".utf8))
        #expect(reports.withLock { $0 }.suffix(2) == [6, 6])
        await #expect(throws: FileFailure.self) {
            try await telephony(server.url).download(Recording(), to: file.appendingPathComponent("no/folder"))
        }
    }

    @Test func errorIsNotDownloaded() async throws {
        let server = try LoopbackServer { _ in .json(404, #"{"error": "no recording"}"#) }
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("trunkline-\(UInt64.random(in: 0 ... .max)).wav")
        let error = await #expect(throws: APIError.self) {
            try await telephony(server.url).download(Recording(), to: file)
        }
        #expect(error?.message == "no recording")
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test func fileIsUploadedWithItsLength() async throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("trunkline-\(UInt64.random(in: 0 ... .max)).wav")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(repeating: 7, count: 300_000).write(to: file)
        let server = try LoopbackServer { _ in .empty(204) }
        let sent = Locked(0)
        let body = try HTTPBody.file(file).reportingProgress { bytes, _ in sent.withLock { $0 = bytes } }
        _ = try await telephony(server.url).send(Upload(body: body))
        let request = try #require(server.requests.first)
        #expect(request.header("Content-Length") == "300000")
        #expect(request.body == Data(repeating: 7, count: 300_000))
        #expect(sent.withLock { $0 } == 300_000)
    }

    @Test func uploadOfMoreThanTheTransportKeepsIsNotSent() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let client = TelephonyClient(
            token: "t", server: .init(url: server.url), transport: .urlSession(bufferLimit: 1_000))
        let pieces = AsyncStream { continuation in
            continuation.yield(Data(repeating: 7, count: 1_001))
            continuation.finish()
        }
        let error = await #expect(throws: APIError.self) { try await client.send(Upload(body: HTTPBody(pieces))) }
        #expect(error?.kind == .invalidRequest)
        #expect(server.requests.isEmpty)
    }
}
