import OpenAPIModel

extension Report {
    /// JUnit's XML: a suite for each file with findings, a case for each of them, which fails where it is an error.
    var junit: String {
        let failures = findings.count { $0.severity == .error }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuites name=\"trunkline\" tests=\"\(max(1, findings.count))\" failures=\"\(failures)\">",
        ]
        for (path, own) in suites {
            let failures = own.count { $0.severity == .error }
            lines.append(
                "  <testsuite name=\"\(xml(path))\" tests=\"\(max(1, own.count))\" failures=\"\(failures)\">")
            if own.isEmpty { lines.append("    <testcase classname=\"\(xml(path))\" name=\"no findings\"/>") }
            lines += own.flatMap { $0.testCase(path) }
            lines.append("  </testsuite>")
        }
        return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
    }

    /// The findings by file, in the order of the findings; an empty suite where there are none.
    private var suites: [(path: String, findings: [Finding])] {
        var order: [String] = []
        var byPath: [String: [Finding]] = [:]
        for finding in findings {
            let path = finding.path ?? ""
            if byPath[path] == nil { order.append(path) }
            byPath[path, default: []].append(finding)
        }
        if order.isEmpty { return specifications.map { ($0, []) } }
        return order.map { ($0, byPath[$0] ?? []) }
    }
}

extension Report.Finding {
    fileprivate func testCase(_ path: String) -> [String] {
        let line = place.map { " line=\"\($0.start.line)\"" } ?? ""
        let location = place.map { "\($0.path):\($0.start)" } ?? path
        let name = "\(rule) at \(location)"
        let text = xml([message, help].compactMap { $0 }.joined(separator: "\n"))
        let head = "    <testcase classname=\"\(xml(path))\" name=\"\(xml(name))\" file=\"\(xml(path))\"\(line)>"
        guard severity == .error else {
            return [head, "      <system-out>\(severity.rawValue): \(text)</system-out>", "    </testcase>"]
        }
        return [
            head, "      <failure type=\"\(xml(rule))\" message=\"\(xml(message))\">\(text)</failure>",
            "    </testcase>",
        ]
    }
}

/// A text as XML writes it; characters that XML cannot have are shown as escapes.
private func xml(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": escaped += "&amp;"
        case "<": escaped += "&lt;"
        case ">": escaped += "&gt;"
        case "\"": escaped += "&quot;"
        case "\n": escaped += "&#10;"
        case "\u{FFFE}", "\u{FFFF}": escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: escaped += String(scalar).shown
        }
    }
    return escaped
}
