/// Numbers as lines: aligned under a heading for people, with tabs between for programs.
func table(_ numbers: [PhoneNumber], isAligned: Bool) -> String {
    let rows = numbers.map { [$0.provider.rawValue, $0.id, $0.number ?? "-", $0.name ?? "-", $0.status ?? "-"] }
    guard isAligned else { return rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") }
    let all = [["PROVIDER", "ID", "NUMBER", "NAME", "STATUS"]] + rows
    let widths = (0..<5).map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
        zip(row, widths).map { text, width in text + String(repeating: " ", count: width - text.count) }
            .joined(separator: "  ")
    }.joined(separator: "\n")
}
