import Foundation

/// Whether machines on the open internet are behind a name: a specification must not make the tool ask those around it.
enum PublicAddress {
    /// What is wrong with a host, in words; nil where all of its addresses are public.
    static func objection(to host: String) -> String? {
        var hints = addrinfo()
        #if canImport(Darwin)
            hints.ai_socktype = SOCK_STREAM
        #else
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0, let first = list else { return "there is no host `\(host)`" }
        defer { freeaddrinfo(first) }
        for entry in sequence(first: first, next: { $0.pointee.ai_next }) {
            guard let bytes = bytes(of: entry.pointee), isPublic(bytes) else {
                return "`\(host)` is on a private network or this machine, which is never asked"
            }
        }
        return nil
    }

    private static func bytes(of info: addrinfo) -> [UInt8]? {
        guard let address = info.ai_addr else { return nil }
        switch info.ai_family {
        case AF_INET:
            return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
                withUnsafeBytes(of: pointer.pointee.sin_addr) { Array($0) }
            }
        case AF_INET6:
            return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
                withUnsafeBytes(of: pointer.pointee.sin6_addr) { Array($0) }
            }
        default: return nil
        }
    }

    /// - Parameter bytes: Four bytes of IPv4 or sixteen of IPv6, in the order of the network.
    static func isPublic(_ bytes: [UInt8]) -> Bool {
        bytes.count == 4 ? isPublicIPv4(bytes) : isPublicIPv6(bytes)
    }

    /// What IANA's registry of special addresses (RFC 6890) leaves.
    private static func isPublicIPv4(_ bytes: [UInt8]) -> Bool {
        switch (bytes[0], bytes[1], bytes[2]) {
        case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): false
        case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (198, 18...19, _): false
        case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 51, 100), (203, 0, 113): false
        default: true
        }
    }

    private static func isPublicIPv6(_ bytes: [UInt8]) -> Bool {
        // IPv4 in IPv6: mapped (RFC 4291), translated (RFC 6052), 6to4 (RFC 3056).
        if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10..<12].allSatisfy({ $0 == 0xFF }) {
            return isPublicIPv4(Array(bytes[12...]))
        }
        if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]) { return isPublicIPv4(Array(bytes[12...])) }
        if bytes.starts(with: [0x20, 0x02]) { return isPublicIPv4(Array(bytes[2..<6])) }
        let isGlobal = bytes[0] & 0xE0 == 0x20
        let isTeredo = bytes.starts(with: [0x20, 0x01, 0, 0])
        let isDocumentation = bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) || bytes.starts(with: [0x3F, 0xFF])
        return isGlobal && !isTeredo && !isDocumentation
    }
}
