import OpenAPIModel

extension Rule {
    static let unusedComponent = Rule(
        "unused-component", "A component is referred to, from wherever.", .openAPI3(.warning),
        in: .recommended,
        good: """
            paths:
              /pets: { get: { responses: { '200': { $ref: '#/components/responses/Pets' } } } }
            components:
              responses: { Pets: { description: Pets. } }
            """,
        bad: """
            paths:
              /pets: { get: { responses: { '200': { description: Pets. } } } }
            components:
              responses: { Pets: { description: Pets. } }
            """,
        .description { findings in
            let used = findings.usedComponents()
            // A document without operations is a library for others.
            guard let components = findings.description.document.components, !findings.survey.operations.isEmpty else {
                return
            }
            for section in findings.arena.entries(of: components.node)
            where !section.key.hasPrefix("x-") && section.key != "securitySchemes" {
                for entry in findings.arena.entries(of: section.value)
                where !used.contains(section.key + " " + entry.key) && !entry.key.hasPrefix("x-") {
                    guard !findings.isVariant(entry.value) else { continue }
                    findings.report("nothing refers to `\(entry.key)`", at: entry.keyRange)
                }
            }
        })
}

extension RuleFindings {
    /// The components that references and names of schemas in discriminators speak of, by section and name.
    fileprivate func usedComponents() -> Set<String> {
        var used: Set<String> = []
        for reference in description.allReferences {
            guard let mark = reference.text.firstIndex(of: "#") else {
                used.insert("schemas " + reference.text)
                continue
            }
            let fragment = String(reference.text[reference.text.index(after: mark)...])
            guard let tokens = JSONPointer(decoded(fragment))?.tokens, tokens.count >= 3 else { continue }
            if tokens[0] == "components" { used.insert(tokens[1] + " " + tokens[2]) }
        }
        return used
    }

    /// Whether a schema has a parent that tells its variants apart, so that it is found by way of that.
    fileprivate func isVariant(_ node: Node) -> Bool {
        guard let id = description.schemaID(at: node) else { return false }
        return description.schema(id).allOf.contains {
            description.schema(description.resolved($0)).discriminator != nil
        }
    }

    /// A fragment with `%7B` made `{`.
    private func decoded(_ text: String) -> String {
        guard text.contains("%") else { return text }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
