import Foundation

/// A line of the table.
struct Row {
    let name: String
    let ours: Double
    let other: Double
    let isMoreBetter: Bool

    /// Whether the generated client is at least as good.
    var isMet: Bool { isMoreBetter ? ours >= other : ours <= other }

    fileprivate var cells: [String] {
        [
            name, String(format: "%.0f", ours), String(format: "%.0f", other),
            String(format: isMoreBetter ? "%.2f times as many" : "%.2f of it", ours / other),
            isMoreBetter ? "≥ 1" : "≤ 1", isMet ? "yes" : "NO",
        ]
    }
}

/// The rows as a table that is Markdown, too.
func table(_ rows: [Row]) -> String {
    let header = ["measure", "generated", "by hand", "ratio", "target", "met"]
    let cells = [header] + rows.map(\.cells)
    let widths = header.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    var lines = cells.map { row in
        let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        return "| " + padded.joined(separator: " | ") + " |"
    }
    lines.insert("| " + widths.map { String(repeating: "-", count: $0) }.joined(separator: " | ") + " |", at: 1)
    return lines.joined(separator: "\n")
}
