#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Texts that no error may show.
struct Secrets: Sendable {
    private var texts: [String] = []

    /// Adds a secret.
    ///
    /// - Parameter isAlone: Whether the text may be a part of any word, so that fewer than eight characters are no secret.
    mutating func insert(_ text: String, isAlone: Bool = true) {
        if !isAlone || text.utf8.count >= 8 { texts.append(text) }
    }

    /// Adds a password, alone and as it is sent. A key that is sent as a name without a password is one, too.
    mutating func insert(_ basic: Credentials.Basic) {
        insert(basic.password.isEmpty ? basic.username : basic.password)
        insert(basic.pair)
    }

    /// Adds what a caller authorises a single call with.
    mutating func insert(valuesOf headers: HTTPFields) {
        for field in headers where field.name == .authorization || field.name == .cookie {
            insert(field.value)
            if let last = field.value.split(separator: " ").last { insert(String(last)) }
        }
    }

    /// Adds the secrets of others.
    mutating func formUnion(_ others: Secrets) { texts += others.texts }

    /// The text with every secret struck out, in any of its forms, for servers that repeat it in an error message.
    func redacting(_ text: String) -> String {
        forms.reduce(text) { $0.replacing($1, with: "<redacted>") }
    }

    /// The error, or another in its place where it would print a secret.
    func redacting(_ error: any Error) -> any Error {
        guard !texts.isEmpty else { return error }
        var printed = "\(error) \(String(reflecting: error))"
        dump(error, to: &printed)
        return forms.contains { printed.contains($0) } ? RedactedError(description: redacting("\(error)")) : error
    }

    /// What a secret may look like in a URL, in JSON and in Base64, the longest first.
    private var forms: [String] {
        let forms = texts.flatMap { text in
            let base64 = Data(text.utf8).base64EncodedString()
            let bare = base64.replacing("=", with: "")
            let escaped = PercentEncoding.component(text)
            let json = String(JSONValue.string(text).description.dropFirst().dropLast())
            return [
                text, escaped, Self.lowercasedEscapes(escaped), escaped.replacing("%20", with: "+"), bare,
                bare.replacing("+", with: "-").replacing("/", with: "_"), json, json.replacing("/", with: "\\/"),
            ]
        }
        return Set(forms).sorted { $0.utf8.count > $1.utf8.count || ($0.utf8.count == $1.utf8.count && $0 < $1) }
    }

    /// `%2f` for `%2F`.
    private static func lowercasedEscapes(_ text: String) -> String {
        text.replacing(/%[0-9A-F]{2}/) { $0.output.lowercased() }
    }
}

/// An error whose text had a credential in it, which is struck out.
struct RedactedError: Error, Sendable, CustomStringConvertible {
    let description: String
}
