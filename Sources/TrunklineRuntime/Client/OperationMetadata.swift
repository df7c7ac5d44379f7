/// What is true of every call of one operation.
///
/// Source: OpenAPI 3.1 §4.8.8 to §4.8.10 (Paths, Path Item and Operation Objects).
public struct OperationMetadata: Sendable {
    /// The `operationId`, or the name made in its place. It is part of errors and log lines.
    public let id: String
    /// The method.
    public let method: HTTPRequest.Method
    /// The path below the server's URL, with `{name}` where a path parameter goes.
    public let path: String
    /// Whether sending it twice does what sending it once does (RFC 9110 §9.2.2).
    public let isIdempotent: Bool
    /// The alternatives of credentials that the operation takes, the preferred first; empty for a public operation, which
    /// is sent without any.
    public let security: [Security]
    /// The server that the operation has of its own: an absolute URL, or a path on the client's server as `/v2`. A custom
    /// server is preferred to it.
    public let server: String?
    /// The group that the operation belongs to, for log lines and figures; nil for none.
    public let tag: String?
    /// The header field that carries the operation's idempotency key, for example `Idempotency-Key`; nil where the operation
    /// declares none.
    public let idempotencyKey: String?
    /// Whether a success may be a stream, which is read as it arrives.
    public let isStreaming: Bool
    /// The error answers in the specification.
    public let errors: [ErrorResponse]

    /// Describes an operation.
    ///
    /// - Parameters:
    ///   - id: The `operationId`.
    ///   - method: The method.
    ///   - path: The path template, with a leading slash.
    ///   - idempotent: Whether it may be sent twice; nil decides by the method: GET, HEAD, OPTIONS, TRACE, PUT and DELETE
    ///     may (RFC 9110 §9.2.2).
    ///   - security: The credentials that it takes.
    ///   - server: The server that it has of its own.
    ///   - tag: The group that it belongs to.
    ///   - idempotencyKey: The header field that carries its idempotency key.
    ///   - streams: Whether a success may be a stream.
    ///   - errors: The error answers in the specification, in any order.
    public init(
        _ id: String, _ method: HTTPRequest.Method, _ path: String, idempotent: Bool? = nil,
        security: [Security] = [], server: String? = nil, tag: String? = nil, idempotencyKey: String? = nil,
        streams: Bool = false, errors: [ErrorResponse] = []
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.isIdempotent = idempotent ?? Self.idempotentMethods.contains(method)
        self.security = security
        self.server = server
        self.tag = tag
        self.idempotencyKey = idempotencyKey
        self.isStreaming = streams
        self.errors = errors
    }

    /// A method beyond those that have a name of their own, for example `PURGE`.
    ///
    /// - Parameter name: A token (RFC 9110 §5.6.2); anything else becomes `POST`, which says nothing about the request.
    public static func customMethod(_ name: String) -> HTTPRequest.Method { HTTPRequest.Method(name) ?? .post }

    private static let idempotentMethods: [HTTPRequest.Method] = [.get, .head, .options, .trace, .put, .delete]
}

extension OperationMetadata {
    /// Credentials that an operation takes together: the names of security schemes. For example, `["app_id", "app_key"]`
    /// are two, `"api_key"` is one and `[]` is none.
    ///
    /// Source: OpenAPI 3.1 §4.8.30 (Security Requirement Object).
    public struct Security: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
        let schemes: [String]

        /// `Authorization: Bearer …` (RFC 6750 §2.1), where an API has no other scheme.
        public static let bearer: Security = "bearer"

        /// One scheme.
        public init(stringLiteral scheme: String) { schemes = [scheme] }

        /// Several schemes that are needed together; none where an operation may be called without credentials.
        public init(arrayLiteral schemes: String...) { self.schemes = schemes }
    }

    /// An error answer in the specification: for which statuses, and what its body is.
    ///
    /// Source: OpenAPI 3.1 §4.8.16 (Responses Object). A single status is preferred to a range and a range to the default.
    public struct ErrorResponse: Sendable {
        /// For which statuses.
        enum Statuses: Sendable {
            case one(Int)
            case range(ClosedRange<Int>)
            case any
        }

        let statuses: Statuses
        let body: (any JSONCodable.Type)?

        /// An answer with one status, for example `404`.
        ///
        /// - Parameters:
        ///   - code: The status.
        ///   - body: The type of its JSON body; nil if it has none.
        public static func status(_ code: Int, _ body: (any JSONCodable.Type)? = nil) -> Self {
            Self(statuses: .one(code), body: body)
        }

        /// An answer with any status of a range, for example `400...499` for `4XX`.
        ///
        /// - Parameters:
        ///   - codes: The statuses.
        ///   - body: The type of its JSON body; nil if it has none.
        public static func range(_ codes: ClosedRange<Int>, _ body: (any JSONCodable.Type)? = nil) -> Self {
            Self(statuses: .range(codes), body: body)
        }

        /// The answer with any status that is not documented otherwise.
        ///
        /// - Parameter body: The type of its JSON body; nil if it has none.
        public static func `default`(_ body: (any JSONCodable.Type)? = nil) -> Self {
            Self(statuses: .any, body: body)
        }
    }

    /// The documentation of an answer with this status, the most exact first.
    func documentedError(for code: Int) -> ErrorResponse? {
        func first(_ matches: (ErrorResponse.Statuses) -> Bool) -> ErrorResponse? {
            errors.first { matches($0.statuses) }
        }
        return first { if case .one(code) = $0 { true } else { false } }
            ?? first { if case .range(let codes) = $0 { codes.contains(code) } else { false } }
            ?? first { if case .any = $0 { !(200..<300).contains(code) } else { false } }
    }
}
