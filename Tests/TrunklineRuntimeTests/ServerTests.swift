import Foundation
import OperationServers
import Testing
import TrunklineTesting

/// The generated code of the golden `servers-operation`, run: where each operation is sent.
@Suite struct ServerTests {
    private let mock = MockTransport { _ in .empty(204) }

    /// Where all operations of a client are sent, in the order of the specification.
    private func addresses(_ client: ExampleClient, _ options: RequestOptions = .init()) async throws -> [String] {
        try await client.getPets(options: options)
        try await client.uploadPets(options: options)
        try await client.getSame(options: options)
        try await client.getFiles(options: options)
        try await client.putFiles(options: options)
        return mock.requests.map { "\($0.request.authority ?? "")\($0.request.path ?? "")" }
    }

    @Test func operationHasAChoiceOfItsOwn() async throws {
        let client = ExampleClient(transport: mock)
        try await client.uploadPets()
        try await client.uploadPets(options: .init(server: UploadPetsServer.server1(region: "us")))
        try await client.uploadPets(options: .init(server: UploadPetsServer.server2))
        let addresses = mock.requests.map { "\($0.request.authority ?? "")\($0.request.path ?? "")" }
        #expect(
            addresses == [
                "eu.upload.pets.example/v1/pets", "us.upload.pets.example/v1/pets", "other.pets.example/pets",
            ])
        let evil = RequestOptions(server: UploadPetsServer.server1(region: "evil.example/"))
        let error = await #expect(throws: APIError.self) { try await client.uploadPets(options: evil) }
        #expect(error?.kind == .invalidRequest)
        #expect(mock.requests.count == 3)
    }

    @Test func oneCallMayGoToAnotherServer() async throws {
        let mock = MockTransport()
        mock.on(GetVirtualNumber.self, .json(200, #"{"data": {"id": 7}}"#))
        let client = TelephonyClient(token: "t", transport: mock)
        let europe = TelephonyClient.Server(url: "https://eu.example.com/v1")
        _ = try await client.virtualNumbers.get(id: 7, options: .init(server: europe, timeout: .seconds(3)))
        _ = try await client.virtualNumbers.get(id: 7, options: .init(server: URL(string: "http://127.0.0.1:1")))
        _ = try await client.virtualNumbers.get(id: 7)
        #expect(mock.requests.map(\.request.authority) == ["eu.example.com", "127.0.0.1:1", "api.example.com"])
        #expect(mock.requests.first?.request.path == "/v1/virtual_numbers/7")
        let nowhere = RequestOptions(server: TelephonyClient.Server(url: "not a server"))
        let error = await #expect(throws: APIError.self) {
            try await client.virtualNumbers.get(id: 7, options: nowhere)
        }
        #expect(error?.kind == .invalidRequest)
        #expect(mock.requests.count == 3)
    }

    @Test func operationsHaveServersOfTheirOwn() async throws {
        #expect(
            try await addresses(ExampleClient(transport: mock)) == [
                "pets.example/v1/pets", "eu.upload.pets.example/v1/pets", "pets.example/v1/same",
                "files.pets.example/files", "pets.example/v2/files",
            ])
    }

    @Test func variablesArePutIn() async throws {
        #expect(
            try await addresses(ExampleClient(server: .test(region: "us"), transport: mock)) == [
                "us.test.pets.example/pets", "eu.upload.pets.example/v1/pets", "us.test.pets.example/same",
                "files.pets.example/files", "us.test.pets.example/v2/files",
            ])
    }

    @Test func customServerStandsInForAll() async throws {
        let url = try #require(URL(string: "http://localhost:8080/proxy"))
        #expect(
            try await addresses(ExampleClient(server: .custom(url), transport: mock)) == [
                "localhost:8080/proxy/pets", "localhost:8080/proxy/pets", "localhost:8080/proxy/same",
                "localhost:8080/proxy/files", "localhost:8080/proxy/files",
            ])
    }

    @Test func callNamesAServer() async throws {
        let url = try #require(URL(string: "https://other.pets.example/"))
        let addresses = try await addresses(ExampleClient(transport: mock), .init(server: url))
        #expect(addresses == ["/pets", "/pets", "/same", "/files", "/files"].map { "other.pets.example" + $0 })
    }

    @Test(arguments: [
        "a/b?c", "x@evil.example/", "a b", "{region}", "evil.example/", "evil.example#", "evil.example:80",
        "evil.example\\",
        "evil.example%2F", "[::1]/", "é", "\r\nX-Admin: 1",
    ])
    func variableThatMakesNoAddressIsRefused(_ region: String) async throws {
        let error = await #expect(throws: APIError.self) {
            try await ExampleClient(server: .test(region: region), transport: mock).getPets()
        }
        #expect(error?.kind == .invalidRequest)
        #expect(mock.requests.isEmpty)
    }

    @Test(arguments: [
        ("http://[::1]:8080", true), ("http://[::1]", true), ("http://localhost:", true),
        ("http://127.0.0.1:80/a", true),
        ("http://a_b.example", true), ("http://[", false), ("http://[]", false), ("http://[::1]x", false),
        ("http://a:b", false), ("http://:80", false), ("http://a%2eb", false), ("http://", false),
    ])
    func whatIsAnAddress(_ url: String, _ isOne: Bool) async throws {
        let error: APIError?
        do {
            try await ExampleClient(server: .init(url: url), transport: mock).getPets()
            error = nil
        } catch let failure as APIError { error = failure }
        #expect((error == nil) == isOne, "\(error.debugDescription)")
    }

    @Test(arguments: [("https://host", "https://host/v1"), ("https://host/", "https://host/v1")])
    func serverBelowAnother(_ base: String, _ expected: String) {
        #expect(ExampleClient.Server(url: base).appending("/v1").url == expected)
    }
}
