import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why there is no server.
public struct SocketFailure: Error {
    let call: String
    let code: Int32

    init(_ call: String) {
        self.call = call
        code = errno
    }
}

/// A TCP socket of the system.
struct Socket: Sendable {
    private let descriptor: Int32

    /// A socket that listens on 127.0.0.1, on a port that the system chooses.
    ///
    /// - Parameter backlog: How many connections may wait to be accepted, about.
    static func listen(backlog: Int32 = 1_024) throws -> Socket {
        let result = try bound()
        guard systemListen(result.descriptor, backlog) == 0 else {
            defer { result.close() }
            throw SocketFailure("listen")
        }
        return result
    }

    /// A socket that has a port of 127.0.0.1 and does not listen: who connects is refused.
    static func bound() throws -> Socket {
        #if canImport(Darwin)
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        guard descriptor >= 0 else { throw SocketFailure("socket") }
        let result = Socket(descriptor: descriptor)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        let status = withAddress(&address) { pointer, size in bind(descriptor, pointer, size.pointee) }
        guard status == 0 else {
            defer { result.close() }
            throw SocketFailure("bind")
        }
        return result
    }

    /// A socket that begins to connect to a port of 127.0.0.1 and does not wait for that.
    static func connecting(to port: Int) throws -> Socket {
        let result = try bound()
        _ = fcntl(result.descriptor, F_SETFL, O_NONBLOCK)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        _ = withAddress(&address) { pointer, size in connect(result.descriptor, pointer, size.pointee) }
        return result
    }

    /// The port that it listens on.
    func port() throws -> Int {
        var address = sockaddr_in()
        let status = withAddress(&address) { pointer, size in getsockname(descriptor, pointer, size) }
        guard status == 0 else { throw SocketFailure("getsockname") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    /// The next connection that waits.
    func accept() -> Socket? {
        let connection = systemAccept(descriptor)
        guard connection >= 0 else { return nil }
        #if canImport(Darwin)
            var on: Int32 = 1
            setsockopt(connection, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
        #endif
        return Socket(descriptor: connection)
    }

    /// Waits until there is something to read; gives up after five minutes without.
    func waitForInput(until isOver: () -> Bool) -> Bool {
        for _ in 0..<6_000 where !isOver() {
            var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if poll(&entry, 1, 50) > 0 { return true }
        }
        return false
    }

    /// Whether there is something to read, or the end, within a while.
    func hasInput(within milliseconds: Int) -> Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, Int32(milliseconds)) > 0
    }

    /// What arrived; empty at the end.
    func read() -> Data {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        return Data(bytes.prefix(max(0, count)))
    }

    /// Writes all bytes.
    ///
    /// - Returns: false if the other side is gone.
    func write(_ data: Data) -> Bool {
        #if canImport(Darwin)
            let flags: Int32 = 0
        #else
            let flags = Int32(MSG_NOSIGNAL)
        #endif
        var rest = ArraySlice(data)
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, flags) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Gives the socket back to the system.
    func close() { systemClose(descriptor) }
}

private func withAddress(
    _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
) -> Int32 {
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &size) }
    }
}

// The methods of `Socket` hide the functions of the system that have the same names.
private func systemListen(_ descriptor: Int32, _ backlog: Int32) -> Int32 { listen(descriptor, backlog) }
private func systemAccept(_ descriptor: Int32) -> Int32 { accept(descriptor, nil, nil) }
private func systemClose(_ descriptor: Int32) { _ = close(descriptor) }
