import OpenAPIModel

extension Rule {
    static let encodingIgnored = Rule(
        "encoding-ignored",
        "`encoding` is for forms and multipart bodies, up to 3.1 of requests alone; `headers` in it for multipart bodies.",
        section: "encoding-object", .openAPI3(.warning),
        good: """
            components:
              requestBodies:
                pet: { content: { application/x-www-form-urlencoded: { encoding: { tags: { explode: false } } } } }
            """,
        bad: """
            components:
              requestBodies:
                pet: { content: { application/json: { encoding: { tags: { explode: false } } } } }
            """,
        .mediaType { site, findings in
            guard findings.has("encoding", site.mediaType.node), !site.essence.contains("*") else { return }
            let isResponse = site.place == .response && findings.version(of: site.mediaType.node) < .v3_2
            guard !site.isForm && !site.isMultipart || isResponse, site.place != .component else { return }
            let what = isResponse ? "in a response" : "in `\(site.name)`"
            findings.report("`encoding` is ignored \(what)", at: site.mediaType.node, key: "encoding")
        },
        .encoding { site, findings in
            let media = site.mediaType
            if media.isForm {
                if findings.has("headers", site.encoding.node) {
                    findings.report("`headers` is ignored in a form", at: site.encoding.node, key: "headers")
                }
                return
            }
            // From 3.1 on these are for `multipart/form-data` as well.
            let isStyled =
                media.essence == "multipart/form-data" && findings.version(of: site.encoding.node) >= .v3_1
            guard media.isMultipart, !isStyled else { return }
            for key in ["style", "explode", "allowReserved"] where findings.has(key, site.encoding.node) {
                findings.report("`\(key)` is ignored in `\(media.name)`", at: site.encoding.node, key: key)
            }
        })
}
