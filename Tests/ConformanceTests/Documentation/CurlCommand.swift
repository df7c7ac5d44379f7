import TrunklineRuntime

/// A curl command as documentation prints it.
enum CurlCommand {
    /// Reads the method, the URL, the header fields and the body.
    ///
    /// A backslash at the end of a line, or where a line was joined to the next, means nothing.
    static func read(_ text: String) throws -> DocumentedRequest {
        var words = split(text)[...]
        guard words.popFirst() == "curl" else { throw PageFault("not a curl command: \(text)") }
        var method = "GET"
        var url = ""
        var headers: [String: String] = [:]
        var body: JSONValue?
        while let word = words.popFirst() {
            switch word {
            case "-X", "--request": method = try argument(&words)
            case "--url": url = try argument(&words)
            case "-H", "--header":
                let field = try argument(&words).split(separator: ":", maxSplits: 1)
                headers[field[0].lowercased()] = field.last.map { String($0.trimmingPrefix(" ")) }
            case "-d", "--data": body = try JSONValue(parsing: argument(&words))
            default: url = word
            }
        }
        return DocumentedRequest(method: method, url: url, headers: headers, body: body)
    }

    private static func argument(_ words: inout ArraySlice<String>) throws -> String {
        guard let word = words.popFirst() else { throw PageFault("an option of curl has no argument") }
        return word
    }

    /// The words of a command, quotes resolved.
    private static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in text {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if quote == nil, character.isWhitespace || character == "\\" {
                if let finished = word { words.append(finished) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}
