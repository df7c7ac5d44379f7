import OpenAPIModel
import TrunklineJSON

/// The rows as a table, with a mark at those that are neither generated nor reported.
package func coverageTable(_ rows: [CoverageRow]) -> String {
    let isSelected = rows.contains { $0.leftOut > 0 }
    let header = ["construct", "occurs", "generated", "reported"] + (isSelected ? ["left out"] : []) + [""]
    let cells =
        [header]
        + rows.map { row in
            let numbers = [row.occurrences, row.generated, row.reported] + (isSelected ? [row.leftOut] : [])
            let counts = numbers.map(String.init)
            return [row.construct.description.shown] + counts + [row.silent == 0 ? "" : "silent: \(row.silent)"]
        }
    let widths = header.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { row in
        let columns = zip(row, widths).enumerated().map { index, cell in
            let padding = String(repeating: " ", count: cell.1 - cell.0.count)
            return (1..<header.count - 1).contains(index) ? padding + cell.0 : cell.0 + padding
        }
        let line = columns.joined(separator: "  ")
        return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
}

/// The rows as JSON: a list of objects.
package func coverageJSON(_ rows: [CoverageRow]) -> String {
    let list = rows.map { row -> JSONValue in
        var object: JSONMembers = [
            "object": .string(row.construct.object), "member": .string(row.construct.member),
        ]
        if let value = row.construct.value { object["value"] = .string(value) }
        object["occurrences"] = .number(JSONNumber(row.occurrences))
        object["generated"] = .number(JSONNumber(row.generated))
        object["reported"] = .number(JSONNumber(row.reported))
        object["leftOut"] = .number(JSONNumber(row.leftOut))
        object["silent"] = .number(JSONNumber(row.silent))
        return .object(object)
    }
    return JSONValue.array(list).description + "\n"
}
