import OpenAPIModel

extension Rule {
    static let encodingExclusive = Rule(
        "encoding-exclusive",
        "`encoding` excludes `prefixEncoding` and `itemEncoding`, which are for multipart bodies that are lists.",
        section: "encoding-usage-and-restrictions", Levels(v3_2: .error),
        good: """
            components:
              requestBodies:
                photos:
                  content:
                    multipart/mixed:
                      schema: { type: array }
                      prefixEncoding: [{ contentType: application/json }]
                      itemEncoding: { contentType: image/png }
            """,
        bad: """
            components:
              requestBodies:
                photos:
                  content:
                    multipart/mixed:
                      schema: { type: array }
                      encoding: {}
                      itemEncoding: { contentType: image/png }
            """,
        .mediaType { site, findings in
            findings.checkEncodings(site.mediaType.node)
            guard !site.isMultipart, site.place != .component, !site.essence.contains("*") else { return }
            for key in ["prefixEncoding", "itemEncoding"] where findings.has(key, site.mediaType.node) {
                findings.report("`\(key)` is for multipart bodies", at: site.mediaType.node, key: key)
            }
        },
        .encoding { site, findings in findings.checkEncodings(site.encoding.node) })
}

extension RuleFindings {
    fileprivate mutating func checkEncodings(_ node: Node) {
        guard has("encoding", node) else { return }
        for key in ["prefixEncoding", "itemEncoding"] where has(key, node) {
            report(
                "`\(key)` and `encoding` exclude each other", at: node, key: key,
                related: [.init("the other one is here", arena.keyRange(in: node, for: "encoding"))])
        }
    }
}
