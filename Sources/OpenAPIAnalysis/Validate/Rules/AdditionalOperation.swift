import OpenAPIModel

extension Rule {
    static let additionalOperation = Rule(
        "additional-operation",
        "`additionalOperations` has methods that no member of the path item is for, each a token of HTTP.",
        section: "path-item-additional-operations", Levels(v3_2: .error),
        good: """
            paths:
              /pets:
                additionalOperations: { COPY: { responses: { '200': { description: Copied. } } } }
            """,
        bad: """
            paths:
              /pets:
                additionalOperations: { POST: { responses: { '200': { description: Added. } } } }
            """,
        .pathItem { site, findings in
            guard !site.isRepeated,
                let map = findings.arena.value(in: site.item.node, for: "additionalOperations")
            else { return }
            for entry in findings.arena.entries(of: map) {
                if fixedMethods.contains(entry.key) {
                    let member = entry.key.lowercased()
                    findings.report(
                        "`\(entry.key)` has a member of its own", at: entry.keyRange, help: "write it as `\(member)`")
                } else if !isToken(entry.key) {
                    findings.report("`\(entry.key)` is no method of HTTP", at: entry.keyRange)
                }
            }
        })

    private static let fixedMethods: Set<String> = [
        "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY",
    ]
}

/// Whether a text is a token (RFC 9110, section 5.6.2).
func isToken(_ text: String) -> Bool {
    !text.isEmpty
        && text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
        }
}
