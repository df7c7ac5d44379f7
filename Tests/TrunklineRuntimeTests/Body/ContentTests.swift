import Foundation
import LoopbackServer
import Testing
import TrunklineTesting
import TrunklineURLSession

@testable import TrunklineRuntime

/// Written as the generator writes an operation that answers in several media types.
private struct ReadPicture: APIOperation {
    enum Output: Sendable, Equatable {
        case okData(Data)
        case okText(String)
        case accepted
    }

    static let metadata = OperationMetadata("readPicture", .get, "/picture", errors: [.status(404, String.self)])

    func encode(into request: inout RequestEncoder) { request.header("Accept", "image/*, text/plain") }

    static func decode(_ response: ResponseDecoder) throws -> Output {
        switch response.status.code {
        case 200 where response.isContent("text/plain"): .okText(try response.text(200))
        case 200 where response.isContent("image/*"): .okData(try response.data(200))
        case 200: throw response.unexpectedContent()
        case 202: .accepted
        default: throw response.failure()
        }
    }
}

private struct PictureHeaders: Sendable {
    let fields: HTTPFields

    init(_ fields: HTTPFields) { self.fields = fields }

    var limit: Int32? { fields.value("X-Limit") }
    var name: String? { fields.value("x-name") }
    var flag: Bool? { fields.value("X-Flag") }
    var time: Timestamp? { fields.value("X-Time") }
    var ids: [Int]? { fields.list("X-IDs") }
    var number: VirtualNumber? { fields.json("X-Number") }
}

@Suite struct ContentTests {
    private func read(_ status: Int, _ type: String?, _ body: Data) async throws -> ReadPicture.Output {
        let mock = MockTransport { _ in
            let fields: HTTPFields = type.map { [.contentType: $0] } ?? [:]
            return TransportResponse(HTTPResponse(status: .init(code: status), headerFields: fields), body: body)
        }
        return try await TelephonyClient(token: "t", transport: mock).send(ReadPicture()).value
    }

    @Test func theMediaTypeDecides() async throws {
        let bytes = Data([0, 255])
        #expect(try await read(200, "image/png", bytes) == .okData(bytes))
        #expect(try await read(200, "IMAGE/JPEG; q=1", bytes) == .okData(bytes))
        #expect(try await read(200, "Text/Plain;charset=UTF-8", Data("é".utf8)) == .okText("é"))
        #expect(try await read(202, "text/html", Data("<p>".utf8)) == .accepted)
    }

    @Test(arguments: ["text/html", "imagepng", "application/json", nil])
    func anotherMediaTypeIsAnError(_ type: String?) async throws {
        let error = await #expect(throws: APIError.self) { try await read(200, type, Data("x".utf8)) }
        #expect(error?.kind == .decoding)
        #expect(error?.status == .ok)
        #expect(error?.rawBody == Data("x".utf8))
    }

    @Test func anUndocumentedStatusIsAnError() async throws {
        let error = await #expect(throws: APIError.self) { try await read(201, "image/png", Data()) }
        #expect(error?.kind == .undocumentedStatus)
    }

    @Test(
        arguments: [
            ("text/plain; charset=ISO-8859-1", [0xE9]), ("text/plain; charset=\"utf-8\"", [0xC3, 0xA9]),
            ("text/plain; charset=utf-16be", [0x00, 0xE9]), ("text/plain", [0xC3, 0xA9]),
        ] as [(String, [UInt8])])
    func textIsReadInItsEncoding(_ type: String, _ bytes: [UInt8]) async throws {
        #expect(try await read(200, type, Data(bytes)) == .okText("é"))
    }

    @Test(arguments: [("text/plain", [0xE9]), ("text/plain; charset=klingon", [0x41])] as [(String, [UInt8])])
    func whatIsNoTextIsAnError(_ type: String, _ bytes: [UInt8]) async throws {
        let error = await #expect(throws: APIError.self) { try await read(200, type, Data(bytes)) }
        #expect(error?.kind == .decoding)
    }

    @Test func anErrorMayBeText() async throws {
        for (type, body, expected) in [
            ("text/plain", "no such picture", "no such picture"), ("application/json", "\"gone\"", "gone"),
        ] {
            let error = await #expect(throws: APIError.self) { try await read(404, type, Data(body.utf8)) }
            #expect(error?.kind == .documentedStatus)
            #expect(error?.body(as: String.self) == expected)
        }
    }

    @Test(
        arguments: [
            ("image/png", "image/*", true), ("image/png", "IMAGE/PNG", true),
            ("image/png; a=b", "image/png; c=d", true),
            ("image/png", "image/pn", false), ("image/png", "*/*", true), ("imagex/png", "image/*", false),
            ("application/problem+json", "application/*+json", true), ("application/json", "application/*+json", false),
            ("application/+json", "application/*+json", true), (nil, "application/octet-stream", true),
            (nil, "application/json", false), ("", "image/png", false),
        ] as [(String?, String, Bool)])
    func mediaTypesMatchRanges(_ type: String?, _ range: String, _ expected: Bool) {
        #expect(MediaType.matches(type, range) == expected)
    }

    @Test func headerFieldsAreTyped() async throws {
        let server = try LoopbackServer { _ in
            .empty(
                202,
                headers: [
                    "X-Limit: 60", "X-Name: 17", "X-Flag: true", "X-Time: 2026-01-02T03:04:05Z", "X-IDs: 1, 2,3",
                    #"X-Number: {"id": 7}"#,
                ])
        }
        let client = TelephonyClient(token: "t", server: .init(url: server.url), transport: .urlSession())
        let headers = PictureHeaders(try await client.send(ReadPicture()).headers)
        #expect(headers.limit == 60)
        #expect(headers.name == "17")
        #expect(headers.flag == true)
        #expect(headers.time == Timestamp("2026-01-02T03:04:05Z"))
        #expect(headers.ids == [1, 2, 3])
        #expect(headers.number?.id == 7)
    }

    @Test func headerFieldsThatAreNotThereOrDoNotFitAreNil() {
        let none = PictureHeaders([:])
        #expect(none.limit == nil && none.name == nil && none.ids == nil && none.number == nil)
        var fields = HTTPFields()
        for (name, value) in [("X-Limit", "many"), ("X-Flag", "1"), ("X-IDs", "1,x"), ("X-Number", "7")] {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        let wrong = PictureHeaders(fields)
        #expect(wrong.limit == nil && wrong.flag == nil && wrong.ids == nil && wrong.number == nil)
    }
}
