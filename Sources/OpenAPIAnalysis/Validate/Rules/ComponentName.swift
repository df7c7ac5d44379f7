import OpenAPIModel

extension Rule {
    static let componentName = Rule(
        "component-name", "The name of a component has letters, digits, `.`, `-` and `_` only.",
        section: "components-object", .openAPI3(.error),
        good: """
            components:
              schemas: { Pet.v1: { type: object } }
            """,
        bad: """
            components:
              schemas: { Pet v1: { type: object } }
            """,
        .description { findings in
            guard let components = findings.description.document.components else { return }
            for section in findings.arena.entries(of: components.node) where !section.key.hasPrefix("x-") {
                for entry in findings.arena.entries(of: section.value) where !isComponentName(entry.key) {
                    findings.report(
                        "`\(entry.key)` is no name of a component", at: entry.keyRange,
                        help: "use letters, digits, `.`, `-` and `_`")
                }
            }
        })

    private static func isComponentName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: ".-_".utf8.contains(byte)
                }
            }
    }
}
