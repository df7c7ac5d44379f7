import OpenAPIModel

extension Rule {
    static let serverNameUnique = Rule(
        "server-name-unique", "The name of a server is unique in its list.", section: "server-name",
        Levels(v3_2: .error),
        good: "servers: [{ url: 'https://a.example', name: a }, { url: 'https://b.example', name: b }]",
        bad: "servers: [{ url: 'https://a.example', name: a }, { url: 'https://b.example', name: a }]",
        .description { findings in findings.checkNames(findings.description.document.servers ?? []) },
        .pathItem { site, findings in
            if !site.isRepeated { findings.checkNames(site.item.servers ?? []) }
        },
        .operation { site, findings in findings.checkNames(site.operation.servers ?? []) })
}

extension RuleFindings {
    fileprivate mutating func checkNames(_ servers: [Server]) {
        var first: [String: Node] = [:]
        for server in servers {
            guard let name = server.name else { continue }
            guard let other = first[name] else {
                first[name] = server.node
                continue
            }
            report(
                "another server is called `\(name)`", at: server.node, value: "name",
                related: [.init("the other one is here", arena.valueRange(in: other, for: "name"))])
        }
    }
}
