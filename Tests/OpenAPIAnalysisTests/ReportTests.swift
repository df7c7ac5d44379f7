import OpenAPIModel
import Testing
import TrunklineJSON

@testable import OpenAPIAnalysis

/// What is kept, counted and recognised again.
@Suite struct ReportTests {
    private static let text = """
        openapi: 3.1.0
        info: { title: Pets, version: "1" }
        tags: [{ name: pets }, { name: pets }]
        paths:
          /pets:
            get: { responses: { "200": { description: Pets. } } }
            post: { operationId: addPet, responses: {} }

        """

    private func checked(_ text: String, _ settings: LintSettings = LintSettings()) -> CheckedSpecification {
        let validated = Validated(text)
        var checked = CheckedSpecification(
            input: "openapi.yaml", files: validated.files, description: validated.description,
            findings: validated.diagnostics.sorted)
        checked.apply(settings)
        return checked
    }

    @Test func theWorstAreKeptInTheirOrder() {
        let all = Report([checked(Self.text)])
        #expect(all.findings.map(\.rule) == ["tag-unique", "operation-id", "responses-empty"])
        let two = Report([checked(Self.text)], maximumCount: 2)
        #expect(two.findings.map(\.rule) == ["tag-unique", "responses-empty"])
        #expect(two.summary == "1 specification: 2 errors, 1 warning (1 not shown)")
        #expect(Report([checked(Self.text)], maximumCount: 0).findings.isEmpty)
    }

    @Test func fingerprintsOutliveMovedLines() throws {
        let before = Report([checked(Self.text)]).findings.map(\.fingerprint)
        let moved = Self.text.replacing("tags:", with: "# A comment.\n\ntags:").replacing(
            "  /pets:", with: "  /owners: {}\n  /pets:")
        #expect(Report([checked(moved)]).findings.map(\.fingerprint) == before)
        #expect(Set(before).count == before.count)
        let baseline = try #require(Baseline(Baseline.text(of: Report([checked(Self.text)]))))
        let changed = moved.replacing("{ name: pets }]", with: "{ name: pets }, { name: pets }]")
        let report = Report([checked(changed)], known: baseline.fingerprints)
        #expect(report.findings.map(\.rule) == ["tag-unique"])
        #expect(report.summary == "1 specification: 1 error, 0 warnings (3 known before)")
    }

    @Test func otherTextIsNoBaseline() {
        for text in ["", "{}", "[]", #"{"version":2,"findings":[]}"#, #"{"version":1}"#] {
            #expect(Baseline(text) == nil, "\(text)")
        }
        #expect(Baseline(#"{"version":1,"findings":[]}"#)?.fingerprints == [])
    }

    @Test func sarifIsWellFormed() throws {
        let log = try JSONValue(parsing: Report([checked(Self.text)]).sarif(version: "1.2.3"))
        #expect(log["version"]?.string == "2.1.0")
        let run = try #require(log["runs"]?[0])
        #expect(run["tool"]?["driver"]?["name"]?.string == "trunkline")
        guard case .array(let rules)? = run["tool"]?["driver"]?["rules"], case .array(let results)? = run["results"]
        else {
            Issue.record("no rules or results")
            return
        }
        #expect(results.count == 3)
        for result in results {
            let index = try #require(result["ruleIndex"]?.int)
            #expect(rules[index]["id"] == result["ruleId"])
            let region = try #require(result["locations"]?[0]?["physicalLocation"]?["region"])
            #expect(try #require(region["startLine"]?.int) > 0)
            #expect(["error", "warning", "note"].contains(result["level"]?.string))
        }
    }
}
