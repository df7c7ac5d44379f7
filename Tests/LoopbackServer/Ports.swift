/// A port of 127.0.0.1 on which every connection is refused, for as long as it is held.
public final class ClosedPort: Sendable {
    /// The URL of the root.
    public let url: String
    private let socket: Socket

    /// Takes a port from the system.
    ///
    /// - Throws: ``SocketFailure`` if the system gives no socket.
    public init() throws {
        socket = try Socket.bound()
        url = "http://127.0.0.1:\(try socket.port())"
    }

    deinit { socket.close() }
}

/// A port of 127.0.0.1 whose connections are made by the system, and which nobody ever reads, for as long as it is held.
public final class SilentPort: Sendable {
    /// The port, chosen by the system.
    public let port: Int
    private let socket: Socket

    /// Takes a port from the system.
    ///
    /// - Throws: ``SocketFailure`` if the system gives no socket.
    public init() throws {
        socket = try Socket.listen()
        port = try socket.port()
    }

    deinit { socket.close() }
}

/// A port of 127.0.0.1 to which no connection is ever made, and none refused, for as long as it is held: the queue of those
/// that wait to be accepted is full.
public final class FullPort: Sendable {
    /// The port, chosen by the system.
    public let port: Int
    private let sockets: [Socket]

    /// Takes a port from the system.
    ///
    /// - Throws: ``SocketFailure`` if the system gives no socket.
    public init() throws {
        let listener = try Socket.listen(backlog: 0)
        let port = try listener.port()
        self.port = port
        sockets = try [listener] + (0..<8).map { _ in try Socket.connecting(to: port) }
    }

    deinit { for socket in sockets { socket.close() } }
}
