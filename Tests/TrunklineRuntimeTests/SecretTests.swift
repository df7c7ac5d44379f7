import Foundation
import LoopbackServer
import SecuritySchemes
import Testing
import TrunklineTesting
import TrunklineURLSession

/// No credential appears in anything that is printed.
@Suite struct SecretTests {
    private static let secret = "s3cr3t/\"k\u{65}y\"+1"
    private static let login = Credentials.Basic(username: "Aladdin", password: "open sesame please")

    private static func client(_ transport: some Transport) -> ExampleClient {
        ExampleClient(
            headerKey: secret, queryKey: secret, login: login, petsAuth: .init { "t0k3n-of-today" },
            transport: transport)
    }

    private func printed(_ value: some Any) -> String {
        var text = "\(value) " + String(reflecting: value) + String(describing: Optional(value))
        dump(value, to: &text)
        dump([value], to: &text)
        return text
    }

    @Test func nothingPrintsASecret() async throws {
        let mock = MockTransport { _ in .json(500, "{}") }
        let client = Self.client(mock)
        let error = await #expect(throws: APIError.self) { try await client.getOptional() }
        let request = try #require(mock.requests.first)
        #expect(request.request.path?.contains("s3cr3t") == true)
        for text in [printed(client), printed(try #require(error)), printed(request), printed(Self.login)] {
            #expect(!text.contains("s3cr3t"), "\(text)")
            #expect(!text.contains("sesame"), "\(text)")
        }
        let token = printed(Credentials.Token("s3cr3t-token")) + printed(Credentials.Token { "s3cr3t-token" })
        #expect(!token.contains("s3cr3t"))
    }

    /// What servers repeat, in every form that the client itself or its server may have given it.
    @Test(arguments: [
        secret, "s3cr3t%2F%22key%22%2B1", "s3cr3t%2f%22key%22%2b1", #"s3cr3t/\"key\"+1"#,
        #"s3cr3t\/\"key\"+1"#,
        Data(secret.utf8).base64EncodedString(), "key=s3cr3t%2F%22key%22%2B1", "open sesame please",
        "open+sesame+please", "open%20sesame%20please", "QWxhZGRpbjpvcGVuIHNlc2FtZSBwbGVhc2U=",
    ])
    func whatAServerRepeatsIsStruckOut(_ echo: String) async throws {
        let transport = MockTransport { _ in throw TransportFailure(.connection, "lost: \(echo)!") }
        let error = await #expect(throws: APIError.self) { try await Self.client(transport).getOptional() }
        let text = printed(try #require(error)) + printed(try #require(error?.underlying))
        #expect(text.contains("<redacted>"))
        for part in ["s3cr3t", "sesame", "QWxhZGRp", echo] { #expect(!text.contains(part), "\(text)") }
    }

    @Test func tokenOfAProviderIsStruckOut() async throws {
        let transport = MockTransport { _ in throw TransportFailure(.connection, "no t0k3n-of-today!") }
        let error = await #expect(throws: APIError.self) { try await Self.client(transport).getScopes() }
        #expect(error?.description == "getScopes: no <redacted>!")
    }

    @Test func tokenOfOneCallIsStruckOut() async throws {
        let transport = MockTransport { _ in throw TransportFailure(.connection, "no t0k3n-of-the-call!") }
        let options = RequestOptions(headers: [.authorization: "Bearer t0k3n-of-the-call"])
        let error = await #expect(throws: APIError.self) {
            try await ExampleClient(transport: transport).getScopes(options: options)
        }
        #expect(error?.description == "getScopes: no <redacted>!")
    }

    @Test func keyInAURLIsStruckOutHoweverShort() async throws {
        let transport = MockTransport { _ in
            throw TransportFailure(.connection, "GET https://pets.example/?key=abc failed")
        }
        let client = ExampleClient(queryKey: "abc", transport: transport)
        let error = await #expect(throws: APIError.self) { try await client.getOptional() }
        #expect(error?.description == "getOptional: GET https://pets.example/?<redacted> failed")
    }

    /// `URLSession` puts the URL into its errors.
    @Test func keyInAURLThatNobodyAnswersIsNotPrinted() async throws {
        let client = ExampleClient(
            queryKey: Self.secret, server: .init(url: "http://127.0.0.1:1"), transport: .urlSession())
        let error = await #expect(throws: APIError.self) { try await client.getOptional() }
        #expect(error?.kind == .transport)
        let text = printed(try #require(error)) + printed(try #require(error?.underlying))
        #expect(!text.contains("s3cr3t"), "\(text)")
    }

    @Test func valueThatDoesNotFitIsNotPrinted() async throws {
        let mock = MockTransport { _ in .json(200, #"{"data": {"id": "idc_s3cr3tS3cr3t"}}"#) }
        let client = TelephonyClient(token: "idc_s3cr3tS3cr3t", transport: mock)
        let error = await #expect(throws: APIError.self) { try await client.virtualNumbers.get(id: 7) }
        #expect(error?.kind == .decoding)
        let text = printed(try #require(error)) + printed(try #require(error?.underlying))
        #expect(!text.contains("s3cr3t"), "\(text)")
    }
}
