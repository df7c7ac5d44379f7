import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Testing

@testable import number_directory

/// The service, in front of a local server with the examples of the providers' documentation.
@Suite struct NumberDirectoryTests {
    private static let topCallsID = "3c90c3cc-0d44-4b50-8888-8dd25736052a"

    /// The three APIs; the key of Vapi is wrong where told so.
    private func providers(rejectsVapi: Bool = false) throws -> some ApplicationProtocol {
        let router = Router()
        for (path, name) in [
            ("virtual_numbers", "identitycall-list"), ("v1/phone-numbers/:id", "topcalls-get"),
            ("phone-number", "vapi-list"),
        ] {
            let file = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Answers")
            let body = ByteBuffer(bytes: try Data(contentsOf: try #require(file)))
            router.get(RouterPath(path)) { request, _ in
                guard !rejectsVapi || path != "phone-number" else {
                    return Response(
                        status: .unauthorized,
                        body: .init(byteBuffer: ByteBuffer(string: #"{"message":"Invalid Key"}"#)))
                }
                return Response(status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: body))
            }
        }
        return Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)))
    }

    /// A directory that reads from the local server.
    private func directory(port: Int?) throws -> Directory {
        let url = try #require(URL(string: "http://127.0.0.1:\(port ?? 0)"))
        return Directory(
            [
                .identityCall(token: "test", server: .custom(url)),
                .topCalls(token: "test", ids: [Self.topCallsID], server: .custom(url)),
                .vapi(token: "test", server: .custom(url)),
            ], logger: Logger(label: "test"))
    }

    @Test func servesTheNumbersOfAllProviders() async throws {
        try await providers().test(.live) { server in
            let directory = try directory(port: server.port)
            try await directory.refresh()
            try await application(directory, every: .seconds(600), address: .hostname()).test(.router) { client in
                try await client.execute(uri: "/numbers", method: .get) { response in
                    let snapshot = try JSONDecoder().decode(Directory.Snapshot.self, from: Data(buffer: response.body))
                    #expect(snapshot.numbers.map(\.provider) == ["identitycall", "identitycall", "topcalls", "vapi"])
                    #expect(snapshot.numbers[0].name == "US Sales Line")
                    #expect(snapshot.failures == [:])
                }
                try await client.execute(uri: "/numbers?provider=topcalls", method: .get) { response in
                    let snapshot = try JSONDecoder().decode(Directory.Snapshot.self, from: Data(buffer: response.body))
                    #expect(snapshot.numbers.map(\.id) == [Self.topCallsID])
                }
            }
        }
    }

    @Test func aProviderThatFailsIsNamedAndTheOthersAreThere() async throws {
        try await providers(rejectsVapi: true).test(.live) { server in
            let directory = try directory(port: server.port)
            try await directory.refresh()
            let snapshot = await directory.snapshot()
            #expect(snapshot.numbers.count == 3)
            #expect(snapshot.failures == ["vapi": "listPhoneNumbers: 401 Unauthorized: Invalid Key"])
        }
    }

    @Test func numbersStayWhenTheirProviderIsGone() async throws {
        let known = try await providers().test(.live) { server in
            let directory = try directory(port: server.port)
            try await directory.refresh()
            return directory
        }
        try await known.refresh()
        let snapshot = await known.snapshot()
        #expect(snapshot.numbers.count == 4)
        #expect(snapshot.failures.count == 3)
    }
}
