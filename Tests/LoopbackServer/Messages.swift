import Foundation

/// A request as it arrived.
public struct ReceivedRequest: Sendable {
    /// The method as written.
    public let method: String
    /// The target as written, for example `/virtual_numbers/7?expand=calls`.
    public let target: String
    /// The header fields as written, in order.
    public let headers: [(name: String, value: String)]
    /// The body.
    public let body: Data
    /// Which connection it came on, counted from 1.
    public let connection: Int

    /// The value of the first header field with a name, in any case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// What to do with a request.
public enum Answer: Sendable {
    /// Writes bytes and waits for the next request on the connection.
    case respond(Data)
    /// Writes bytes and closes the connection.
    case respondAndClose(Data)
    /// Closes the connection without a word.
    case close
    /// Keeps the connection open without a word until the client or the test ends it.
    case hold

    /// Writes what a script says, at its own pace, and closes the connection.
    case script(@Sendable (Wire) -> Void)

    /// An answer with JSON on a connection that stays open.
    public static func json(_ status: Int, _ text: String, headers: [String] = []) -> Answer {
        .respond(Self.message(status, text, headers: ["Content-Type: application/json"] + headers))
    }

    /// An answer without a body on a connection that stays open.
    public static func empty(_ status: Int, headers: [String] = []) -> Answer {
        .respond(Self.message(status, "", headers: headers))
    }

    /// The bytes of an answer; `Content-Length` is added, except where RFC 9112 §6.2 forbids it.
    public static func message(_ status: Int, _ body: String, headers: [String] = []) -> Data {
        let length = status == 204 || status == 304 ? [] : ["Content-Length: \(body.utf8.count)"]
        return Data((["HTTP/1.1 \(status) Reason"] + headers + length + ["", body]).joined(separator: "\r\n").utf8)
    }
}

/// A connection, for a script that answers a request.
public struct Wire: Sendable {
    let socket: Socket
    let isStopped: @Sendable () -> Bool

    /// Writes a text.
    ///
    /// - Returns: false if the client is gone.
    @discardableResult public func write(_ text: String) -> Bool { socket.write(Data(text.utf8)) }

    /// Writes bytes.
    ///
    /// - Returns: false if the client is gone.
    @discardableResult public func write(_ data: Data) -> Bool { socket.write(data) }

    /// Writes bytes as a chunk (RFC 9112 §7.1).
    ///
    /// - Returns: false if the client is gone.
    @discardableResult public func chunk(_ text: String) -> Bool {
        write(String(text.utf8.count, radix: 16) + "\r\n" + text + "\r\n")
    }

    /// Waits until the client closes the connection.
    public func waitForClose() {
        while socket.waitForInput(until: isStopped), !socket.read().isEmpty {}
    }

    /// Waits a while, or until the client closes the connection.
    ///
    /// - Returns: false if the client is gone or the server was stopped.
    @discardableResult public func pause(milliseconds: Int) -> Bool {
        !isStopped() && !(socket.hasInput(within: milliseconds) && socket.read().isEmpty)
    }
}

/// Reads requests from a connection.
struct RequestReader {
    let socket: Socket
    let connection: Int
    let isStopped: @Sendable () -> Bool
    private var buffer = Data()

    init(socket: Socket, connection: Int, isStopped: @escaping @Sendable () -> Bool) {
        self.socket = socket
        self.connection = connection
        self.isStopped = isStopped
    }

    /// The next request; nil when the client closed the connection, sent nothing for long or the server was stopped.
    mutating func next() -> ReceivedRequest? {
        guard let head = readHead() else { return nil }
        let lines = head.components(separatedBy: "\r\n")
        let words = lines[0].components(separatedBy: " ")
        guard words.count == 3 else { return nil }
        let headers = lines.dropFirst().compactMap(Self.field)
        func value(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }
        if value("expect") != nil { _ = socket.write(Data("HTTP/1.1 100 Continue\r\n\r\n".utf8)) }
        let isChunked = value("transfer-encoding")?.lowercased() == "chunked"
        guard let body = isChunked ? readChunks() : readBody(value("content-length").flatMap { Int($0) } ?? 0) else {
            return nil
        }
        return ReceivedRequest(method: words[0], target: words[1], headers: headers, body: body, connection: connection)
    }

    private mutating func readHead() -> String? {
        let end = Data("\r\n\r\n".utf8)
        while true {
            if let range = buffer.range(of: end) {
                defer { buffer = Data(buffer[range.upperBound...]) }
                return String(decoding: buffer[..<range.lowerBound], as: UTF8.self)
            }
            guard readMore() else { return nil }
        }
    }

    private mutating func readBody(_ length: Int) -> Data? {
        while buffer.count < length {
            guard readMore() else { return nil }
        }
        defer { buffer = Data(buffer.dropFirst(length)) }
        return Data(buffer.prefix(length))
    }

    /// A body in chunks, without trailers (RFC 9112 §7.1).
    private mutating func readChunks() -> Data? {
        var body = Data()
        while let line = readLine(), let count = Int(line.prefix { $0 != ";" }, radix: 16) {
            guard let chunk = readBody(count), readLine() == "" else { return nil }
            if count == 0 { return body }
            body += chunk
        }
        return nil
    }

    private mutating func readLine() -> String? {
        let end = Data("\r\n".utf8)
        while true {
            if let range = buffer.range(of: end) {
                defer { buffer = Data(buffer[range.upperBound...]) }
                return String(decoding: buffer[..<range.lowerBound], as: UTF8.self)
            }
            guard readMore() else { return nil }
        }
    }

    private mutating func readMore() -> Bool {
        guard socket.waitForInput(until: isStopped) else { return false }
        let bytes = socket.read()
        buffer.append(bytes)
        return !bytes.isEmpty
    }

    private static func field(_ line: String) -> (name: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        return (String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
    }
}
