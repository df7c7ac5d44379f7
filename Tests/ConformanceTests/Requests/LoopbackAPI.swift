import Foundation
import LoopbackServer
import TrunklineRuntime

/// A loopback server that stands in for an API and answers everything alike.
struct LoopbackAPI {
    let server: LoopbackServer
    /// The server's URL with the base path of the API.
    let url: URL

    /// Starts to answer.
    ///
    /// - Parameters:
    ///   - original: Whose base path to take.
    ///   - status: The status of every answer.
    ///   - body: The body of every answer.
    ///   - headers: More header fields.
    init(in place: some APIServer, _ status: Int, _ body: JSONValue, headers: [String] = []) throws {
        let text = body.description
        try self.init(in: place) { _ in .json(status, text, headers: headers) }
    }

    /// Starts to answer by a closure.
    init(in place: some APIServer, _ answer: @escaping @Sendable (ReceivedRequest) -> Answer) throws {
        server = try LoopbackServer(answer)
        guard let original = URL(string: place.url), let url = URL(string: server.url + original.path) else {
            throw PageFault("\(place.url) is not a URL")
        }
        self.url = url
    }

    /// The only request so far.
    func request() throws -> ReceivedRequest {
        let requests = server.requests
        guard requests.count == 1, let request = requests.first else {
            throw PageFault("there were \(requests.count) requests")
        }
        return request
    }
}

extension ReceivedRequest {
    /// The target's path.
    var path: String { String(target.prefix { $0 != "?" }) }

    /// The target's query as written; empty for none.
    var query: String { String(target.drop { $0 != "?" }.dropFirst()) }

    /// The body's text.
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as JSON; nil for none.
    var json: JSONValue? {
        get throws { body.isEmpty ? Optional.none : try JSONValue(parsing: body) }
    }
}
