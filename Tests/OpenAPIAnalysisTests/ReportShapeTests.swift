import Foundation
import OpenAPIModel
import Testing
import TrunklineJSON

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import OpenAPIAnalysis

/// Reports are what the programs that read them expect, whatever the texts in them.
@Suite struct ReportShapeTests {
    /// Names with what every format gives a meaning to.
    private static let names = [
        "a\nb\r\nc", "100%25 {0} {{1}}", "::error file=a,line=1::x", "<&\"'>]]>", "\u{1B}[31m\u{0}\u{7F}\u{85}\u{2028}",
        "\u{FFFE}\u{FFFF}\u{10FFFF}", "`|*_~[x](1)", "\u{202E}abc", "é\u{301}👨‍👩‍👧",
    ]
    private static let paths = [
        "openapi.yaml", "a b/c#d?e.yaml", "%41:b,c.yaml", "/specs/ä.yaml", "x\ny.yaml", "<a>&\"b\".yaml",
        "https://pets.example/openapi.yaml",
    ]

    /// A finding for every name, in every file, with and without a place, with help and with other places.
    private static let report = {
        var files = SourceFiles()
        var findings: [Diagnostic] = []
        let severities: [Severity] = [.error, .warning, .note]
        for path in paths {
            let file = files.add(SourceFile(path: path, bytes: Array("first: 1\nsecond: [é, 2]\nthird: 3\n".utf8)))
            for (index, name) in names.enumerated() {
                let range = SourceRange(file: file, start: UInt32(index), end: UInt32(index * 3))
                findings.append(
                    Diagnostic(
                        severities[index % 3], index.isMultiple(of: 2) ? "tag-unique" : "yaml-syntax",
                        "the name `\(name)` is bad", at: range, help: index.isMultiple(of: 2) ? name : nil,
                        related: index.isMultiple(of: 3) ? [.init("\(name) is here", range)] : []))
            }
            findings.append(Diagnostic(.error, "unreadable-file", "it is not there", at: nil, path: path))
        }
        findings.append(Diagnostic(.error, "lock-file", "no file at all", at: nil))
        return Report([
            CheckedSpecification(input: "openapi.yaml", files: files, description: nil, findings: findings),
            CheckedSpecification(input: "openapi.yaml", files: files, description: nil, findings: findings),
        ])
    }()

    // MARK: SARIF

    @Test func sarifHasTheStructureThatTheStandardDemands() throws {
        let text = Self.report.sarif(version: "1.2.3")
        let checked = Checked(text, SARIFSchema.text, assertsFormats: true, path: "report.json")
        #expect(checked.findings == [])
        #expect(checked.faults == [])
        let run = try #require(try JSONValue(parsing: text)["runs"]?[0])
        let rules = try #require(run["tool"]?["driver"]?["rules"]?.elements)
        #expect(Set(rules.compactMap { $0["id"]?.string }).count == rules.count)
        let results = try #require(run["results"]?.elements)
        #expect(results.count == Self.report.findings.count)
        for result in results {
            let index = try #require(result["ruleIndex"]?.int)
            #expect(rules[index]["id"] == result["ruleId"])
            for location in (result["locations"]?.elements ?? []) + (result["relatedLocations"]?.elements ?? []) {
                guard let region = location["physicalLocation"]?["region"] else { continue }
                let numbers = ["startLine", "startColumn", "endLine", "endColumn"].compactMap { region[$0]?.int }
                #expect((numbers[0], numbers[1]) <= (numbers[2], numbers[3]))
            }
        }
    }

    /// The same of findings about a real document, whose places have pointers.
    @Test func sarifOfADocumentHasTheStructureToo() {
        let validated = Validated(
            """
            openapi: 3.2.0
            info: { title: Pets, version: '1' }
            tags: [{ name: '{0}' }, { name: '{0}' }]
            paths:
              /a/{0}: { get: { tags: [x], security: [{ key: [] }] } }

            """, isWhole: true)
        let checked = CheckedSpecification(
            input: "openapi.yaml", files: validated.files, description: validated.description,
            findings: validated.diagnostics.sorted)
        #expect(checked.findings.count > 3)
        #expect(
            Checked(
                Report([checked]).sarif(version: "1.0.0"), SARIFSchema.text, assertsFormats: true, path: "report.json"
            ).findings == [])
    }

    /// The schema itself finds what is wrong.
    @Test(arguments: [
        (#""version":"2.1.0""#, #""version":"2.0.0""#), (#""level":"error""#, #""level":"bad""#),
        (#""ruleIndex":0"#, #""ruleIndex":-2"#), (#""startLine":1"#, #""startLine":0"#),
        (#""uri":"openapi.yaml""#, #""uri":"a b""#), (#""results""#, #""resultz""#),
    ])
    func theSchemaFindsFaults(old: String, new: String) {
        let text = Self.report.sarif(version: "1.2.3")
        #expect(text.contains(old))
        let checked = Checked(
            text.replacing(old, with: new), SARIFSchema.text, assertsFormats: true, path: "report.json")
        #expect(!checked.findings.isEmpty, "\(new)")
    }

    /// Where the shared folder has the published schema, it is asked as well.
    @Test func sarifIsValidByThePublishedSchema() throws {
        let file = Shared.folder.appendingPathComponent("suites/sarif/sarif-schema-2.1.0.json")
        guard let schema = try? String(contentsOf: file, encoding: .utf8) else {
            return print("the published schema of SARIF is skipped: there is no \(file.path)")
        }
        let checked = Checked(
            Self.report.sarif(version: "1.2.3"), schema, SchemaDialect(.draft4), assertsFormats: true,
            steps: 10_000_000,
            path: "report.json")
        #expect(checked.findings == [])
    }

    // MARK: Others

    /// A line is one command, whose properties and message hold nothing that ends them.
    @Test func annotationsAreOneLineEach() {
        let lines = Self.report.github.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count == Self.report.findings.count)
        for line in lines {
            #expect(line.wholeMatch(of: /::(error|warning|notice) (\w+=[^,:\r\n]*,?)+::[^\r\n]+/) != nil, "\(line)")
            let escapes = line.matches(of: /%(..)/).map(\.1)
            #expect(escapes.allSatisfy { ["25", "0D", "0A", "3A", "2C"].contains($0) }, "\(line)")
        }
        #expect(lines.contains { $0.contains("file=%2541%3Ab%2Cc.yaml,") })
    }

    @Test func junitIsXML() throws {
        let text = Self.report.junit
        let reader = JUnitReader()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = reader
        #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "") in line \(parser.lineNumber)")
        #expect(reader.count("testcase") == Self.report.findings.count)
        #expect(reader.count("failure") == Self.report.count(.error))
        #expect(reader.attributes("testsuite", "tests").compactMap { Int($0) }.reduce(0, +) == reader.count("testcase"))
        #expect(
            reader.attributes("testsuite", "failures").compactMap { Int($0) }.reduce(0, +) == reader.count("failure"))
        #expect(reader.attributes("testsuites", "failures") == ["\(reader.count("failure"))"])
        let allowed = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
            default: false
            }
        }
        #expect(allowed, "a character that XML cannot have")
    }

    @Test func gitlabHasWhatItDemands() throws {
        let issues = try #require(try JSONValue(parsing: Self.report.gitlab).elements)
        #expect(issues.count == Self.report.findings.count)
        let fingerprints = issues.compactMap { $0["fingerprint"]?.string }
        #expect(Set(fingerprints).count == issues.count)
        for issue in issues {
            #expect(issue["description"]?.string?.isEmpty == false)
            #expect(issue["check_name"]?.string?.isEmpty == false)
            #expect(["info", "minor", "major", "critical", "blocker"].contains(issue["severity"]?.string))
            #expect(issue["location"]?["path"]?.string?.isEmpty == false)
            #expect(try #require(issue["location"]?["lines"]?["begin"]?.int) >= 1)
        }
    }

    @Test func jsonLinesAreJSONLines() throws {
        let lines = Self.report.jsonLines.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count == Self.report.findings.count)
        for line in lines { #expect(try JSONValue(parsing: String(line))["rule"]?.string != nil) }
        let whole = try JSONValue(parsing: Self.report.json)
        #expect(whole["findings"]?.elements?.count == lines.count)
    }

    /// A row is a line with four cells.
    @Test func markdownIsATable() {
        let rows = Self.report.markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }
        #expect(rows.count == Self.report.findings.count + 2)
        for row in rows { #expect(row.filter { $0 == "|" }.count == 5, "\(row)") }
    }
}

/// Counts what is in a JUnit report.
private final class JUnitReader: NSObject, XMLParserDelegate {
    private var elements: [(name: String, attributes: [String: String])] = []

    func count(_ name: String) -> Int { elements.count { $0.name == name } }

    func attributes(_ name: String, _ attribute: String) -> [String] {
        elements.filter { $0.name == name }.compactMap { $0.attributes[attribute] }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append((name, attributes))
    }
}

extension JSONValue {
    fileprivate var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
}
