import OpenAPIModel
import Testing

@testable import OpenAPIAnalysis

/// Documents with one thing wrong: it is found where it is, and nothing is found where nothing is wrong.
@Suite struct PlantedDefectTests {
    @Test(arguments: [OpenAPIVersion.v3_0, .v3_1, .v3_2])
    func theBaseHasNothing(version: OpenAPIVersion) {
        let validated = Validated(PlantedDefect.base(version), isWhole: true)
        #expect(validated.findings() == [])
    }

    @Test(arguments: PlantedDefect.all)
    func theDefectIsFound(defect: PlantedDefect) throws {
        for version in defect.versions.sorted() {
            let text = try #require(defect.document(version), "a text of \(defect.name) is not in the base")
            let validated = Validated(text, isWhole: true)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let line = try #require(lines.firstIndex { $0.hasSuffix("# here") }) + 1
            let found = validated.diagnostics.list.filter { $0.rule == defect.rule }
            let places = found.compactMap { $0.range.map { validated.files.location(of: $0).line } }
            #expect(places.contains(line), "\(defect.name) in \(version): line \(line), found \(validated.findings())")
        }
    }
}
