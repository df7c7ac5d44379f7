import TrunklineRuntime

/// A page of docs.identitycall.ai: table cells stand without a separator, the sample follows `Response200 OK`.
struct NextraPage {
    let text: PageText

    func read() throws -> DocumentationPage {
        let heading = try text.first { $0.contains(/^(GET|POST|PUT|PATCH|DELETE)https?:/) }
        let curl = try text.first { $0.hasPrefix("curl ") }
        let sample = try text.first { $0.hasPrefix("Response200") } + 1
        let end = try text.first(from: sample) { $0.isEmpty }
        let method = text[heading].prefix { $0 != "h" }
        return try DocumentationPage(
            method: String(method),
            url: String(text[heading].dropFirst(method.count)).replacing(/:([a-z_]+)(?=\/|$)/) { "{\($0.1)}" },
            request: CurlCommand.read(text[curl]), response: text.json(from: sample),
            statements: rows() + text.members(in: sample...end))
    }

    /// The rows of the parameter, body, response and error tables.
    private func rows() -> [DocumentationPage.Statement] {
        var statements: [DocumentationPage.Statement] = []
        var row: ((String) -> String?)?
        for number in 1...text.lines.count {
            switch text[number] {
            case "NameTypeRequiredDefaultDescription", "FieldTypeDescription": row = Self.field
            case "StatusErrorDescription": row = Self.status
            case "": row = nil
            case let line:
                if let name = row?(line) { statements.append(.init(line: number, name: name)) }
            }
        }
        return statements
    }

    private static func field(_ line: String) -> String? {
        let row = /^([a-z][a-z0-9_]*?)(?:integer|string|boolean|object|array|number)(?: \| null)?(?=[A-Z0-9])/
        return line.firstMatch(of: row).map { String($0.1) }
    }

    private static func status(_ line: String) -> String? {
        line.firstMatch(of: /^\d{3}/).map { String($0.0) }
    }
}
