import Foundation

/// A line of the table.
struct Row {
    /// What a measure has to reach.
    enum Target {
        /// The other's figure is at least so many times ours.
        case faster(Double)
        /// Our figure is at most so many times the other's.
        case share(Double)
        /// Our figure is below a limit; there is no other.
        case below(Double)
    }

    /// What was measured.
    var name: String
    /// Our figure and the other's, in one unit; smaller is better.
    var ours: Double
    var other: Double?
    /// For example `ms`.
    var unit: String
    /// Nil for a figure that is only told.
    var target: Target?
}

extension Row {
    /// The columns, as text.
    fileprivate var cells: [String] {
        [name, figure(ours), other.map(figure) ?? "–", ratio, targetText, verdict]
    }

    private func figure(_ value: Double) -> String {
        let digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3
        return String(format: "%.\(digits)f ", value) + unit
    }

    /// How many times as fast, or what share; without a target as the other kind of row of its section has it.
    private var ratio: String {
        guard let other else { return "–" }
        return unit == "µs" || unit == "ms"
            ? String(format: "%.1f times as fast", other / ours) : String(format: "%.2f of it", ours / other)
    }

    private var targetText: String {
        switch target {
        case .faster(let factor): String(format: "≥ %g times", factor)
        case .share(let share): String(format: "≤ %g", share)
        case .below(let limit): String(format: "< %g ", limit) + unit
        case nil: "–"
        }
    }

    private var verdict: String {
        switch (target, other) {
        case (.faster(let factor), let other?): other / ours >= factor ? "yes" : "NO"
        case (.share(let share), let other?): ours / other <= share ? "yes" : "NO"
        case (.below(let limit), _): ours < limit ? "yes" : "NO"
        default: "–"
        }
    }
}

/// The rows as a table that is Markdown, too.
func table(_ rows: [Row]) -> String {
    let header = ["measure", "Trunkline", "other", "ratio", "target", "met"]
    let cells = [header] + rows.map(\.cells)
    let widths = header.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    var lines = cells.map { row in
        let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        return "| " + padded.joined(separator: " | ") + " |"
    }
    lines.insert("| " + widths.map { String(repeating: "-", count: $0) }.joined(separator: " | ") + " |", at: 1)
    return lines.joined(separator: "\n")
}
