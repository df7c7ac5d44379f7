/// The header field `Link` (RFC 8288 §3).
///
/// For example:
///
///     Link: <https://api.example.com/items?page=2>; rel="next", <https://api.example.com/items?page=9>; rel="last"
enum LinkHeader {
    /// The target of the first link with the relation `next`, as it is written; nil where there is none.
    ///
    /// Links about another resource (`anchor`) do not count.
    static func next(in headers: HTTPFields) -> String? {
        for value in headers[values: .link] {
            var rest = Substring(value)
            while let link = link(from: &rest) {
                let relations = link.parameters.first { $0.name == "rel" }?.value.split(separator: " ") ?? []
                let isAboutOthers = link.parameters.contains { $0.name == "anchor" }
                if !isAboutOthers, relations.contains(where: { $0.lowercased() == "next" }) { return link.target }
            }
        }
        return nil
    }

    private struct Link {
        let target: String
        var parameters: [(name: String, value: String)] = []
    }

    /// The next link of a list; what is none is left out.
    private static func link(from rest: inout Substring) -> Link? {
        guard let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") else { return nil }
        var link = Link(target: String(rest[rest.index(after: open)..<close]))
        rest = rest[rest.index(after: close)...].drop(while: isSpace)
        while rest.first == ";" {
            rest = rest.dropFirst().drop(while: isSpace)
            let name = rest.prefix { !isSpace($0) && !"=;,".contains($0) }
            rest = rest[name.endIndex...].drop(while: isSpace)
            link.parameters.append((name.lowercased(), rest.first == "=" ? value(from: &rest) : ""))
            rest = rest.drop(while: isSpace)
        }
        return link
    }

    /// What follows the sign of equality: a word, or a text between quotes.
    private static func value(from rest: inout Substring) -> String {
        rest = rest.dropFirst().drop(while: isSpace)
        guard rest.first == "\"" else {
            let word = rest.prefix { !isSpace($0) && !";,".contains($0) }
            rest = rest[word.endIndex...]
            return String(word)
        }
        rest = rest.dropFirst()
        var text = ""
        while let character = rest.popFirst(), character != "\"" {
            if character == "\\", let escaped = rest.popFirst() { text.append(escaped) } else { text.append(character) }
        }
        return text
    }

    private static func isSpace(_ character: Character) -> Bool { character == " " || character == "\t" }
}

extension HTTPField.Name {
    /// `Link`.
    fileprivate static var link: Self { Self("Link") ?? .location }
}
