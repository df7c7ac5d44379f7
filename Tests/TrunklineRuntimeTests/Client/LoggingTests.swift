import Foundation
import Logging
import Testing
import TrunklineLogging
import TrunklineRuntime
import TrunklineTesting

/// Keeps what is written.
private struct Lines: LogHandler {
    let lines: Locked<[String]>
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let pairs = (event.metadata ?? [:]).filter { $0.key != "duration_ms" }.sorted { $0.key < $1.key }
        let text = pairs.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        lines.withLock { $0.append("\(event.level) \(event.message) \(text)") }
    }
}

@Suite struct LoggingTests {
    private let lines = Locked<[String]>([])

    private func client(_ transport: MockTransport, token: String = "s3cr3t-token") -> TelephonyClient {
        let lines = lines
        let logger = Logger(label: "test") { _ in Lines(lines: lines) }
        return TelephonyClient(
            token: token, transport: transport,
            configuration: .init(retryPolicy: .init(baseDelay: .milliseconds(1)), middleware: [.logging(logger)]))
    }

    @Test func callsAndAttemptsAreLines() async throws {
        let mock = MockTransport()
        let answer = TransportResponse.json(
            200, #"{"data": {"id": 7}}"#, headers: [try #require(HTTPField.Name("X-Request-ID")): "req_8f2c"])
        mock.on(GetVirtualNumber.self, .empty(503), answer)
        _ = try await client(mock).virtualNumbers.get(id: 15_551_234)
        let rest = "method=GET operation=getVirtualNumber path=/virtual_numbers/{id}"
        #expect(
            lines.withLock { $0 } == [
                "debug getVirtualNumber: 503 Service Unavailable attempt=1 \(rest) status=503",
                "debug getVirtualNumber: 200 OK attempt=2 \(rest) request_id=req_8f2c status=200",
                "info getVirtualNumber: 200 OK \(rest) request_id=req_8f2c status=200",
            ])
    }

    @Test func nothingPrivateIsWritten() async throws {
        let mock = MockTransport { request in
            let token = request.request.headerFields[.authorization] ?? ""
            throw TransportFailure(.connection, "\(token) cannot call +1 (555) 123-4567 or 15551234567, only 112")
        }
        let call = UpdateVirtualNumber(id: 7, body: VirtualNumber(id: 7, name: "p4ssw0rd"))
        await #expect(throws: APIError.self) {
            try await client(mock).send(call, options: .init(headers: [.cookie: "session=s3cr3t-cookie"]))
        }
        let text = lines.withLock { $0 }.joined(separator: "\n")
        for secret in ["s3cr3t", "p4ssw0rd", "4567", "555"] { #expect(!text.contains(secret), "\(text)") }
        #expect(
            text.contains(
                "warning updateVirtualNumber: Bearer <redacted> cannot call <redacted> or <redacted>, only 112"))
        #expect(text.contains("attempts=1"))
    }

    @Test func cancelledCallIsNoFailure() async throws {
        let mock = MockTransport { _ in throw CancellationError() }
        await #expect(throws: CancellationError.self) { try await client(mock).send(PurchaseNumber()) }
        #expect(lines.withLock { $0 }.last?.hasPrefix("info purchaseNumber: cancelled") == true)
    }
}
