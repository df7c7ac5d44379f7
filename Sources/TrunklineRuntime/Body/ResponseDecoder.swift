#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A server's answer, to be read as the success of an operation.
///
/// Every method throws an ``APIError`` that already has the status, the body and the operation in it. A status that is not
/// among those asked for becomes the documented error of the specification or an undocumented status.
public struct ResponseDecoder: Sendable {
    /// The status.
    public let status: HTTPResponse.Status
    /// The header fields.
    public let headers: HTTPFields
    /// The body as received; empty where it is read as a stream.
    public let body: Data
    /// The body, where it has yet to come.
    let stream: HTTPBody?
    private let errors: ErrorFactory
    /// The bytes of the largest value of a stream.
    private let limit: Int

    init(_ response: TransportResponse, errors: ErrorFactory, limit: Int = 16 << 20) {
        status = response.response.status
        headers = response.response.headerFields
        body = response.body.data ?? Data()
        stream = response.body.data == nil ? response.body : nil
        self.errors = errors
        self.limit = limit
    }

    /// The same answer with its body in memory.
    ///
    /// - Throws: ``TransportFailure``.
    func collected(upTo limit: Int) async throws -> ResponseDecoder {
        guard let stream else { return self }
        let head = HTTPResponse(status: status, headerFields: headers)
        return ResponseDecoder(TransportResponse(head, body: try await stream.collect(upTo: limit)), errors: errors)
    }

    /// Reads a JSON body.
    ///
    /// - Parameters:
    ///   - statuses: The statuses of a success with this body.
    ///   - member: The member of the outermost object that holds the value, where the API wraps its answers; nil if the
    ///     body is the value.
    /// - Throws: ``APIError`` for another status, a body of another media type (RFC 9110 §8.3), or a body that is not what
    ///   the specification says.
    public func json<Value: JSONCodable>(_ statuses: Int..., at member: StaticString? = nil) throws -> Value {
        try requireCollected(statuses.contains(status.code))
        return try decode(at: member)
    }

    /// Reads a JSON body with any status of a range, for example `200...299` for `2XX`.
    ///
    /// - Parameters:
    ///   - statuses: The statuses of a success with this body.
    ///   - member: The member that holds the value; nil if the body is the value.
    /// - Throws: ``APIError`` as ``json(_:at:)``.
    public func json<Value: JSONCodable>(_ statuses: ClosedRange<Int>, at member: StaticString? = nil) throws -> Value {
        try requireCollected(statuses.contains(status.code))
        return try decode(at: member)
    }

    /// Takes the body as it is, whatever its media type.
    ///
    /// - Parameter statuses: The statuses of a success with this body.
    /// - Throws: ``APIError`` for another status.
    public func data(_ statuses: Int...) throws -> Data {
        try requireCollected(statuses.contains(status.code))
        return body
    }

    /// Takes the body as it is, with any status of a range.
    ///
    /// - Parameter statuses: The statuses of a success with this body.
    /// - Throws: ``APIError`` for another status.
    public func data(_ statuses: ClosedRange<Int>) throws -> Data {
        try requireCollected(statuses.contains(status.code))
        return body
    }

    /// Takes the body as it arrives, whatever its media type.
    ///
    /// - Parameter statuses: The statuses of a success with this body.
    /// - Returns: The body; reading it throws an ``APIError`` where the connection is lost. It can be read once.
    /// - Throws: ``APIError`` for another status.
    public func bytes(_ statuses: Int...) throws -> HTTPBody {
        try require(statuses.contains(status.code))
        return arriving
    }

    /// Takes the body as it arrives, with any status of a range.
    ///
    /// - Parameter statuses: The statuses of a success with this body.
    /// - Throws: ``APIError`` as ``bytes(_:)``.
    public func bytes(_ statuses: ClosedRange<Int>) throws -> HTTPBody {
        try require(statuses.contains(status.code))
        return arriving
    }

    /// Reads a body of text, whatever its media type: UTF-8, or the `charset` that it names.
    ///
    /// - Parameter statuses: The statuses of a success with this body.
    /// - Throws: ``APIError`` for another status and for bytes that are no text.
    public func text(_ statuses: Int...) throws -> String {
        try requireCollected(statuses.contains(status.code))
        return try decodeText()
    }

    /// Reads a body of text, with any status of a range.
    ///
    /// - Parameter statuses: The statuses of a success with this body.
    /// - Throws: ``APIError`` as ``text(_:)``.
    public func text(_ statuses: ClosedRange<Int>) throws -> String {
        try requireCollected(statuses.contains(status.code))
        return try decodeText()
    }

    /// Reads values that come one after the other.
    ///
    /// - Parameters:
    ///   - statuses: The statuses of a success with this body.
    ///   - framing: How the values are told apart.
    /// - Throws: ``APIError`` for another status and, for server-sent events, a body of another media type.
    public func stream<Item: JSONCodable>(_ statuses: Int..., framing: StreamFraming) throws -> EventStream<Item> {
        try require(statuses.contains(status.code))
        return try decodeStream(framing)
    }

    /// Reads values that come one after the other, with any status of a range.
    ///
    /// - Parameters:
    ///   - statuses: The statuses of a success with this body.
    ///   - framing: How the values are told apart.
    /// - Throws: ``APIError`` as ``stream(_:framing:)``.
    public func stream<Item: JSONCodable>(
        _ statuses: ClosedRange<Int>, framing: StreamFraming
    ) throws -> EventStream<Item> {
        try require(statuses.contains(status.code))
        return try decodeStream(framing)
    }

    /// Checks for a success without a body worth reading.
    ///
    /// - Parameter statuses: The statuses of the success.
    /// - Throws: ``APIError`` for another status.
    public func empty(_ statuses: Int...) throws {
        try require(statuses.contains(status.code))
    }

    /// Checks for a success without a body worth reading, with any status of a range.
    ///
    /// - Parameter statuses: The statuses of the success.
    /// - Throws: ``APIError`` for another status.
    public func empty(_ statuses: ClosedRange<Int>) throws {
        try require(statuses.contains(status.code))
    }

    /// Whether the body is of one of several media types or ranges of them (`image/*`), for a `decode` that decides by
    /// them. A body that names no type is any bytes (RFC 9110 §8.3).
    ///
    /// - Parameter types: Media types; their parameters are not compared.
    public func isContent(_ types: String...) -> Bool {
        types.contains { MediaType.matches(headers[.contentType], $0) }
    }

    /// The error for a success with a body of a media type that the specification does not name.
    public func unexpectedContent() -> APIError {
        errors.contentType(self, expected: "what the specification names")
    }

    /// The error for a status that is no success of this operation, for a `decode` that decides by status itself.
    public func failure() -> APIError {
        errors.status(self)
    }

    /// The error for a `decode` that threw something of its own.
    func unreadable(_ error: any Error) -> APIError {
        errors.decoding(self, error)
    }

    /// The error for a page that cannot be followed by the next.
    func paging(_ detail: String) -> APIError { errors.paging(self, detail) }

    private var arriving: HTTPBody {
        let errors = errors
        return stream?.mapErrors { errors.error(for: $0) } ?? HTTPBody(body)
    }

    private func require(_ isExpected: Bool) throws {
        if !isExpected { throw failure() }
    }

    private func requireCollected(_ isExpected: Bool) throws {
        if stream != nil { throw BodyIsAStream() }
        try require(isExpected)
    }

    private func decode<Value: JSONCodable>(at member: StaticString?) throws -> Value {
        guard MediaType.mayBeJSON(headers[.contentType]) else { throw errors.contentType(self, expected: "JSON") }
        do {
            return try JSONCodec.decode(Value.self, from: body, at: member)
        } catch {
            throw errors.decoding(self, error)
        }
    }

    private func decodeText() throws -> String {
        guard let encoding = Self.encodings[MediaType.charset(headers[.contentType]) ?? "utf-8"],
            let text = String(data: body, encoding: encoding)
        else { throw errors.notText(self) }
        return text
    }

    private static let encodings: [String: String.Encoding] = [
        "utf-8": .utf8, "utf8": .utf8, "us-ascii": .utf8, "iso-8859-1": .isoLatin1, "latin1": .isoLatin1,
        "windows-1252": .windowsCP1252, "utf-16": .utf16, "utf-16le": .utf16LittleEndian,
        "utf-16be": .utf16BigEndian,
    ]

    private func decodeStream<Item: JSONCodable>(_ framing: StreamFraming) throws -> EventStream<Item> {
        let isEvents = framing == .events || framing == .eventData
        guard !isEvents || headers[.contentType] == nil || isContent("text/event-stream") else {
            throw errors.contentType(self, expected: "text/event-stream")
        }
        let response = self
        return EventStream(stream ?? HTTPBody(body), framing: framing, limit: limit) {
            $0 is DecodingIssue ? response.errors.decoding(response, $0) : response.errors.error(for: $0)
        }
    }
}

extension APIOperation {
    /// What a call returns that gets an answer, without a client.
    ///
    /// - Throws: ``APIError``.
    package static func decode(_ response: TransportResponse) throws -> Output {
        try decode(ResponseDecoder(response, errors: ErrorFactory(metadata: metadata, attempts: 1)))
    }
}

/// A body that was left to be read as it arrives is wanted whole: it has to be collected first.
struct BodyIsAStream: Error {}
