#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Credentials {
    /// An access token: one that is known, or one that is fetched when it is needed.
    ///
    /// For example:
    ///
    /// ```swift
    /// VapiClient(token: .environment("VAPI_API_KEY"), transport: .urlSession())
    /// VapiClient(token: .provider { try await session.accessToken() }, transport: .urlSession())
    /// ```
    public struct Token: Sendable, ExpressibleByStringLiteral {
        private enum Source: Sendable {
            case text(String)
            case environment(String)
            case store(TokenStore)
        }

        private let source: Source

        private init(source: Source) { self.source = source }

        /// A token that does not change.
        public init(_ token: String) { source = .text(token) }

        /// A token that does not change.
        public init(stringLiteral token: String) { self.init(token) }

        /// A token in an environment variable, which is read with each request that needs it.
        ///
        /// - Parameter name: The variable. Where it is not set, or empty, calls throw an ``APIError`` of kind
        ///   ``APIError/Kind/invalidRequest`` that names it.
        public static func environment(_ name: String) -> Token { Token(source: .environment(name)) }

        /// A token that is fetched with the first request that needs it and kept until a server does not accept it
        /// (status 401). Then it is fetched anew and the request sent once more. Requests that need it at the same time
        /// wait for one fetch.
        ///
        /// - Parameter fetch: Gives the token, without `Bearer`. What it throws ends the calls that wait for it, as an
        ///   ``APIError`` of kind ``APIError/Kind/invalidRequest``. Their timeouts and their cancellation end the wait, not
        ///   the fetch.
        public init(_ fetch: @escaping @Sendable () async throws -> String) {
            source = .store(TokenStore { ExpiringToken(try await fetch(), validFor: nil) })
        }

        /// A token that is fetched when it is needed, as ``init(_:)-(()->String)`` does it.
        public static func provider(_ fetch: @escaping @Sendable () async throws -> String) -> Token { Token(fetch) }

        /// A token that is fetched with the first request that needs it and kept until shortly before it expires, or until
        /// a server does not accept it.
        ///
        /// - Parameter fetch: Gives the token and how long it is valid. What it throws ends the calls that wait for it.
        public static func expiring(_ fetch: @escaping @Sendable () async throws -> ExpiringToken) -> Token {
            Token(source: .store(TokenStore(fetch)))
        }

        /// The token where it is known without asking.
        var known: String? {
            switch source {
            case .text(let text): text
            case .environment(let name): ProcessInfo.processInfo.environment[name]
            case .store: nil
            }
        }

        /// What fetches the token and keeps it.
        var store: TokenStore? { if case .store(let store) = source { store } else { nil } }

        /// The token.
        ///
        /// - Throws: ``RequestIssue`` if its environment variable is not set; what its provider throws.
        func text() async throws -> String {
            switch source {
            case .text(let text): return text
            case .environment(let name):
                guard let text = known, !text.isEmpty else {
                    throw RequestIssue("the environment variable \(name), which has the token, is not set")
                }
                return text
            case .store(let store): return try await store.token()
            }
        }
    }

    /// A token, and how long a server will accept it.
    public struct ExpiringToken: Sendable {
        let text: String
        let validFor: Duration?

        /// Describes a token.
        ///
        /// - Parameters:
        ///   - text: The token, without `Bearer`.
        ///   - validFor: How long it is valid from now (the `expires_in` of RFC 6749 §5.1); nil if nobody knows. Another is
        ///     fetched when a tenth of that, or half a minute, is left.
        public init(_ text: String, validFor: Duration?) {
            self.text = text
            self.validFor = validFor
        }
    }
}

extension Credentials.Token: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// No token.
    public var description: String { "token <redacted>" }

    /// The description.
    public var debugDescription: String { description }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Credentials.ExpiringToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// No token.
    public var description: String { "token <redacted>" }

    /// The description.
    public var debugDescription: String { description }

    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
