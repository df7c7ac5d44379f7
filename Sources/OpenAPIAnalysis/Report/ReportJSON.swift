import OpenAPIModel
import TrunklineJSON

extension Report {
    /// One object: how many findings there are, and the findings.
    ///
    /// For example, `{"specifications":["openapi.yaml"],"summary":{"errors":1,…},"findings":[{"rule":"tag-unique",…}]}`.
    var json: String {
        let summary: JSONMembers = [
            "errors": .count(count(.error)), "warnings": .count(count(.warning)), "notes": .count(count(.note)),
            "omitted": .count(omittedCount),
        ]
        let report: JSONMembers = [
            "specifications": .array(specifications.map(JSONValue.string)), "summary": .object(summary),
            "findings": .array(findings.map(\.json)),
        ]
        return JSONValue.object(report).description + "\n"
    }

    /// A finding on each line.
    var jsonLines: String { findings.map { $0.json.description + "\n" }.joined() }
}

extension Report.Finding {
    fileprivate var json: JSONValue {
        var object: JSONMembers = [
            "severity": .string(severity.rawValue), "rule": .string(rule), "message": .string(message),
        ]
        if let help { object["help"] = .string(help) }
        if let path { object["path"] = .string(path) }
        if let place { object.add(place) }
        if let pointer { object["pointer"] = .string(pointer) }
        object["fingerprint"] = .string(fingerprint)
        if let link = Rule.byID[rule]?.link { object["link"] = .string(link) }
        if !related.isEmpty { object["related"] = .array(related.map(\.json)) }
        return .object(object)
    }
}

extension Report.Related {
    fileprivate var json: JSONValue {
        var object: JSONMembers = ["message": .string(message), "path": .string(place.path)]
        object.add(place)
        return .object(object)
    }
}

extension JSONMembers {
    fileprivate mutating func add(_ place: Report.Place) {
        self["line"] = .count(place.start.line)
        self["column"] = .count(place.start.column)
        self["endLine"] = .count(place.end.line)
        self["endColumn"] = .count(place.end.column)
    }
}

extension JSONValue {
    /// A whole number.
    static func count(_ number: Int) -> JSONValue { .number(JSONNumber(number)) }
}
