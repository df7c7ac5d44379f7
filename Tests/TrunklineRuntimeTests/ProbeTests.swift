import Foundation
import FoundationNetworking
import LoopbackServer
import Testing
import TrunklineRuntime
@testable import TrunklineURLSession

@Test(arguments: [ProcessInfo.processInfo.environment["WHAT"] ?? "GET"]) func probe(_ what: String) async throws {
    let server = try LoopbackServer { request in
        request.target == "/first" ? .json(200, "{}") : .close
    }
    let session = Session()
    var first = URLRequest(url: URL(string: server.url + "/first")!)
    first.httpMethod = "GET"
    _ = try await session.send(first, limit: 1000)
    var second = URLRequest(url: URL(string: server.url + "/second")!)
    second.httpMethod = String(what.prefix { $0 != "+" })
    if what.hasSuffix("+body") { second.httpBody = Data("{\"a\":1}".utf8) }
    if what.hasSuffix("+big") { second.httpBody = Data(repeating: 65, count: 3_000_000) }
    if what.hasSuffix("+close") { second.setValue("close", forHTTPHeaderField: "Connection") }
    var outcome = ""
    do { outcome = "\(try await session.send(second, limit: 1000).response.status)" } catch { outcome = "\(error) \((error as? TransportFailure)?.underlying as Any)" }
    print("PROBE", what, "arrivals:", server.requests.filter { $0.target == "/second" }.map(\.connection), server.connectionCount, outcome)
    for r in server.requests.suffix(1) { print("PROBE", what, r.headers) }
}

@Test func probeRedirect() async throws {
    let server = try LoopbackServer { request in
        request.target == "/first" ? .json(302, "{\"a\":1}", headers: ["Location: /second"]) : request.target == "/401" ? .json(401, "{\"error\":\"no\"}", headers: ["WWW-Authenticate: Bearer realm=\"x\""]) : request.target == "/401b" ? .json(401, "{\"error\":\"no\"}", headers: ["WWW-Authenticate: Basic realm=\"x\""]): .json(200, "{}")
    }
    for t in [ProcessInfo.processInfo.environment["T"] ?? "/a%2Fb/%2B%20x?q=%2B%5B%5D"] {
        let session = Session()
        let request = URLRequest(url: URL(string: server.url + t)!)
        let r = try await session.send(request, limit: 1000)
        print("PROBE", t, r.response.status, String(decoding: r.body, as: UTF8.self), r.response.headerFields, server.requests.map(\.target))
    }
}
