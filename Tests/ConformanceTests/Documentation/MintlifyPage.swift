import TrunklineRuntime

/// A page of docs.topcalls.ai: a field is a name and a type on lines of their own, options follow one to a line.
struct MintlifyPage {
    let text: PageText

    func read() throws -> DocumentationPage {
        let curl = try text.first { $0.hasPrefix("curl ") }
        let sample = try text.first { $0 == "{" || $0 == "[" }
        let end = try text.first(from: sample) { $0.isEmpty }
        let command = (curl..<sample).map { text[$0] }.joined(separator: "\n")
        let path = (3..<curl - 1).map { text[$0] }.joined()
        return try DocumentationPage(
            method: text[2], url: path, request: CurlCommand.read(command), response: text.json(from: sample),
            statements: text.members(in: sample...end) + fields(from: end) + options(from: end))
    }

    private func fields(from start: Int) -> [DocumentationPage.Statement] {
        let type = /^(enum<\w+>|string|integer|number|boolean|object|array)(<[\w-]+>)?( \| null)?$/
        return (start..<text.lines.count).compactMap { number in
            guard text[number].contains(/^[A-Za-z_][\w.-]*$/), text[number + 1].contains(type) else { return nil }
            return .init(line: number, name: text[number])
        }
    }

    /// The lines below "Available options:", down to the first one without a comma.
    private func options(from start: Int) -> [DocumentationPage.Statement] {
        var statements: [DocumentationPage.Statement] = []
        var isOption = false
        for number in start...text.lines.count {
            if text[number] == "Available options:" {
                isOption = true
            } else if isOption {
                let name = text[number].prefix { $0 != "," }
                statements.append(.init(line: number, name: String(name)))
                isOption = text[number].hasSuffix(",")
            }
        }
        return statements
    }
}
