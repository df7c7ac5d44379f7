import Foundation
import LoopbackServer
import MultipartBodies
import PlainBodies
import SuccessShapes
import Testing
import TrunklineTesting
import TrunklineURLSession

@testable import TrunklineRuntime

/// The generated code of operations that send and receive bytes.
@Suite struct GeneratedBytesTests {
    private let mock = MockTransport()
    private let retrying = ClientConfiguration(retryPolicy: .init(baseDelay: .milliseconds(1)))

    private struct Lost: Error {}

    /// A body of pieces, which may end with an error.
    private func pieces(_ texts: [String], isReplayable: Bool = false, _ error: (any Error)? = nil) -> HTTPBody {
        HTTPBody(length: nil, isReplayable: isReplayable) {
            var rest = texts[...]
            return {
                if let next = rest.popFirst() { return Data(next.utf8) }
                if let error { throw error }
                return nil
            }
        }
    }

    private func withFile<Result>(_ bytes: Data, _ body: (URL) async throws -> Result) async throws -> Result {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("trunkline-\(UInt64.random(in: 0 ... .max)).wav")
        try bytes.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try await body(file)
    }

    @Test func fileIsSentFromDisk() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let client = PlainBodies.ExampleClient(server: .init(url: server.url), transport: .urlSession())
        let bytes = Data(repeating: 9, count: 200_000)
        try await withFile(bytes) { file in
            let sent = Locked(0)
            try await client.sendData(.file(file).reportingProgress { count, _ in sent.withLock { $0 = count } })
            #expect(sent.withLock { $0 } == 200_000)
        }
        try await client.sendPicture(HTTPBody("png"), options: .init(headers: [.contentType: "image/png"]))
        try await client.sendPicture()
        #expect(server.requests.map(\.body) == [bytes, Data("png".utf8), Data()])
        #expect(
            server.requests.map { $0.header("Content-Type") } == ["application/octet-stream", "image/png", nil])
    }

    @Test func whatCanBeReadOnceIsSentOnce() async throws {
        mock.on(SendData.self, .failure(.connectionRefused), .empty(204))
        let client = PlainBodies.ExampleClient(transport: mock, configuration: retrying)
        let error = await #expect(throws: APIError.self) { try await client.sendData(pieces(["a"])) }
        #expect(error?.kind == .transport)
        #expect(mock.requests.count == 1)
        try await client.sendData(pieces(["a"], isReplayable: true))
        #expect(mock.requests.count == 2)
    }

    @Test func partsAreSentFromDisk() async throws {
        mock.on(UploadFiles.self) { request in
            let body = try #require(request.body)
            let text = String(decoding: try await body.collect(), as: UTF8.self)
            #expect(body.length == text.utf8.count)
            #expect(body.isReplayable)
            #expect(body.data == nil)
            return .json(200, text)
        }
        try await withFile(Data("from disk".utf8)) { file in
            let client = MultipartBodies.ExampleClient(transport: mock)
            let parts: [MultipartPart] = try [
                .init("a", text: "1"), .init("b", .init(contentsOf: file, contentType: "audio/wav")),
            ]
            _ = try? await client.uploadFiles(parts)
        }
        let request = try #require(mock.requests.first)
        #expect(request.request.headerFields[.contentType]?.contains("boundary=") == true)
    }

    @Test func partOfUnknownLengthIsSentInChunks() async throws {
        let parts = [MultipartPart("a", text: "x"), MultipartPart("b", FilePart(pieces(["12", "", "34"])))]
        var encoder = MultipartEncoder()
        for part in parts { encoder.part(part) }
        let body = encoder.finish { "B" }.body
        #expect(body.length == nil)
        #expect(!body.isReplayable)
        let text = String(decoding: try await body.collect(), as: UTF8.self)
        #expect(text.hasPrefix("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--B\r\n"))
        #expect(text.hasSuffix("\r\n\r\n1234\r\n--B--\r\n"))
    }

    @Test func lengthsNeverOverflow() {
        let endless = HTTPBody(AsyncStream<Data> { $0.finish() }, length: .max)
        #expect(HTTPBody(joining: [endless, endless]).length == nil)
        #expect(HTTPBody(joining: []).data == Data())
    }

    // MARK: Answers

    @Test func answerArrivesPieceByPiece() async throws {
        let body = pieces(["ab", "cd"])
        mock.on(ChangePet.self) { _ in
            TransportResponse(HTTPResponse(status: .ok, headerFields: [.contentType: "image/png"]), body: body)
        }
        guard case .data(let picture) = try await SuccessShapes.ExampleClient(transport: mock).changePet() else {
            throw Lost()
        }
        var received: [String] = []
        for try await piece in picture { received.append(String(decoding: piece, as: UTF8.self)) }
        #expect(received == ["ab", "cd"])
    }

    @Test func answerThatIsLostIsAnErrorOfTheClient() async throws {
        let body = pieces(["ab"], TransportFailure.connectionLost)
        mock.on(ChangePet.self) { _ in
            TransportResponse(HTTPResponse(status: .ok, headerFields: [.contentType: "image/png"]), body: body)
        }
        let client = SuccessShapes.ExampleClient(transport: mock, configuration: retrying)
        guard case .data(let picture) = try await client.changePet() else { throw Lost() }
        let error = await #expect(throws: APIError.self) { try await picture.collect() }
        #expect(error?.kind == .transport)
        #expect(error?.operationID == "changePet")
        #expect(mock.requests.count == 1)
    }

    @Test func answerLargerThanTheLimitStreams() async throws {
        let body = pieces(Array(repeating: String(repeating: "x", count: 1_000), count: 50))
        mock.on(ChangePet.self) { _ in
            TransportResponse(HTTPResponse(status: .ok, headerFields: [.contentType: "image/png"]), body: body)
        }
        let client = SuccessShapes.ExampleClient(transport: mock, configuration: .init(responseLimit: 4_000))
        guard case .data(let picture) = try await client.changePet() else { throw Lost() }
        #expect(try await picture.collect().count == 50_000)
    }

    @Test func jsonBesideBytesIsCollected() async throws {
        let body = pieces([#"{"na"#, #"me": "Rex"}"#])
        mock.on(ChangePet.self) { _ in
            TransportResponse(HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: body)
        }
        let answer = try await SuccessShapes.ExampleClient(transport: mock).changePet()
        if case .data = answer { Issue.record("bytes in place of JSON") }
    }
}
