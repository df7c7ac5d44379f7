import Foundation
import Testing

@testable import OpenAPIModel

/// `docs/Document.md` is printed from the readers; only its last column is written by hand.
@Suite struct DocumentTableTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs/Document.md")

    private static let head = """
        # The members of OpenAPI's objects

        Every member that the readers in `Sources/OpenAPIModel/Document` ask for, by object and version, and where it is used
        after it was read: `resolve` makes types and operations of it, `bind` follows it, `read` only checks and keeps it for
        validation, lint, comparison and documentation. Every object also keeps its `x-…` members; `$ref` may stand in place of
        the objects that OpenAPI lets references stand for. 2.0 is Swagger 2.0, whose members become those of OpenAPI 3 where they
        are read (`Document/Swagger`).

        The table is printed from the readers, which note what they ask for; a test fails where it is stale.
        `UPDATE_GOLDENS=1 swift test --filter DocumentTableTests` prints it anew. Only the last column is written by hand.

        | object | member | value | 2.0 | 3.0 | 3.1 | 3.2 | used in |
        | --- | --- | --- | --- | --- | --- | --- | --- |

        """

    @Test func theTableIsFresh() throws {
        let old = (try? String(contentsOf: DocumentTableTests.file, encoding: .utf8)) ?? ""
        let printed = table(keeping: uses(in: old))
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
            try printed.write(to: DocumentTableTests.file, atomically: true, encoding: .utf8)
        }
        #expect(old == printed, "docs/Document.md is stale; run with UPDATE_GOLDENS=1 and read what changed")
        #expect(!printed.contains("| ? |"), "say in docs/Document.md where new members are used")
    }

    private func table(keeping uses: [String: String]) -> String {
        DocumentTableTests.head
            + documentMembers().map { member in
                let object = DocumentMember.shortName(member.object)
                let versions = OpenAPIVersion.allCases.map { member.versions.contains($0) ? "✓" : "" }
                let cells =
                    [object, "`\(member.key)`", member.value] + versions + [uses["\(object) `\(member.key)`"] ?? "?"]
                return "| " + cells.joined(separator: " | ") + " |\n"
            }
            .joined()
    }

    /// The last column by object and member.
    private func uses(in text: String) -> [String: String] {
        var uses: [String: String] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| ") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            if cells.count >= 9 { uses["\(cells[1]) \(cells[2])"] = cells[cells.count - 2] }
        }
        return uses
    }

    @Test(arguments: [
        ("OpenAPI", "$self", "3.2"), ("OpenAPI", "webhooks", "3.1 3.2"), ("Path Item", "additionalOperations", "3.2"),
        ("Path Item", "query", "3.2"), ("Media Type", "itemSchema", "3.2"), ("Media Type", "prefixEncoding", "3.2"),
        ("Media Type", "itemEncoding", "3.2"), ("Encoding", "encoding", "3.2"), ("Components", "pathItems", "3.1 3.2"),
        ("Components", "mediaTypes", "3.2"), ("Tag", "summary", "3.2"), ("Tag", "parent", "3.2"),
        ("Tag", "kind", "3.2"),
        ("Server", "name", "3.2"), ("Response", "summary", "3.2"), ("Example", "dataValue", "3.2"),
        ("Example", "serializedValue", "3.2"), ("Discriminator", "defaultMapping", "3.2"), ("XML", "nodeType", "3.2"),
        ("Security Scheme", "oauth2MetadataUrl", "3.2"), ("Security Scheme", "deprecated", "3.2"),
        ("OAuth Flows", "deviceAuthorization", "3.2"), ("OAuth Flow", "deviceAuthorizationUrl", "3.2"),
        ("Info", "summary", "3.1 3.2"), ("OpenAPI", "host", "2.0"), ("OpenAPI", "definitions", "2.0"),
        ("Operation", "consumes", "2.0"), ("Operation", "requestBody", "3.0 3.1 3.2"),
        ("Parameter", "collectionFormat", "2.0"), ("Parameter", "name", "2.0 3.0 3.1 3.2"),
        ("Response", "schema", "2.0"), ("Security Scheme", "flow", "2.0"),
        ("Schema", "discriminator", "2.0 3.0 3.1 3.2"),
        ("License", "identifier", "3.1 3.2"), ("Schema", "nullable", "3.0"),
        ("Schema", "const", "3.1 3.2"), ("Header", "allowReserved", "3.0"),
        ("Parameter", "allowReserved", "3.0 3.1 3.2"),
        ("Parameter", "allowEmptyValue", "2.0 3.0 3.1 3.2"), ("Responses", "{status}", "2.0 3.0 3.1 3.2"),
    ])
    func membersAreInTheirVersions(object: String, key: String, versions: String) {
        let member = documentMembers().first { DocumentMember.shortName($0.object) == object && $0.key == key }
        #expect(member?.versions.map(\.rawValue).sorted().joined(separator: " ") == versions)
    }

    @Test func everyObjectIsReached() {
        let objects = Set(documentMembers().map { DocumentMember.shortName($0.object) })
        #expect(
            objects == [
                "OpenAPI", "Info", "Contact", "License", "Server", "Server Variable", "Components", "Paths",
                "Path Item",
                "Operation", "External Documentation", "Parameter", "Request Body", "Media Type", "Encoding",
                "Responses",
                "Response", "Callback", "Example", "Link", "Header", "Tag", "Schema", "Discriminator", "XML",
                "Security Scheme", "OAuth Flows", "OAuth Flow", "Security Requirement",
            ])
    }
}
