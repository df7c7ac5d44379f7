import Foundation
import LoopbackServer
import Testing
import TrunklineRuntime

/// What a server does to each request, and what a caller gets to see.
struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: APIError.Kind
    /// Whether a GET is sent again.
    var isRetried = false
    /// How long an attempt may take, where the fault is that nothing comes.
    var timeout: Duration?
    let answer: @Sendable (ReceivedRequest) -> Answer

    var testDescription: String { name }

    var configuration: ClientConfiguration {
        var configuration = ClientConfiguration.quick
        if let timeout { configuration.timeout = timeout }
        return configuration
    }

    static let all = silence + cuts + statuses + bodies

    private static let silence = [
        Fault(
            name: "accepted and silent", kind: .timeout, isRetried: true, timeout: .milliseconds(300)
        ) { _ in .hold },
        Fault(
            name: "headers one byte a second", kind: .timeout, isRetried: true, timeout: .milliseconds(300)
        ) { _ in
            .script { wire in
                for byte in "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" {
                    guard wire.write(String(byte)), wire.pause(milliseconds: 1_000) else { return }
                }
            }
        },
    ]

    private static let cuts = [
        Fault(name: "connection cut before the status line", kind: .transport, isRetried: true) { _ in .close },
        Fault(name: "connection cut in the headers", kind: .transport, isRetried: true) { _ in
            .respondAndClose(Data("HTTP/1.1 200 OK\r\nContent-Le".utf8))
        },
        Fault(name: "connection cut in the body", kind: .transport, isRetried: true) { _ in
            .respondAndClose(Data("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\"".utf8))
        },
        Fault(name: "connection cut in a chunk", kind: .transport, isRetried: true) { _ in
            .respondAndClose(Data("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{\"id\"".utf8))
        },
        Fault(name: "wrong content length: no number", kind: .transport, isRetried: true) { _ in
            .respondAndClose(Data("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}".utf8))
        },
        Fault(name: "wrong content length: too short", kind: .decoding) { request in
            let head = "HTTP/1.1 \(status(of: request)) OK\r\nContent-Length: 5\r\n\r\n"
            return .respondAndClose(Data("\(head){\"id\": \"pn_1\"}".utf8))
        },
    ]

    private static let statuses = [
        Fault(name: "429 with Retry-After in seconds", kind: .documentedStatus, isRetried: true) { _ in
            .json(429, "{}", headers: ["Retry-After: 0"])
        },
        Fault(name: "429 with Retry-After as a date", kind: .documentedStatus, isRetried: true) { _ in
            .json(429, "{}", headers: ["Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"])
        },
        Fault(name: "503 for ever", kind: .documentedStatus, isRetried: true) { _ in .json(503, "{}") },
        Fault(name: "redirect loop", kind: .documentedStatus) { request in
            .empty(302, headers: ["Location: \(request.target)"])
        },
        Fault(name: "redirect loop that keeps the method", kind: .documentedStatus) { request in
            .empty(308, headers: ["Location: \(request.target)"])
        },
    ]

    private static let bodies = [
        Fault(name: "truncated JSON", kind: .decoding) { success($0, #"{"id": "pn_1", "provider": "#) },
        Fault(name: "empty JSON", kind: .decoding) { success($0, "") },
        Fault(name: "JSON of another shape", kind: .decoding) { success($0, "[1]") },
        Fault(name: "non-UTF-8 JSON", kind: .decoding) { request in
            let head =
                "HTTP/1.1 \(status(of: request)) OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n"
            return .respond(Data(head.utf8) + Data("{\"id\":\"".utf8) + Data([0xFF, 0xFE]))
        },
        Fault(name: "deeply nested JSON", kind: .decoding) {
            success($0, String(repeating: "[", count: 1_000_000) + String(repeating: "]", count: 1_000_000))
        },
        Fault(name: "100 MB JSON", kind: .responseTooLarge) { request in
            .script { wire in
                wire.write("HTTP/1.1 \(status(of: request)) OK\r\nContent-Length: 100000000\r\n\r\n[")
                let piece = Data(String(repeating: "1,", count: 50_000).utf8)
                for _ in 1..<1_000 { guard wire.write(piece) else { return } }
                wire.write(piece.dropLast(2) + Data("]".utf8))
            }
        },
        Fault(name: "endless body", kind: .responseTooLarge) { request in
            .script { wire in
                wire.write("HTTP/1.1 \(status(of: request)) OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                let text = String(repeating: "x", count: 65_536)
                while wire.chunk(text), wire.pause(milliseconds: 4) {}
            }
        },
        Fault(name: "wrong content type", kind: .decoding) { request in
            .respond(Answer.message(status(of: request), "<html>", headers: ["Content-Type: text/html"]))
        },
    ]

    private static func status(of request: ReceivedRequest) -> Int { request.method == "POST" ? 201 : 200 }

    private static func success(_ request: ReceivedRequest, _ text: String) -> Answer {
        .json(status(of: request), text)
    }
}
