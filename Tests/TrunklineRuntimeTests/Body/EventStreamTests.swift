import Foundation
import LoopbackServer
import Testing
import TrunklineURLSession

@testable import TrunklineRuntime

/// Written as the generator writes an operation that answers with JSON or with events.
private struct Chat: APIOperation {
    enum Output: Sendable {
        case json(VirtualNumber)
        case events(EventStream<VirtualNumber>)
    }

    static let metadata = OperationMetadata("chat", .post, "/chat")

    func encode(into request: inout RequestEncoder) {
        request.header("Accept", "application/json, text/event-stream")
    }

    static func decode(_ response: ResponseDecoder) throws -> Output {
        switch response.status.code {
        case 200 where response.isContent("text/event-stream"): .events(try response.stream(200, framing: .eventData))
        case 200: .json(try response.json(200))
        default: throw response.failure()
        }
    }
}

@Suite struct EventStreamTests {
    private func collect<Item>(_ stream: EventStream<Item>) async throws -> [Item] {
        var items: [Item] = []
        for try await item in stream { items.append(item) }
        return items
    }

    private func events(_ text: String) async throws -> [ServerSentEvent] {
        try await collect(EventStream(pieces: [Array(text.utf8)], framing: .events))
    }

    private static let cases: [(text: String, events: [ServerSentEvent])] = [
        // The examples of the standard.
        ("data: YHOO\ndata: +2\ndata: 10\n\n", [.init(data: "YHOO\n+2\n10")]),
        (
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
            [
                .init(data: "first event", id: "1"), .init(data: "second event", id: ""),
                .init(data: " third event", id: ""),
            ]
        ),
        ("data\n\ndata\ndata\n\ndata:", [.init(data: ""), .init(data: "\n")]),
        ("data:test\n\ndata: test\n\n", [.init(data: "test"), .init(data: "test")]),
        // Kinds, which do not stay, and ids, which do.
        (
            "event: a\ndata: 1\nid: x\n\ndata: 2\n\nevent: b\n\ndata: 3\n\n",
            [.init(event: "a", data: "1", id: "x"), .init(data: "2", id: "x"), .init(data: "3", id: "x")]
        ),
        ("id: a\0b\ndata: 1\n\n", [.init(data: "1")]),
        (
            "retry: 10\ndata: 1\n\nretry: 1x\ndata: 2\n\nretry:\ndata: 3\n\n",
            [
                .init(data: "1", retry: 10), .init(data: "2"), .init(data: "3"),
            ]
        ),
        // Ends of lines, a mark at the beginning, other fields, and an event that does not end.
        (
            "data: a\r\n\r\ndata: b\r\rdata: c\n\ndata: d\r\n\n",
            [
                .init(data: "a"), .init(data: "b"), .init(data: "c"), .init(data: "d"),
            ]
        ),
        ("\u{FEFF}data: a\n\n\u{FEFF}data: b\n\n", [.init(data: "a")]),
        ("\n\n\nfoo: bar\n:\n::\ndata: é日👩\n\ndata: lost\n", [.init(data: "é日👩")]),
        ("data: a: b\n Data: c\n\n", [.init(data: "a: b")]),
        ("", []),
    ]

    @Test func eventsAreFoundByTheStandard() async throws {
        for (text, expected) in Self.cases { #expect(try await events(text) == expected, "\(text.debugDescription)") }
    }

    /// The same events, wherever the bytes are cut.
    @Test func eventsAreFoundInPiecesOfAnySize() async throws {
        for (text, expected) in Self.cases {
            let bytes = Array(text.utf8)
            for cut in bytes.indices {
                let stream = EventStream<ServerSentEvent>(
                    pieces: [Array(bytes[..<cut]), Array(bytes[cut...])], framing: .events)
                #expect(try await collect(stream) == expected, "\(text.debugDescription) cut at \(cut)")
            }
            let single = EventStream<ServerSentEvent>(pieces: bytes.map { [$0] }, framing: .events)
            #expect(try await collect(single) == expected, "\(text.debugDescription)")
        }
    }

    @Test func dataIsTyped() async throws {
        let text =
            "event: ping\ndata:\n\ndata: {\"id\":\ndata: 1}\n\n: x\n\ndata: {\"id\": 2}\n\ndata: [DONE]\n\ndata: {\n\n"
        let stream = EventStream<VirtualNumber>(pieces: [Array(text.utf8)], framing: .eventData)
        #expect(try await collect(stream).map(\.id) == [1, 2])
        #expect(try await collect(stream.events).count == 5)
        #expect(try await collect(stream).count == 2)
    }

    @Test func linesAreTyped() async throws {
        let text = "{\"id\": 1}\r\n\n  \n{\"id\": 2}\n{\"id\": 3}"
        let bytes = Array(text.utf8)
        for cut in bytes.indices {
            let stream = EventStream<VirtualNumber>(
                pieces: [Array(bytes[..<cut]), Array(bytes[cut...])], framing: .lines)
            #expect(try await collect(stream).map(\.id) == [1, 2, 3])
        }
        let sequence = "\u{1E}1\n\u{1E}\u{1E}2\n"
        #expect(try await collect(EventStream<Int>(pieces: [Array(sequence.utf8)], framing: .sequence)) == [1, 2])
    }

    @Test func aValueThatDoesNotFitEndsTheStream() async throws {
        var iterator = EventStream<Int>(pieces: [Array("1\nx\n3\n".utf8)], framing: .lines).makeAsyncIterator()
        #expect(try await iterator.next() == 1)
        await #expect(throws: DecodingIssue.self) { try await iterator.next() }
        #expect(try await iterator.next() == nil)
    }

    @Test func theAnswerDecidesWhatItIs() async throws {
        let server = try LoopbackServer { request in
            let isFirst = request.connection == 1
            let type = isFirst ? "text/event-stream; charset=utf-8" : "application/json"
            let body = isFirst ? "data: {\"id\": 1}\n\ndata: {}\n\n" : #"{"id": 3}"#
            return .respondAndClose(Answer.message(200, body, headers: ["Content-Type: \(type)"]))
        }
        let client = TelephonyClient(token: "t", server: .init(url: server.url), transport: .urlSession())
        guard case .events(let stream) = try await client.send(Chat()).value else {
            Issue.record("the first answer is no stream")
            return
        }
        var iterator = stream.makeAsyncIterator()
        #expect(try await iterator.next()?.id == 1)
        let error = await #expect(throws: APIError.self) { try await iterator.next() }
        #expect(error?.kind == .decoding)
        #expect(error?.operationID == "chat")
        guard case .json(let number) = try await client.send(Chat()).value else {
            Issue.record("the second answer is no JSON")
            return
        }
        #expect(number.id == 3)
        #expect(server.requests.first?.header("Accept") == "application/json, text/event-stream")
    }
}
