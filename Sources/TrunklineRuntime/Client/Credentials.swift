/// What proves to a server who is calling.
///
/// A value is never printed: `description`, `debugDescription`, string interpolation, `dump` and `Mirror` show only its
/// kind, also where it is nested in a client.
public struct Credentials: Sendable {
    private let token: String

    /// A token that is sent as `Authorization: Bearer …` (RFC 6750 §2.1).
    ///
    /// - Parameter token: The token or API key, without `Bearer`. One that is empty or has a space, a line break or any
    ///   other character than visible ASCII is reported by the first call, without being printed.
    public static func bearer(_ token: String) -> Credentials {
        Credentials(token: token)
    }

    /// Adds what an operation asks for to its header.
    func authorize(_ headers: inout HTTPFields, for security: [OperationMetadata.Security]) throws(RequestIssue) {
        guard security.contains(.bearer) else { return }
        guard !token.isEmpty else { throw RequestIssue("the bearer token is empty") }
        guard token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw RequestIssue("the bearer token has a character that is not visible ASCII, perhaps a line break")
        }
        var field = HTTPField(name: .authorization, value: "Bearer \(token)")
        field.indexingStrategy = .disallow
        headers[fields: .authorization] = [field]
    }

    /// The text with every occurrence of the secret struck out, for servers that repeat it in an error message.
    ///
    /// A token of fewer than eight characters is no secret, and may be a part of any word.
    func redacting(_ text: String) -> String {
        token.utf8.count < 8 ? text : text.replacing(token, with: "<redacted>")
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind of credentials, without the secret.
    public var description: String { "bearer <redacted>" }

    /// The kind of credentials, without the secret.
    public var debugDescription: String { description }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
