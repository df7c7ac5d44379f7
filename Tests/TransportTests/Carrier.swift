import LoopbackServer
import Testing
import TrunklineAsyncHTTPClient
import TrunklineRuntime
import TrunklineURLSession
import Vapi

#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOSSL
#endif

/// A transport that the suite is run with, plain or over TLS.
struct Carrier: Sendable, CustomTestStringConvertible {
    let name: String
    let make: @Sendable () -> any Transport
    /// Whether servers are reached over TLS.
    var isTLS = false
    /// Faults that it does not survive, which a test of their own shows.
    var exceptions: Set<String> = []
    /// Whether the body of a request is sent as it is made; if not, it is collected first.
    var streams = true
    /// Whether each request costs memory for good: in Foundation on Linux, the scheme and the host that libcurl takes apart.
    var losesMemory = false
    /// Whether an answer waits at the server while nobody reads it.
    var hasBackPressure = true

    var testDescription: String { name }

    /// All that the build has.
    static var all: [Carrier] {
        #if AsyncHTTPClient
            [urlSession, asyncHTTPClient, asyncHTTPClientOverTLS].compactMap { $0 }
        #else
            [urlSession]
        #endif
    }

    #if canImport(FoundationNetworking)
        static let urlSession = Carrier(
            name: "URLSession", make: { .urlSession() }, exceptions: ["connection cut in the headers"],
            streams: false, losesMemory: true, hasBackPressure: false)
    #else
        static let urlSession = Carrier(name: "URLSession", make: { .urlSession() }, streams: false)
    #endif

    #if AsyncHTTPClient
        static let asyncHTTPClient = Carrier(name: "AsyncHTTPClient") { .asyncHTTPClient() }

        /// Nil where no certificates can be made. `URLSession` trusts none that are made here: what trusts them is no
        /// setting of a session but of a system.
        static let asyncHTTPClientOverTLS = TestAuthority.shared.map { authority in
            let transport = AsyncHTTPClientTransport(configuration: .trusting(authority))
            return Carrier(name: "AsyncHTTPClient over TLS", make: { transport }, isTLS: true)
        }
    #endif

    /// A client of Vapi that talks to a server of a test.
    func client(_ server: LoopbackServer, _ configuration: ClientConfiguration = .quick) throws -> VapiClient {
        let line = try line(to: server)
        return VapiClient(
            token: "s3cr3t", server: .init(url: line.url), transport: line.transport, configuration: configuration)
    }

    /// A client of Vapi for a server that is not there.
    func client(_ port: ClosedPort) -> VapiClient {
        client(isTLS ? port.url.replacing("http:", with: "https:") : port.url)
    }

    /// A client of Vapi for any URL.
    func client(_ url: String) -> VapiClient {
        VapiClient(token: "s3cr3t", server: .init(url: url), transport: make(), configuration: .quick)
    }

    /// Where a server of a test is reached, and by which transport.
    func line(to server: LoopbackServer) throws -> (url: String, transport: any Transport) {
        try line(toPort: server.port)
    }

    /// Where whoever listens on a port is reached, and by which transport.
    func line(toPort port: Int) throws -> (url: String, transport: any Transport) {
        #if AsyncHTTPClient
            if isTLS, let authority = TestAuthority.shared {
                let tunnel = try TLSTunnel(to: port, .succeeds(authority.valid))
                return (tunnel.url, TunnelTransport(transport: make(), tunnel: tunnel))
            }
        #endif
        return ("http://127.0.0.1:\(port)", make())
    }
}

#if AsyncHTTPClient
    /// A transport that holds the tunnel which it needs.
    struct TunnelTransport: Transport {
        let transport: any Transport
        let tunnel: TLSTunnel

        func send(_ request: TransportRequest) async throws -> TransportResponse { try await transport.send(request) }
    }

    extension HTTPClient.Configuration {
        /// What the transport uses, with the root of the tests as the only one.
        static func trusting(_ authority: TestAuthority) -> Self {
            var configuration = trunkline
            configuration.tlsConfiguration = .makeClientConfiguration()
            configuration.tlsConfiguration?.trustRoots = .file(authority.root)
            return configuration
        }
    }
#endif

extension ClientConfiguration {
    /// Retries without long waits, and patience for a machine that is busy.
    static let quick = ClientConfiguration(timeout: .seconds(280), retryPolicy: .init(baseDelay: .milliseconds(1)))
}

extension VapiClient {
    /// Places the order that must never be placed twice.
    func buy() async throws -> PhoneNumber {
        try await phoneNumbers.create(.vapi(.init(name: "Support", numberDesiredAreaCode: "415")))
    }
}
