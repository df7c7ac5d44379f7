import FlyingFox
import Foundation
import Testing
import TrunklineURLSession

@testable import bakery

/// The commands, against a bakery on this machine.
@Suite struct BakeryTests {
    @Test func listsLoavesAndKeepsGrainsThatNobodyKnowsYet() async throws {
        try await withBakery { client in
            let loaves = try await BakeryCommand.list(client)
            #expect(loaves == "l1\tLandbrot\trye\nl2\tSunday\temmer")
        }
    }

    @Test func placesAnOrder() async throws {
        try await withBakery { client in
            let answer = try await BakeryCommand.place(client, loaf: "l1", count: 2)
            #expect(answer == "ordered 2 of l1")
        }
    }

    @Test func aFailureHasItsTypedBody() async throws {
        try await withBakery { client in
            let error = await #expect(throws: APIError.self) {
                try await BakeryCommand.place(client, loaf: "gone", count: 1)
            }
            #expect(error?.status == .notFound)
            #expect(error?.body(as: Bakery.Failure.self)?.message == "no such loaf")
        }
    }

    private func withBakery(_ body: (Bakery.Client) async throws -> Void) async throws {
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled)
        await server.appendRoute("GET /loaves") { _ in
            .json(
                .ok,
                #"[{"id": "l1", "name": "Landbrot", "grain": "rye"}, {"id": "l2", "name": "Sunday", "grain": "emmer"}]"#
            )
        }
        await server.appendRoute("POST /orders") { request in
            let order = String(decoding: try await request.bodyData, as: UTF8.self)
            guard !order.contains("gone") else { return .json(.notFound, #"{"message": "no such loaf"}"#) }
            return .json(.created, order)
        }
        let running = Task { try await server.run() }
        defer { running.cancel() }
        try await server.waitUntilListening()
        guard case .ip4(_, let port) = await server.listeningAddress, let url = URL(string: "http://127.0.0.1:\(port)")
        else { throw URLError(.badURL) }
        try await body(Bakery.Client(server: .custom(url), transport: .urlSession()))
    }
}

extension FlyingFox.HTTPResponse {
    fileprivate static func json(_ status: HTTPStatusCode, _ text: String) -> Self {
        Self(statusCode: status, headers: [.contentType: "application/json"], body: Data(text.utf8))
    }
}
