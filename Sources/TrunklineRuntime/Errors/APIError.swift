#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Why a call failed: the one error type of a client, except for `CancellationError`.
///
/// For example:
///
/// ```swift
/// do {
///     let number = try await client.virtualNumbers.get(id: 7)
/// } catch let error as APIError where error.status == .notFound {
///     print(error.message ?? "no such number", error.requestID ?? "")
/// }
/// ```
public struct APIError: Error, Sendable {
    /// What kind of failure it is.
    public let kind: Kind
    /// The operation, for example `getVirtualNumber`.
    public let operationID: String
    /// How often the request was sent; 0 if it never was.
    public let attempts: Int
    /// The status; nil if there was no answer.
    public internal(set) var status: HTTPResponse.Status?
    /// The header fields of the answer; empty if there was none.
    public internal(set) var headers: HTTPFields = [:]
    /// The body of the answer as received, at most its first ``rawBodyLimit`` bytes.
    public internal(set) var rawBody = Data()
    /// The body of a documented error; nil if the error is another, or if its body is not what the specification says.
    public internal(set) var body: (any Sendable)?
    /// Where the body is not what the specification says, as a JSON Pointer (RFC 6901), for example `/data/operators/2/name`;
    /// empty for the whole body, nil for every other error.
    public internal(set) var pointer: String?
    /// The API's own words, found in the body where this API puts them.
    public internal(set) var message: String?
    /// The error below this one: what the transport threw, a ``DecodingIssue``, a ``RequestIssue``.
    public internal(set) var underlying: (any Error)?
    /// The end of the description.
    var detail: String?

    /// How much of a body an error keeps, in bytes.
    public static let rawBodyLimit = 65_536

    /// The server's own name for this exchange, to quote to its support: `X-Request-ID` and its relatives.
    public var requestID: String? { RequestID.find(in: headers) }

    /// The body of a documented error.
    ///
    /// - Returns: nil if the body is of another type.
    public func body<Body>(as type: Body.Type) -> Body? {
        body as? Body
    }

    init(_ kind: Kind, operationID: String, attempts: Int) {
        self.kind = kind
        self.operationID = operationID
        self.attempts = attempts
    }
}

extension APIError {
    /// What kind of failure an ``APIError`` is.
    ///
    /// More kinds may come: a `switch` needs a `default`.
    public struct Kind: Sendable, Hashable, CustomStringConvertible {
        /// The name of the kind, for example `timeout`.
        public let description: String

        /// The server answered with an error that the specification documents; see ``APIError/body(as:)``.
        public static let documentedStatus = Kind(description: "documentedStatus")
        /// The server answered with a status that the specification does not know.
        public static let undocumentedStatus = Kind(description: "undocumentedStatus")
        /// The server answered with a success whose body is not what the specification says.
        public static let decoding = Kind(description: "decoding")
        /// There was no answer: the connection could not be made, was not trusted, was lost or was not understood.
        public static let transport = Kind(description: "transport")
        /// There was no answer in time.
        public static let timeout = Kind(description: "timeout")
        /// The body of the answer has more bytes than the transport accepts.
        public static let responseTooLarge = Kind(description: "responseTooLarge")
        /// The pages of a list do not go on as they should: one comes again, or is on another server.
        public static let paging = Kind(description: "paging")
        /// The request cannot be sent as asked; nothing was.
        public static let invalidRequest = Kind(description: "invalidRequest")
    }
}

extension APIError: CustomStringConvertible, CustomReflectable, LocalizedError {
    /// One line for a log, for example `getVirtualNumber: 404 Not Found: Resource not found (request id 8f2c)`.
    ///
    /// It has no credentials in it; a long text of the server is cut, and its line breaks are spaces.
    public var description: String {
        var parts = [operationID]
        if let status { parts.append(status.phrase) }
        if let text = message ?? detail { parts.append(Self.line(text)) }
        return parts.joined(separator: ": ") + (requestID.map { " (request id \($0))" } ?? "")
    }

    /// The description.
    public var errorDescription: String? { description }

    /// The kind and the description, so that `dump` shows nothing of what the server repeats.
    public var customMirror: Mirror { Mirror(self, children: ["kind": kind, "description": description]) }

    private static func line(_ text: String) -> String {
        let start = text.prefix(500)
        let characters = start.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        return String(String.UnicodeScalarView(characters)) + (start.endIndex < text.endIndex ? "…" : "")
    }
}
