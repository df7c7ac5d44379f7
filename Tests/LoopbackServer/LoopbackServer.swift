import Foundation

/// An HTTP/1.1 server on 127.0.0.1 whose answers a test writes byte by byte, down to closing a connection without one.
///
/// It listens until ``stop()`` or until it is released. For example:
///
/// ```swift
/// let server = try LoopbackServer { request in
///     request.connection == 1 ? .respond(.json(200, "{}")) : .close
/// }
/// ```
public final class LoopbackServer: Sendable {
    /// The port, chosen by the system.
    public let port: Int
    private let state: ServerState

    /// Starts to listen.
    ///
    /// - Parameter handler: Decides what to do with each request. It is called on a thread of the connection.
    /// - Throws: ``SocketFailure`` if the system gives no socket.
    public init(_ handler: @escaping @Sendable (ReceivedRequest) -> Answer) throws {
        let listener = try Socket.listen()
        port = try listener.port()
        state = ServerState(handler)
        let state = state
        Thread.detachNewThread { state.accept(from: listener) }
    }

    deinit { state.stop() }

    /// The URL of the root, for example `http://127.0.0.1:40123`.
    public var url: String { "http://127.0.0.1:\(port)" }

    /// Every request whose head and body arrived, in order of arrival.
    public var requests: [ReceivedRequest] { state.requests }

    /// Forgets the requests so far, so that many cost no memory.
    ///
    /// - Returns: How many they were.
    public func forgetRequests() -> Int { state.forgetRequests() }

    /// How many connections were accepted.
    public var connectionCount: Int { state.connectionCount }

    /// How many connections are open, as far as the server knows.
    public var openConnectionCount: Int { state.openConnectionCount }

    /// Waits until the clients closed all connections.
    ///
    /// - Returns: false if some are still open after ten seconds.
    public func waitForClients() async -> Bool {
        for _ in 0..<1_000 where openConnectionCount > 0 { try? await Task.sleep(for: .milliseconds(10)) }
        return openConnectionCount == 0
    }

    /// Closes every connection and listens no more.
    public func stop() { state.stop() }
}

/// What the threads of a server share; they hold it instead of the server, so that releasing the server ends them.
final class ServerState: @unchecked Sendable {
    private let handler: @Sendable (ReceivedRequest) -> Answer
    private let lock = NSLock()
    private var received: [ReceivedRequest] = []
    private var accepted = 0
    private var closed = 0
    private var stopped = false

    init(_ handler: @escaping @Sendable (ReceivedRequest) -> Answer) {
        self.handler = handler
    }

    var requests: [ReceivedRequest] { lock.withLock { received } }
    var connectionCount: Int { lock.withLock { accepted } }
    var openConnectionCount: Int { lock.withLock { accepted - closed } }
    var isStopped: Bool { lock.withLock { stopped } }

    func stop() { lock.withLock { stopped = true } }

    func forgetRequests() -> Int {
        lock.withLock {
            defer { received = [] }
            return received.count
        }
    }

    /// Accepts connections until the server is stopped.
    func accept(from listener: Socket) {
        defer { listener.close() }
        while !isStopped {
            guard listener.waitForInput(until: { self.isStopped }), let socket = listener.accept() else { continue }
            let number = lock.withLock {
                accepted += 1
                return accepted
            }
            Thread.detachNewThread { self.serve(socket, number) }
        }
    }

    private func serve(_ socket: Socket, _ number: Int) {
        defer {
            socket.close()
            lock.withLock { closed += 1 }
        }
        var reader = RequestReader(socket: socket, connection: number, isStopped: { self.isStopped })
        while let request = reader.next() {
            lock.withLock { received.append(request) }
            switch handler(request) {
            case .respond(let bytes):
                guard socket.write(bytes) else { return }
            case .respondAndClose(let bytes):
                _ = socket.write(bytes)
                return
            case .close: return
            case .script(let script):
                script(Wire(socket: socket, isStopped: { self.isStopped }))
                return
            case .hold:
                while socket.waitForInput(until: { self.isStopped }), !socket.read().isEmpty {}
                return
            }
        }
    }
}
