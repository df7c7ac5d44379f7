import EventStreams
import Foundation
import FormBodies
import LoopbackServer
import MultipartBodies
import SuccessShapes
import Testing
import TrunklineTesting
import TrunklineURLSession

/// The generated code of goldens, run against a server.
@Suite struct GeneratedBodyTests {
    @Test func forms() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let client = FormBodies.ExampleClient(server: .init(url: server.url), transport: .urlSession())
        let pet = PetInput(name: "a b&c", age: .null, tags: ["x", "é"], owner: .init(name: "+"))
        try await client.sendPlain(pet)
        try await client.sendDeep(pet)
        try await client.sendDeep()
        try await client.sendStyles(
            .init(name: "a/b&c", tags: ["x", "y"], owner: .init(name: "o"), homes: [1, 2], friends: [3, 4]))
        try await client.sendMap(["k": "v w"])
        try await client.sendAnything(["k": 1])
        try await client.sendList("a=b")
        #expect(
            server.requests.map { String(decoding: $0.body, as: UTF8.self) } == [
                "name=a%20b%26c&age=&tags=x&tags=%C3%A9&owner=%7B%22name%22%3A%22%2B%22%7D",
                "name=a%20b%26c&age=&tags%5B0%5D=x&tags%5B1%5D=%C3%A9&owner%5Bname%5D=%2B", "",
                "name=a/b%26c&tags=x%20y&owner=%7B%22name%22%3A%22o%22%7D&homes=1,2&friends=3%7C4", "k=v%20w", "k=1",
                "a=b",
            ])
        let form = "application/x-www-form-urlencoded"
        #expect(
            server.requests.map { $0.header("Content-Type") } == [
                form, form, nil, form + "; charset=utf-8", form, form, form,
            ])
    }

    @Test func parts() async throws {
        let server = try LoopbackServer { _ in .empty(204) }
        let client = MultipartBodies.ExampleClient(server: .init(url: server.url), transport: .urlSession())
        try await client.uploadPicture(
            .init(
                picture: .init(Data([0, 255]), fileName: "a.png"), more: [.init(Data("m".utf8))], form: .round,
                tags: ["a", "b"], place: .init(city: "Bonn"), owner: .init(name: "o")))
        try await client.uploadMap(["k": "v"])
        try await client.uploadFiles([.init("a", .init(Data("x".utf8)))])
        let request = try #require(server.requests.first)
        let boundary = try #require(request.header("Content-Type")?.split(separator: "=").last)
        let parts: [[String]] = [
            ["picture\"; filename=\"a.png\"\r\nContent-Type: image/png"],
            ["more\"; filename=\"more\"\r\nContent-Type: image/png", "m"], ["form\"", "round"],
            ["tags\"", "a"], ["tags\"", "b"], ["place[city]\"", "Bonn"],
            ["owner\"\r\nContent-Type: application/json", #"{"name":"o"}"#],
        ]
        var expected = Data()
        for part in parts {
            expected += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part[0])\r\n\r\n".utf8)
            expected += (part.count > 1 ? Data(part[1].utf8) : Data([0, 255])) + Data("\r\n".utf8)
        }
        #expect(request.body == expected + Data("--\(boundary)--\r\n".utf8))
        #expect(server.requests.last?.header("Content-Type")?.hasPrefix("multipart/mixed; boundary=") == true)
    }

    @Test func shapesOfASuccess() async throws {
        func send(_ status: HTTPResponse.Status, _ type: String, _ body: String) -> SuccessShapes.ExampleClient {
            let response = TransportResponse(
                HTTPResponse(status: status, headerFields: [.contentType: type]), body: Data(body.utf8))
            return SuccessShapes.ExampleClient(transport: MockTransport { _ in response })
        }
        let json = "application/json"
        guard case .created(let pet) = try await send(.created, json, #"{"name": "a"}"#).createPet() else {
            throw Unexpected()
        }
        #expect(pet.name == "a")
        guard case .accepted(let later) = try await send(.accepted, json, #"{"ticket": "t"}"#).createPet() else {
            throw Unexpected()
        }
        #expect(later.ticket == "t")
        guard case .noContent = try await send(.noContent, json, "").createPet() else { throw Unexpected() }
        guard case .accepted("soon") = try await send(.accepted, "text/plain", "soon").replacePets() else {
            throw Unexpected()
        }
        guard case .success(let replaced) = try await send(.ok, json, #"{"name": "b"}"#).replacePets() else {
            throw Unexpected()
        }
        #expect(replaced.name == "b")
        try await send(.found, json, "").findPet()
        try await send(.ok, json, "").checkPets()
        let error = await #expect(throws: APIError.self) { try await send(.ok, json, "{}").createPet() }
        #expect(error?.kind == .undocumentedStatus)
        let failure = await #expect(throws: APIError.self) {
            try await send(.forbidden, "text/plain", "no").findPet()
        }
        #expect(failure?.body(as: String.self) == "no")
        guard case .data(let picture) = try await send(.ok, "image/png", "png").changePet() else { throw Unexpected() }
        #expect(try await picture.collect() == Data("png".utf8))
    }

    @Test func eventsOfSeveralKinds() async throws {
        let text = "event: born\ndata: a\nid: 1\n\nevent: fed\ndata: b\n\nevent: sold\ndata: c\n\n"
        let response = TransportResponse(
            HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"]), body: Data(text.utf8))
        let client = EventStreams.ExampleClient(transport: MockTransport { _ in response })
        var found: [String] = []
        for try await event in try await client.readEvents() {
            switch event {
            case .born(let born): found.append("born \(born.data ?? "")")
            case .fed(let fed): found.append("fed \(fed.data ?? "")")
            case .unknown(let other): found.append("\(other.json["event"]?.string ?? "") unknown")
            }
        }
        #expect(found == ["born a", "fed b", "sold unknown"])
        var ids: [String?] = []
        for try await event in try await client.readRaw() { ids.append(event.id) }
        #expect(ids == ["1", "1", "1"])
    }
}

private struct Unexpected: Error {}
