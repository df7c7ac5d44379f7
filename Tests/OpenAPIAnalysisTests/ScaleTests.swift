import OpenAPIModel
import Testing

@testable import OpenAPIAnalysis

/// Documents made to keep a checker busy: what they cost grows with their size, and nothing is passed over in silence.
@Suite struct ScaleTests {
    private func validated(_ text: String, _ rules: Rule...) -> Validated {
        Validated("openapi: 3.2.0\ninfo: { title: Large, version: '1' }\n" + text, rules: rules)
    }

    private func lines(_ count: Int, _ line: (Int) -> String) -> String {
        (0..<count).map { line($0) + "\n" }.joined()
    }

    // MARK: Paths

    /// Every path of one kind clashes with every one of the other; each later one says so once, with how many there are.
    @Test func thousandsOfAmbiguousPathsAreAllFound() {
        let paths = lines(2500) { "  /pets/{id}/p\($0): {}\n  /{kind}/q\($0)/p\($0): {}" }
        #expect(validated("paths:\n" + paths, .pathAmbiguous).diagnostics.list.count == 2500)
        let other = validated("paths:\n" + lines(1500) { "  /p\($0)/{x}: {}\n  /{y}/q\($0): {}" }, .pathAmbiguous)
        #expect(other.diagnostics.list.count == 2999)
        #expect(other.diagnostics.list.last?.message == "an address may fit this path and `/p0/{x}` (and 1499 more)")
    }

    @Test func pathsThatAgreeNowhereAreNotAmbiguous() {
        let paths = lines(3000) { "  /a\($0)/{x}/c: {}\n  /b\($0)/c/{x}: {}" }
        #expect(validated("paths:\n" + paths, .pathAmbiguous).findings() == [])
    }

    /// Templates in every choice of 12 segments are too many ways to compare, which is said.
    @Test func whatIsNotComparedIsReported() {
        let paths = lines(1 << 12) { number in
            let segments = (0..<12).map { number & (1 << $0) == 0 ? "s" : "{a\($0)}" }
            return "  /" + segments.joined(separator: "/") + ": {}"
        }
        let found = validated("paths:\n" + paths, .pathAmbiguous).diagnostics.list
        #expect(found.count { $0.message.contains("compared with no others") } == 1)
    }

    // MARK: Others

    /// A schema is looked through up to a number of parts; that it has more is said once.
    @Test func schemasOfTooManyPartsAreReported() {
        let parts = (0..<5100).map { "{ $ref: '#/components/schemas/S\($0)' }" }.joined(separator: ", ")
        func whole(_ name: String) -> String {
            "    \(name): { type: object, required: [zz], properties: { a: {} }, allOf: [\(parts)] }\n"
        }
        let text = "paths: {}\ncomponents:\n  schemas:\n" + whole("A") + whole("B") + lines(5100) { "    S\($0): {}" }
        let found = validated(text, .requiredUndefined).diagnostics.list
        #expect(found.map(\.rule) == ["costly-check"])
    }

    @Test func parentsOfTagsAreFollowedOnce() {
        let tags = lines(10_000) { "  - { name: t\($0), parent: t\(($0 + 1) % 10_000) }" }
        #expect(validated("tags:\n" + tags + "paths: {}\n", .tagParent).findings().count == 1)
    }

    @Test func manyRequiredMembersAreLookedUp() {
        let names = (0..<10_000).map { "m\($0)" }.joined(separator: ", ")
        let members = (0..<10_000).map { "m\($0): {}" }.joined(separator: ", ")
        let schema = "{ type: object, required: [\(names), missing], properties: { \(members) } }"
        let found = validated(
            "paths: {}\ncomponents: { schemas: { A: \(schema) } }\n", .requiredUndefined, .requiredRecursion)
        #expect(found.findings().count == 1)
    }

    @Test func scopesOfOneSchemeAreReadOnce() {
        let scopes = (0..<2000).map { "s\($0): x" }.joined(separator: ", ")
        let paths = lines(2000) { "  /p\($0): { get: { security: [{ a: [s\($0), zz] }], responses: { '204': {} } } }" }
        let found = validated(
            """
            components:
              securitySchemes:
                a: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://a.example', scopes: { \(scopes) } } } }
            paths:

            """ + paths, .unknownScope)
        #expect(found.diagnostics.list.count == 2000)
    }

    @Test func longListsAreUnique() {
        let list = (0..<20_000).map { "[\($0)]" }.joined(separator: ", ")
        let schema = "{ type: array, uniqueItems: true, example: [\(list), [7]] }"
        let found = validated("paths: {}\ncomponents: { schemas: { A: \(schema) } }\n", .exampleMismatch).findings()
        #expect(found.count == 1 && found[0].contains("elements 8 and 20001 of the list are equal"), "\(found)")
    }

    /// A document in one line has its columns as soon as one with many lines.
    @Test func placesInOneLongLineAreFound() throws {
        let schemas = (0..<5000).map { "\"é\($0)\": { \"type\": \"string\", \"default\": \($0) }" }
        let validated = validated(
            "paths: {}\ncomponents: { schemas: { \(schemas.joined(separator: ", ")) } }\n", .defaultMismatch)
        let checked = CheckedSpecification(
            input: "openapi.yaml", files: validated.files, description: validated.description,
            findings: validated.diagnostics.sorted)
        let report = Report([checked])
        #expect(report.findings.count == 5000)
        let line = "components: { schemas: { \(schemas.joined(separator: ", ")) } }"
        let last = try #require(line.range(of: "4999 }"))
        let column = line.unicodeScalars.distance(from: line.startIndex, to: last.lowerBound) + 1
        #expect(report.findings.last?.place?.start.column == column)
        #expect(report.jsonLines.utf8.count > 5000)
    }

    @Test func commentsAreReadOncePerLine() {
        let comments = lines(3000) { "# \($0)" } + "# x-lint-ignore: tag-unique\n"
        let tags = (0..<3000).map { _ in "{ name: a }" }.joined(separator: ", ")
        let validated = validated("paths: {}\n" + comments + "tags: [\(tags)]\n", .tagUnique)
        var checked = CheckedSpecification(
            input: "openapi.yaml", files: validated.files, description: validated.description,
            findings: validated.diagnostics.sorted)
        #expect(checked.findings.count == 2999)
        checked.apply(LintSettings())
        #expect(checked.findings == [])
    }
}
