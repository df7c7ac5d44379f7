#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A success with everything the server said.
public struct APIResponse<Value: Sendable>: Sendable {
    /// The decoded body.
    public let value: Value
    /// The status, for example `200`.
    public let status: HTTPResponse.Status
    /// The header fields.
    public let headers: HTTPFields
    /// The body as received; empty where it is read as a stream.
    public let rawBody: Data

    init(_ value: Value, _ response: ResponseDecoder) {
        self.value = value
        status = response.status
        headers = response.headers
        rawBody = response.body
    }

    /// The server's own name for this exchange, to quote to its support: `X-Request-ID` and its relatives.
    public var requestID: String? { RequestID.find(in: headers) }
}
