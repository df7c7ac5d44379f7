import Foundation
import OpenAPIAnalysis
import Testing

/// `docs/Supported.md` is printed from what the goldens cover.
@Suite struct SupportedTableTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let file = root.appendingPathComponent("docs/Supported.md")

    private static let head = """
        # What is supported

        Everything that a specification can say is generated or reported at its line and column. This is what the goldens in
        `Tests/Goldens/generate` say, by construct: how often it occurs in them, is generated and is reported, and a golden that
        shows what becomes of it. `trunkline coverage SPEC…` prints the same for a specification of yours.

        A test fails where the table is stale; `UPDATE_GOLDENS=1 swift test --filter SupportedTableTests` prints it anew.

        | construct | occurs | generated | reported | golden |
        | --- | --- | --- | --- | --- |

        """

    /// A row with the golden that shows it best.
    private struct Line {
        var row: CoverageRow
        var golden: String
        /// Generated beats reported, a small golden a large one.
        var rank: (Int, Int)
    }

    @Test func theTableIsFresh() throws {
        let printed = Self.head + lines().map(Self.text).joined()
        let old = (try? String(contentsOf: Self.file, encoding: .utf8)) ?? ""
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
            try Data(printed.utf8).write(to: Self.file)
        }
        #expect(old == printed, "docs/Supported.md is stale; run with UPDATE_GOLDENS=1 and read what changed")
    }

    @Test func nothingIsNeitherGeneratedNorReported() {
        for line in lines() where line.row.silent > 0 {
            Issue.record("\(line.row.construct), in one of the goldens")
        }
    }

    private func lines() -> [Line] {
        var lines: [Construct: Line] = [:]
        for golden in Self.goldens {
            let rows = Self.covered(golden).rows
            for row in rows {
                let rank = (row.generated > 0 ? 0 : 1, rows.count)
                guard var line = lines[row.construct] else {
                    lines[row.construct] = Line(row: row, golden: golden, rank: rank)
                    continue
                }
                line.row.add(row)
                if rank < line.rank { (line.golden, line.rank) = (golden, rank) }
                lines[row.construct] = line
            }
        }
        return lines.values.sorted { $0.row.construct < $1.row.construct }
    }

    private static func text(_ line: Line) -> String {
        let (row, golden) = (line.row, line.golden)
        let silent = row.silent > 0 ? " (\(row.silent) neither)" : ""
        return "| \(row.construct) | \(row.occurrences) | \(row.generated) | \(row.reported)\(silent) | "
            + "[\(golden)](../Tests/Goldens/generate/\(golden)) |\n"
    }

    private static let folder = root.appendingPathComponent("Tests/Goldens/generate")

    /// The goldens, but for those that leave something out: the table says what can be generated.
    private static var goldens: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
            .filter { !$0.hasPrefix(".") && !$0.hasPrefix("selection-") }.sorted()
    }

    private static func covered(_ golden: String) -> Covered {
        let url = folder.appendingPathComponent(golden)
        let configuration = try? String(contentsOf: url.appendingPathComponent("trunkline.yaml"), encoding: .utf8)
        return Covered(configuration: configuration) { path in
            Array(try Data(contentsOf: url.appendingPathComponent(path)))
        }
    }
}
