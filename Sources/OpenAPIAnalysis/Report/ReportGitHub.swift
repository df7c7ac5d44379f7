import OpenAPIModel

extension Report {
    /// Workflow commands of GitHub Actions, which become annotations at the lines.
    ///
    /// For example, `::error file=openapi.yaml,line=3,endLine=3,col=5,endColumn=9,title=tag-unique::the tag is declared`.
    var github: String { findings.map { $0.annotation + "\n" }.joined() }
}

extension Report.Finding {
    fileprivate var annotation: String {
        let command = severity == .note ? "notice" : severity.rawValue
        var properties: [String] = []
        if let path { properties.append("file=\(property(path))") }
        if let place {
            properties.append("line=\(place.start.line),endLine=\(place.end.line)")
            // Columns are for findings within one line.
            if place.start.line == place.end.line {
                properties.append("col=\(place.start.column),endColumn=\(place.end.column)")
            }
        }
        properties.append("title=\(property(rule))")
        let text = [message, help].compactMap { $0?.shown }.joined(separator: "\n")
        return "::\(command) \(properties.joined(separator: ","))::\(data(text))"
    }

    private func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
