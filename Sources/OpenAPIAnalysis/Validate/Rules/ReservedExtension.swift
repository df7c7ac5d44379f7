import OpenAPIModel

extension Rule {
    static let reservedExtension = Rule(
        "reserved-extension", "Members that begin with `x-oai-` or `x-oas-` are left to the authors of OpenAPI.",
        section: "specification-extensions", Levels(v3_1: .warning, v3_2: .warning),
        good: "x-pets-owner: me",
        bad: "x-oas-owner: me",
        .description { findings in
            for prefix in ["x-oai-", "x-oas-"] {
                for entry in findings.arena.entries(withPrefix: prefix) {
                    findings.report("`\(entry.key)` is reserved for OpenAPI itself", at: entry.keyRange)
                }
            }
        })
}
