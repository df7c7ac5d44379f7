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
    /// The body as received.
    public let body: Data
    private let errors: ErrorFactory

    init(_ response: TransportResponse, errors: ErrorFactory) {
        status = response.response.status
        headers = response.response.headerFields
        body = response.body
        self.errors = errors
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
        try require(statuses.contains(status.code))
        return try decode(at: member)
    }

    /// Reads a JSON body with any status of a range, for example `200...299` for `2XX`.
    ///
    /// - Parameters:
    ///   - statuses: The statuses of a success with this body.
    ///   - member: The member that holds the value; nil if the body is the value.
    /// - Throws: ``APIError`` as ``json(_:at:)``.
    public func json<Value: JSONCodable>(_ statuses: ClosedRange<Int>, at member: StaticString? = nil) throws -> Value {
        try require(statuses.contains(status.code))
        return try decode(at: member)
    }

    /// Takes the body as it is, whatever its media type.
    ///
    /// - Parameter statuses: The statuses of a success with this body.
    /// - Throws: ``APIError`` for another status.
    public func data(_ statuses: Int...) throws -> Data {
        try require(statuses.contains(status.code))
        return body
    }

    /// Reads a body of UTF-8 text, whatever its media type.
    ///
    /// - Parameter statuses: The statuses of a success with this body.
    /// - Throws: ``APIError`` for another status and for bytes that are not UTF-8.
    public func text(_ statuses: Int...) throws -> String {
        try require(statuses.contains(status.code))
        guard let text = String(data: body, encoding: .utf8) else { throw errors.notText(self) }
        return text
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

    /// The error for a status that is no success of this operation, for a `decode` that decides by status itself.
    public func failure() -> APIError {
        errors.status(self)
    }

    /// The error for a `decode` that threw something of its own.
    func unreadable(_ error: any Error) -> APIError {
        errors.decoding(self, error)
    }

    private func require(_ isExpected: Bool) throws {
        if !isExpected { throw failure() }
    }

    private func decode<Value: JSONCodable>(at member: StaticString?) throws -> Value {
        guard MediaType.mayBeJSON(headers[.contentType]) else { throw errors.contentType(self) }
        do {
            return try JSONCodec.decode(Value.self, from: body, at: member)
        } catch {
            throw errors.decoding(self, error)
        }
    }
}
