import Foundation
import OpenAPIModel
import Testing

@testable import OpenAPIAnalysis

/// `Tests/Goldens/report` has documents and what is printed of their findings in every format.
///
/// `UPDATE_GOLDENS=1` records what comes out, and fails.
@Suite struct ReportGoldenTests {
    private static let folder = Repository.root.appendingPathComponent("Tests/Goldens/report")
    private static let cases = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { !$0.hasPrefix(".") }.sorted()

    private static let endings: [ReportFormat: String] = [
        .text: "txt", .json: "json", .jsonl: "jsonl", .sarif: "sarif", .junit: "xml", .github: "github",
        .gitlab: "gitlab.json", .markdown: "md",
    ]

    @Test(arguments: cases, ReportFormat.allCases) func prints(name: String, format: ReportFormat) throws {
        let folder = Self.folder.appendingPathComponent(name)
        let report = report(folder)
        let printed = (format == .text ? report.text(color: false) : "") + report.printed(format, version: "0.0.0")
        let file = folder.appendingPathComponent("report.\(try #require(Self.endings[format]))")
        let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1", expected != printed {
            try Data(printed.utf8).write(to: file)
        }
        #expect(expected == printed, "\(name) as \(format)")
    }

    @Test func thereAreCases() { #expect(Self.cases.count >= 4) }

    private func report(_ folder: URL) -> Report {
        let validated = Validated { path in Array(try Data(contentsOf: folder.appendingPathComponent(path))) }
        return Report([
            CheckedSpecification(
                input: "openapi.yaml", files: validated.files, description: validated.description,
                findings: validated.diagnostics.sorted)
        ])
    }
}
