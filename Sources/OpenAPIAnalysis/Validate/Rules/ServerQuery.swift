import OpenAPIModel

extension Rule {
    static let serverQuery = Rule(
        "server-query", "A server's address has no query and no fragment; paths are appended to it.",
        section: "server-url", Levels(v3_0: .warning, v3_1: .error, v3_2: .error),
        good: "servers: [{ url: 'https://pets.example/v1' }]",
        bad: "servers: [{ url: 'https://pets.example?version=1' }]",
        .server { server, findings in
            let literal = literalText(server.url)
            guard let mark = literal.first(where: { $0 == "?" || $0 == "#" }) else { return }
            findings.report(
                "the address of a server has no \(mark == "?" ? "query" : "fragment")", at: server.node, value: "url")
        })
}
