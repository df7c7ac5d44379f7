import Foundation
import TrunklineRuntime

// Written as the generator writes a module, to test the contract between both.

struct VirtualNumber: ObjectModel, Hashable, Codable {
    var id: Int
    var name: String?

    init(id: Int, name: String? = nil) {
        self.id = id
        self.name = name
    }

    init(from object: inout ObjectDecoder) throws(DecodingIssue) {
        id = try object.required("id")
        name = object.optional("name")
    }

    func encode(into object: inout ObjectEncoder) {
        object.required("id", id)
        object.optional("name", name)
    }
}

struct ErrorBody: ObjectModel, Hashable, Codable {
    var error: String

    init(error: String) { self.error = error }

    init(from object: inout ObjectDecoder) throws(DecodingIssue) { error = object.required("error") }

    func encode(into object: inout ObjectEncoder) { object.required("error", error) }
}

struct ValidationBody: ObjectModel, Hashable, Codable {
    var errors: [String]

    init(errors: [String]) { self.errors = errors }

    init(from object: inout ObjectDecoder) throws(DecodingIssue) { errors = try object.required("errors") }

    func encode(into object: inout ObjectEncoder) { object.required("errors", errors) }
}

struct GetVirtualNumber: APIOperation {
    var id: Int

    static let metadata = OperationMetadata(
        "getVirtualNumber", .get, "/virtual_numbers/{id}", idempotent: true, security: [.bearer],
        errors: [.status(404, ErrorBody.self), .range(400...499, ValidationBody.self), .status(503)])

    func encode(into request: inout RequestEncoder) { request.path("id", id) }
    static func decode(_ response: ResponseDecoder) throws -> VirtualNumber { try response.json(200, at: "data") }
}

struct UpdateVirtualNumber: APIOperation {
    var id: Int
    var body: VirtualNumber

    static let metadata = OperationMetadata(
        "updateVirtualNumber", .patch, "/virtual_numbers/{id}", idempotent: false, security: [.bearer],
        errors: [.default(ErrorBody.self)])

    func encode(into request: inout RequestEncoder) {
        request.path("id", id)
        request.json(body)
    }
    static func decode(_ response: ResponseDecoder) throws -> VirtualNumber { try response.json(200...299, at: "data") }
}

struct PurchaseNumber: APIOperation {
    static let metadata = OperationMetadata(
        "purchaseNumber", .post, "/purchase", idempotent: false, security: [.bearer])

    func encode(into request: inout RequestEncoder) {}
    static func decode(_ response: ResponseDecoder) throws { try response.empty(201, 204) }
}

struct ReplaceNumber: APIOperation {
    var body: VirtualNumber

    static let metadata = OperationMetadata("replaceNumber", .put, "/replace", security: [.bearer])

    func encode(into request: inout RequestEncoder) { request.json(body) }
    static func decode(_ response: ResponseDecoder) throws { try response.empty(204) }
}

/// Several shapes of success.
struct PlaceCall: APIOperation {
    enum Output: Sendable, Equatable {
        case ok(VirtualNumber)
        case accepted(String)
        case noContent
    }

    static let metadata = OperationMetadata("placeCall", .post, "/calls", errors: [.status(404, ErrorBody.self)])

    func encode(into request: inout RequestEncoder) {}
    static func decode(_ response: ResponseDecoder) throws -> Output {
        switch response.status.code {
        case 200: .ok(try response.json(200))
        case 202: .accepted(try response.json(202, at: "job"))
        case 204: .noContent
        default: throw response.failure()
        }
    }
}

/// Bytes in, text or bytes out.
struct Transcribe: APIOperation {
    enum Output: Sendable, Equatable {
        case text(String)
        case bytes(Data)
    }

    var audio: Data?

    static let metadata = OperationMetadata("transcribe", .post, "/transcripts")

    func encode(into request: inout RequestEncoder) {
        request.data(audio, contentType: "audio/wav")
        request.header("Accept", "text/plain")
    }
    static func decode(_ response: ResponseDecoder) throws -> Output {
        response.status == .created ? .bytes(try response.data(201)) : .text(try response.text(200))
    }
}

/// Any parameters, without credentials.
struct Probe: APIOperation {
    var write: @Sendable (inout RequestEncoder) -> Void

    static let metadata = OperationMetadata("probe", .get, "/things")

    func encode(into request: inout RequestEncoder) { write(&request) }
    static func decode(_ response: ResponseDecoder) throws { try response.empty(200, 204) }
}

/// Any value in the path.
struct PathProbe<Value: JSONCodable>: APIOperation {
    var value: Value

    static var metadata: OperationMetadata { .init("pathProbe", .get, "/things/{id}/calls") }

    func encode(into request: inout RequestEncoder) { request.path("id", value) }
    static func decode(_ response: ResponseDecoder) throws { try response.empty(200, 204) }
}

struct VirtualNumbers: Sendable {
    let client: APIClient

    func get(id: Int, options: RequestOptions = .init()) async throws -> VirtualNumber {
        try await client.send(GetVirtualNumber(id: id), options).value
    }
}

struct TelephonyClient: GeneratedClient {
    struct Server: APIServer {
        let url: String
        init(url: String) { self.url = url }
        static var production: Self { Self(url: "https://api.example.com/api/v1/public") }
    }

    let client: APIClient

    init(
        token: String, server: Server = .production, transport: some Transport,
        configuration: ClientConfiguration = .init()
    ) {
        self.init(token: .init(token), server: server, transport: transport, configuration: configuration)
    }

    init(
        token: Credentials.Token, server: Server = .production, transport: some Transport,
        configuration: ClientConfiguration = .init()
    ) {
        client = APIClient(
            server: server, credentials: .bearer(token), transport: transport, errorMessage: ["/error", "/errors"],
            configuration: configuration)
    }

    var virtualNumbers: VirtualNumbers { VirtualNumbers(client: client) }
}
