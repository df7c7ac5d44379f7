import FlyingFox
import Foundation

/// The three APIs on a local server, with the examples of their documentation.
actor ProviderServer {
    private let server: HTTPServer
    private var task: Task<Void, any Error>?
    /// The bodies that were sent, in order.
    private(set) var bodies: [String] = []

    init() throws { server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled) }

    /// Starts the server and gives its address.
    func start() async throws -> String {
        await answer("GET /virtual_numbers", "identitycall-list")
        await answer("GET /virtual_numbers/7", "identitycall-get")
        await answer("PATCH /virtual_numbers/7", "identitycall-update")
        await answer("GET /v1/phone-numbers/*", "topcalls-get")
        await answer("GET /phone-number", "vapi-list")
        await answer("GET /phone-number/*", "vapi-get")
        await answer("PATCH /phone-number/*", "vapi-get")
        task = Task { [server] in try await server.run() }
        try await server.waitUntilListening()
        guard case .ip4(_, let port) = await server.listeningAddress else { throw URLError(.badURL) }
        return "http://127.0.0.1:\(port)"
    }

    func stop() { task?.cancel() }

    private func answer(_ route: HTTPRoute, _ name: String) async {
        let file = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Answers")
        let body = file.flatMap { try? Data(contentsOf: $0) } ?? Data()
        await server.appendRoute(route) { [weak self] request in
            guard request.headers[.authorization] == "Bearer test" else {
                return HTTPResponse(statusCode: .unauthorized, body: Data(#"{"error": "Unauthorized"}"#.utf8))
            }
            await self?.keep(String(decoding: try await request.bodyData, as: UTF8.self))
            return HTTPResponse(statusCode: .ok, headers: [.contentType: "application/json"], body: body)
        }
    }

    private func keep(_ body: String) {
        if !body.isEmpty { bodies.append(body) }
    }
}
