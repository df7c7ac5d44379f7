import OpenAPIModel

extension Rule {
    static let serverTrailingSlash = Rule(
        "server-trailing-slash", "A server's address does not end with `/`, with which every path begins.",
        .openAPI3(.warning),
        in: .recommended,
        good: """
            servers: [{ url: 'https://pets.example/v1' }]
            """,
        bad: """
            servers: [{ url: 'https://pets.example/v1/' }]
            """,
        .server { server, findings in
            guard server.url.count > 1, server.url.hasSuffix("/") else { return }
            findings.report(
                "paths are appended to the address, which gives `//`", at: server.node, value: "url",
                help: "leave out the last `/`")
        })
}
