extension API {
    /// Which credentials an operation takes.
    package struct Security: Sendable, Hashable {
        /// The names of schemes that are needed together, the preferred alternative first; an empty one where the operation
        /// may be called without credentials.
        package var alternatives: [[String]] = []
        /// What a token has to be allowed, in any of the alternatives.
        package var scopes: [String] = []
    }

    /// A kind of credentials, by the name that operations use.
    package struct SecurityScheme: Sendable {
        package enum Kind: Sendable, Hashable {
            /// `Authorization: Bearer …` with a token that is issued beforehand.
            case bearer
            /// The same with a token that OAuth 2 or OpenID Connect gives.
            case token
            /// `Authorization: Basic …`.
            case basic
            /// `Authorization` with another scheme.
            case http(scheme: String)
            /// A key under a name in a place.
            case key(APIKeyLocation, name: String)
        }

        package let name: String
        package let kind: Kind
        package let documentation: Documentation
        package let origin: Node
    }

    /// Whether every operation that takes credentials takes those of a scheme.
    package func needsAlways(_ scheme: SecurityScheme) -> Bool {
        let secured = operations.map(\.security.alternatives).filter { !$0.isEmpty && !$0.contains([]) }
        return !secured.isEmpty && secured.allSatisfy { $0.allSatisfy { $0.contains(scheme.name) } }
    }
}
