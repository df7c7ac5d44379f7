/// What proves to a server who is calling: a value for each security scheme of an API.
///
/// A value is never printed: `description`, `debugDescription`, string interpolation, `dump` and `Mirror` show only its
/// kind, also where it is nested in a client.
///
/// Source: OpenAPI 3.1 §4.8.27 (Security Scheme Object).
public struct Credentials: Sendable, ExpressibleByArrayLiteral {
    let schemes: [Scheme]

    /// Credentials for the schemes of an API.
    public init(arrayLiteral schemes: Scheme...) {
        self.schemes = schemes
    }

    /// A token that is sent as `Authorization: Bearer …` (RFC 6750 §2.1), for an API with no other scheme.
    ///
    /// - Parameter token: The token or API key, without `Bearer`, or where to get it. One that is empty or has a space, a
    ///   line break or any other character than visible ASCII is reported by the first call, without being printed.
    public static func bearer(_ token: Token) -> Credentials { [.bearer("bearer", token)] }

    /// A token that does not change, as ``bearer(_:)-(Credentials.Token)`` sends it.
    public static func bearer(_ token: String) -> Credentials { .bearer(Token(token)) }
}

extension Credentials {
    /// The value for one security scheme, and where it goes; a scheme without a value is one that the caller cannot meet.
    public struct Scheme: Sendable {
        /// Where a value goes.
        enum Place: Sendable {
            case authorization(String)
            case header(String)
            case query(String)
            case cookie(String)
        }

        /// A value.
        enum Value: Sendable {
            case text(String)
            case token(Token)
            case basic(Basic)
        }

        let name: String
        let place: Place
        let value: Value?

        /// `Authorization: Bearer …` (RFC 6750 §2.1), for bearer tokens, OAuth 2 and OpenID Connect.
        public static func bearer(_ name: String, _ token: Token?) -> Scheme {
            Scheme(name: name, place: .authorization("Bearer"), value: token.map(Value.token))
        }

        /// `Authorization: Basic …` (RFC 7617).
        public static func basic(_ name: String, _ credentials: Basic?) -> Scheme {
            Scheme(name: name, place: .authorization("Basic"), value: credentials.map(Value.basic))
        }

        /// `Authorization` with another scheme (RFC 9110 §11.4), for example `HOBA`, and the text behind it.
        public static func http(_ name: String, _ value: String?, scheme: String) -> Scheme {
            Scheme(name: name, place: .authorization(scheme), value: value.map(Value.text))
        }

        /// An API key in a header field.
        public static func key(_ name: String, _ key: String?, inHeader field: String) -> Scheme {
            Scheme(name: name, place: .header(field), value: key.map(Value.text))
        }

        /// An API key in the query.
        public static func key(_ name: String, _ key: String?, inQuery parameter: String) -> Scheme {
            Scheme(name: name, place: .query(parameter), value: key.map(Value.text))
        }

        /// An API key in a cookie.
        public static func key(_ name: String, _ key: String?, inCookie cookie: String) -> Scheme {
            Scheme(name: name, place: .cookie(cookie), value: key.map(Value.text))
        }
    }

    /// A name and a password (RFC 7617).
    public struct Basic: Sendable {
        let username: String
        let password: String

        /// A name and a password.
        ///
        /// - Parameters:
        ///   - username: The name, which has no colon.
        ///   - password: The password; empty where a key alone is sent as the name.
        public init(username: String, password: String) {
            self.username = username
            self.password = password
        }
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kinds of credentials, without the secrets.
    public var description: String { schemes.map(\.description).joined(separator: ", ") }

    /// The description.
    public var debugDescription: String { description }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Credentials.Scheme: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The scheme, without the secret.
    public var description: String { value == nil ? "\(name): none" : "\(name) <redacted>" }

    /// The description.
    public var debugDescription: String { description }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Credentials.Basic: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Neither name nor password.
    public var description: String { "basic <redacted>" }

    /// The description.
    public var debugDescription: String { description }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
