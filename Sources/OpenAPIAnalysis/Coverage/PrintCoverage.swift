import OpenAPIModel
import TrunklineJSON

/// The rows as a table, with a mark at those that are neither generated nor reported.
package func coverageTable(_ rows: [CoverageRow]) -> String {
    let header = ["construct", "occurs", "generated", "reported", ""]
    let cells =
        [header]
        + rows.map { row in
            let counts = [row.occurrences, row.generated, row.reported].map(String.init)
            return [row.construct.description.shown] + counts + [row.silent == 0 ? "" : "silent: \(row.silent)"]
        }
    let widths = header.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { row in
        let columns = zip(row, widths).enumerated().map { index, cell in
            let padding = String(repeating: " ", count: cell.1 - cell.0.count)
            return (1...3).contains(index) ? padding + cell.0 : cell.0 + padding
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
        object["silent"] = .number(JSONNumber(row.silent))
        return .object(object)
    }
    return JSONValue.array(list).description + "\n"
}
