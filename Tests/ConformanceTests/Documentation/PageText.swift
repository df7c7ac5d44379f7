import TrunklineRuntime

/// A page's lines, counted from one.
struct PageText: Sendable {
    let lines: [Substring]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// A line; empty where the page has no such line.
    subscript(number: Int) -> String {
        lines.indices.contains(number - 1) ? String(lines[number - 1]) : ""
    }

    /// The number of the first line that passes a test, from a line on.
    func first(from start: Int = 1, where matches: (Substring) -> Bool) throws -> Int {
        guard let index = lines.indices.dropFirst(start - 1).first(where: { matches(lines[$0]) }) else {
            throw PageFault("no such line after line \(start)")
        }
        return index + 1
    }

    /// The JSON that begins on a line and ends where its outermost bracket is closed.
    func json(from start: Int) throws -> JSONValue {
        var text = ""
        var depth = 0
        for line in lines.dropFirst(start - 1) {
            text += line + "\n"
            depth += Self.balance(line)
            if depth == 0 { return try JSONValue(parsing: text) }
        }
        throw PageFault("the JSON of line \(start) does not end")
    }

    /// How many more brackets a line opens than it closes, those in strings aside.
    private static func balance(_ line: Substring) -> Int {
        var depth = 0
        var isString = false
        var isEscaped = false
        for character in line {
            switch character {
            case "\\" where isString: isEscaped.toggle()
            case "\"" where !isEscaped: isString.toggle()
            case "{" where !isString, "[" where !isString: depth += 1
            case "}" where !isString, "]" where !isString: depth -= 1
            default: isEscaped = false
            }
        }
        return depth
    }
}

/// A page is not what its grammar says.
struct PageFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
