import FlyingFox
import Foundation
import Lending
import Testing
import TrunklineURLSession

/// The generated module, against a library on this machine.
@Suite struct LendingTests {
    @Test func findsABook() async throws {
        try await withLibrary { client in
            let books = try await client.books.list(title: "R & D")
            #expect(books.map(\.title) == ["R & D"])
            #expect(books.first?.borrower == nil)
        }
    }

    @Test func bringsABookBack() async throws {
        try await withLibrary { client in
            let lent = try await client.books.update(isbn: "978-0", .init(borrower: "Ada"))
            #expect(lent.borrower == "Ada")
            let back = try await client.books.update(isbn: "978-0", .init(borrower: .null))
            #expect(back.borrower == nil)
        }
    }

    private func withLibrary(_ body: (LendingClient) async throws -> Void) async throws {
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled)
        await server.appendRoute("GET /books") { request in
            .json(#"[{"isbn": "978-0", "title": "\#(request.query["title"] ?? "")", "borrower": null}]"#)
        }
        await server.appendRoute("PATCH /books/978-0") { request in
            let borrower = String(decoding: try await request.bodyData, as: UTF8.self).dropFirst().dropLast()
            return .json(#"{"isbn": "978-0", "title": "R & D", \#(borrower)}"#)
        }
        let running = Task { try await server.run() }
        defer { running.cancel() }
        try await server.waitUntilListening()
        guard case .ip4(_, let port) = await server.listeningAddress, let url = URL(string: "http://127.0.0.1:\(port)")
        else { throw URLError(.badURL) }
        try await body(LendingClient(server: .custom(url), transport: .urlSession()))
    }
}

extension FlyingFox.HTTPResponse {
    fileprivate static func json(_ text: String) -> Self {
        Self(statusCode: .ok, headers: [.contentType: "application/json"], body: Data(text.utf8))
    }
}
