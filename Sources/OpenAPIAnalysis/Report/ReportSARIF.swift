import OpenAPIModel
import TrunklineJSON

extension Report {
    /// Static Analysis Results Interchange Format 2.1.0, with the rules that have findings.
    func sarif(version: String) -> String {
        let ids = Set(findings.map(\.rule)).sorted()
        let indices = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
        let driver: JSONMembers = [
            "name": "trunkline", "version": .string(version), "semanticVersion": .string(version),
            "rules": .array(ids.map(Self.sarifRule)),
        ]
        let run: JSONMembers = [
            "tool": .object(["driver": .object(driver)]), "columnKind": "unicodeCodePoints",
            "results": .array(findings.map { $0.sarif(indices[$0.rule] ?? 0) }),
        ]
        let log: JSONMembers = [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
            "runs": .array([.object(run)]),
        ]
        return JSONValue.object(log).description + "\n"
    }

    private static func sarifRule(_ id: String) -> JSONValue {
        var object: JSONMembers = ["id": .string(id)]
        guard let rule = Rule.byID[id] else { return .object(object) }
        object["shortDescription"] = sarifText(rule.summary)
        if let link = rule.link { object["helpUri"] = .string(link) }
        if !rule.isFoundElsewhere { object["help"] = sarifText(page(of: rule)) }
        if let worst = rule.levels.worst {
            object["defaultConfiguration"] = .object(["level": .string(worst.rawValue)])
        }
        return .object(object)
    }
}

extension Report.Finding {
    fileprivate func sarif(_ index: Int) -> JSONValue {
        var object: JSONMembers = [
            "ruleId": .string(rule), "ruleIndex": .count(index), "level": .string(severity.rawValue),
            "message": sarifText(help.map { "\(message) (\($0))" } ?? message),
        ]
        if let location = sarifLocation { object["locations"] = .array([location]) }
        if !related.isEmpty {
            object["relatedLocations"] = .array(related.enumerated().map { $0.element.sarif($0.offset) })
        }
        object["partialFingerprints"] = .object(["trunkline/v1": .string(fingerprint)])
        return .object(object)
    }

    private var sarifLocation: JSONValue? {
        guard let path else { return nil }
        var location: JSONMembers = ["physicalLocation": physicalLocation(path, place)]
        if let pointer {
            let logical: JSONMembers = ["fullyQualifiedName": .string(pointer)]
            location["logicalLocations"] = .array([.object(logical)])
        }
        return .object(location)
    }
}

extension Report.Related {
    fileprivate func sarif(_ id: Int) -> JSONValue {
        .object([
            "id": .count(id), "message": sarifText(message),
            "physicalLocation": physicalLocation(place.path, place),
        ])
    }
}

/// A message; braces around digits, which would be a place for an argument, are doubled (section 3.11.5).
private func sarifText(_ text: String) -> JSONValue {
    .object(["text": .string(text.replacing(/\{([0-9]+)\}/) { "{{\($0.1)}}" })])
}

private func physicalLocation(_ path: String, _ place: Report.Place?) -> JSONValue {
    var location: JSONMembers = ["artifactLocation": .object(["uri": .string(uri(path))])]
    if let place {
        location["region"] = .object([
            "startLine": .count(place.start.line), "startColumn": .count(place.start.column),
            "endLine": .count(place.end.line), "endColumn": .count(place.end.column),
        ])
    }
    return .object(location)
}

/// A path as a URI reference: `a b.yaml` is `a%20b.yaml`; of an address only what no address can have is escaped.
private func uri(_ path: String) -> String {
    let signs = path.contains("://") ? "-._~/@+,=!$&'()*;:?#[]%" : "-._~/@+,=!$&'()*;"
    let escaped = path.utf8.map { byte -> String in
        let isPlain =
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: signs.utf8.contains(byte)
            }
        if isPlain { return String(Unicode.Scalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count == 1 ? "0" : "") + digits
    }
    return (path.hasPrefix("/") ? "file://" : "") + escaped.joined()
}
