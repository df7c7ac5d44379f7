import OpenAPIModel
import SwiftEmitter

extension Rule {
    static let swiftName = Rule(
        "swift-name", "A name has letters, so that it is one in Swift as well.", .openAPI3(.note),
        in: .recommended,
        good: """
            components: { schemas: { Votes: { type: object, properties: { plusOne: { type: integer } } } } }
            """,
        bad: """
            components: { schemas: { Votes: { type: object, properties: { '1': { type: integer } } } } }
            """,
        .schema { schema, findings in
            guard !schema.isPureReference else { return }
            for entry in schema.properties where isUgly(entry.name) {
                let name = Words(entry.name).member
                let written = name.isEmpty ? "has no name of its own in Swift" : "is `\(name)` in Swift"
                findings.report(
                    "the member `\(entry.name)` \(written)", at: entry.nameRange,
                    help: "a name can be pinned in the configuration, under `names`")
            }
        })

    /// Whether a name begins with a digit or has nothing that Swift could spell.
    private static func isUgly(_ name: String) -> Bool {
        // What begins with a letter has words.
        if let first = name.utf8.first, (0x61...0x7A).contains(first | 0x20) { return false }
        let member = Words(name).member
        return member.isEmpty || member.hasPrefix("_") || !name.contains(where: \.isLetter)
    }
}
