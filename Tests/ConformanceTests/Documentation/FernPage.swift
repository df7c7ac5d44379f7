import TrunklineRuntime

/// A page of docs.vapi.ai: the sample's lines are numbered and not indented, variants of the answer are named only.
struct FernPage {
    let text: PageText

    func read() throws -> DocumentationPage {
        let curl = try text.first { $0.hasPrefix("$curl ") }
        let status = try text.first(from: curl) { $0.contains(/^\d{3}[A-Z]/) }
        let end = try text.first(from: status) { $0 == "Was this page helpful?" }
        let command = (curl..<status).map { String(text[$0].dropFirst()) }.joined(separator: "\n")
        let sample = (status + 1..<end).map { content($0, after: status) }.joined(separator: "\n")
        return try DocumentationPage(
            method: text[curl - 4], url: text[curl - 3].replacing(/:([a-z]+)$/) { "{\($0.1)}" },
            request: CurlCommand.read(command), response: JSONValue(parsing: sample),
            statements: text.members(in: status + 1...end - 1) { Self.numbering($0, after: status) }
                + fields(from: end) + variants(from: end))
    }

    /// A line of the sample without its number.
    private func content(_ number: Int, after status: Int) -> String {
        String(text[number].dropFirst(Self.numbering(number, after: status)))
    }

    /// How many characters the number of a line has.
    private static func numbering(_ number: Int, after status: Int) -> Int { String(number - status).count }

    private func fields(from start: Int) -> [DocumentationPage.Statement] {
        (start...text.lines.count).compactMap { number in
            text[number].firstMatch(of: /^(\w+?)(string|integer|boolean|object)(Required|Optional)$/)
                .map { .init(line: number, name: String($0.1)) }
        }
    }

    private func variants(from start: Int) -> [DocumentationPage.Statement] {
        (start...text.lines.count).compactMap { number in
            text[number].firstMatch(of: /^([a-z-]+)object$/).map { .init(line: number, name: String($0.1)) }
        }
    }
}
