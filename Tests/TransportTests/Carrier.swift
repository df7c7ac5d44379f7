import Testing
import TrunklineAsyncHTTPClient
import TrunklineRuntime
import TrunklineURLSession
import Vapi

/// A transport that the suite is run with.
struct Carrier: Sendable, CustomTestStringConvertible {
    let name: String
    let make: @Sendable () -> any Transport
    /// Faults that it does not survive, which a test of their own shows.
    var exceptions: Set<String> = []
    /// Whether an answer waits at the server while nobody reads it.
    var hasBackPressure = true

    var testDescription: String { name }

    /// All that the build has.
    static var all: [Carrier] {
        #if AsyncHTTPClient
            [urlSession, Carrier(name: "AsyncHTTPClient") { .asyncHTTPClient() }]
        #else
            [urlSession]
        #endif
    }

    private static var urlSession: Carrier {
        #if canImport(FoundationNetworking)
            Carrier(
                name: "URLSession", make: { .urlSession() }, exceptions: ["connection cut in the headers"],
                hasBackPressure: false)
        #else
            Carrier(name: "URLSession") { .urlSession() }
        #endif
    }

    /// A client of Vapi that talks to a server of a test.
    func client(_ url: String, _ configuration: ClientConfiguration = .quick) -> VapiClient {
        VapiClient(token: "s3cr3t", server: .init(url: url), transport: make(), configuration: configuration)
    }
}

extension ClientConfiguration {
    /// Retries without long waits.
    static let quick = ClientConfiguration(retryPolicy: .init(baseDelay: .milliseconds(1)))
}

extension VapiClient {
    /// Places the order that must never be placed twice.
    func buy() async throws -> PhoneNumber {
        try await phoneNumbers.create(.vapi(.init(name: "Support", numberDesiredAreaCode: "415")))
    }
}
