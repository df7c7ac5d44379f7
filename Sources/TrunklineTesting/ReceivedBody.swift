public import TrunklineRuntime

extension TransportRequest {
    /// What was sent, for requests that a mock recorded.
    ///
    /// For example `let sent: PhoneNumberUpdateInput = try await mock.requests[0].json()`.
    ///
    /// - Parameter type: The type of the body, which is JSON.
    /// - Throws: `DecodingIssue` where the body is not what the type needs, or there is none; what reading it throws.
    public func json<Body: JSONCodable>(as type: Body.Type = Body.self) async throws -> Body {
        try JSONCodec.decode(type, from: try await body?.collect() ?? Data())
    }
}
