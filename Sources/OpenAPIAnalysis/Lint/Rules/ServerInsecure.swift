import OpenAPIModel

extension Rule {
    static let serverInsecure = Rule(
        "server-insecure", "A server is reached by `https`, but for one on this machine.", .openAPI3(.warning),
        in: .recommended,
        good: """
            servers: [{ url: 'https://pets.example' }, { url: 'http://localhost:8080' }]
            """,
        bad: """
            servers: [{ url: 'http://pets.example' }]
            """,
        .server { server, findings in
            guard server.url.lowercased().hasPrefix("http://") else { return }
            let host = server.url.dropFirst(7).prefix { !"/:".contains($0) }.lowercased()
            guard !["localhost", "127.0.0.1", "[", ""].contains(host), !host.hasSuffix(".localhost") else { return }
            findings.report(
                "what goes over `http` can be read by others", at: server.node, value: "url", help: "use `https`")
        })
}
